"""Shared passages: the evidence that two texts have words in common, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import token_spans

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
    spans_a, spans_b = token_spans(a), token_spans(b)
    words_a, words_b = [span[0] for span in spans_a], [span[0] for span in spans_b]
    places = _places(words_b)
    found: list[Passage] = []
    at = 0
    while at + PASSAGE_TOKENS <= len(words_a):
        length, other = _longest(words_a, at, words_b, places)
        if not length:
            at += 1
            continue
        last_a, last_b = spans_a[at + length - 1], spans_b[other + length - 1]
        found.append(Passage(spans_a[at][1], last_a[2], spans_b[other][1], last_b[2], length))
        at += length
    return found


def _places(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - PASSAGE_TOKENS + 1):
        starts = places[tuple(words[at : at + PASSAGE_TOKENS])]
        if len(starts) < _MOST_PLACES:
            starts.append(at)
    return places


def _longest(
    words_a: list[str], at: int, words_b: list[str], places: dict[tuple[str, ...], list[int]]
) -> tuple[int, int]:
    """Return the length and place in `b` of the longest run that starts at `at`; (0, 0) without one."""
    best, where = 0, 0
    for other in places.get(tuple(words_a[at : at + PASSAGE_TOKENS]), ()):
        length = PASSAGE_TOKENS
        limit = min(len(words_a) - at, len(words_b) - other)
        while length < limit and words_a[at + length] == words_b[other + length]:
            length += 1
        if length > best:
            best, where = length, other
    return best, where
