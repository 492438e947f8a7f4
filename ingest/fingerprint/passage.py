"""Shared passages: the evidence that two texts have words in common, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import token_spans
from ingest.fingerprint.shingle import run_hashes, token_hashes

# A phrase that stands in a text more often than this starts no passage beyond these places.
_MOST_PLACES = 32


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts: half-open character spans in each, and their length in tokens."""

    start_a: int
    stop_a: int
    start_b: int
    stop_b: int
    length: int


def shared_passages(a: str, b: str) -> list[Passage]:
    """Return the longest runs of at least 8 equal tokens, in the order of `a`, without overlap in `a`."""
    in_a, in_b = token_spans(a), token_spans(b)
    starts, places = _starts(in_a.tokens, in_b.tokens)
    found: list[Passage] = []
    free = 0
    for at, key in starts:
        if at < free:
            continue
        lengths = [_length(in_a.tokens, at, in_b.tokens, place) for place in places[key]]
        length = max(lengths)
        other = places[key][lengths.index(length)]
        if length >= PASSAGE_TOKENS:
            free = at + length
            span_b = in_b.starts[other], in_b.stops[other + length - 1]
            found.append(Passage(in_a.starts[at], in_a.stops[free - 1], *span_b, length))
    return found


def _starts(
    words_a: Sequence[str], words_b: Sequence[str]
) -> tuple[list[tuple[int, int]], dict[int, list[int]]]:
    """Return where in `a` a run begins whose hash stands in `b`, and where each such hash stands in `b`."""
    hashes_a, hashes_b = (run_hashes(token_hashes(words), PASSAGE_TOKENS) for words in (words_a, words_b))
    common = np.isin(hashes_a, hashes_b).nonzero()[0]
    starts = list(zip(common.tolist(), hashes_a[common].tolist(), strict=True))
    wanted = {key for _, key in starts}
    places: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(hashes_b.tolist()):
        if key in wanted and len(places[key]) < _MOST_PLACES:
            places[key].append(place)
    return starts, places


def _length(words_a: Sequence[str], at: int, words_b: Sequence[str], other: int) -> int:
    """Return how many tokens are equal from these two places on."""
    length = 0
    limit = min(len(words_a) - at, len(words_b) - other)
    while length < limit and words_a[at + length] == words_b[other + length]:
        length += 1
    return length
