"""The words of a text, for searching.

Scripts without spaces are cut into pairs of characters, as Lucene's CJKAnalyzer does; the last character of
a run stands alone, so that every character of a text begins some word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.fingerprint.normalise import UNSPACED, is_unspaced, normalise, token_places, tokens

_ASCII = re.compile(r"[\x00-\x7f]+")
_RUN = re.compile("[{}]+".format("".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)))


def spaced(text: str) -> str:
    """Return `text` normalised, with single spaces or more between its words and nothing else there."""
    normal = normalise(text)
    return _RUN.sub(_pairs, normal) if is_unspaced(normal) else normal


def _pairs(run: re.Match[str]) -> str:
    characters = run[0]
    return f" {' '.join(characters[at : at + 2] for at in range(len(characters)))} "


def is_plain(text: str) -> bool:
    """Say whether all letters and digits of `text` are ASCII, and no character of it is invisible."""
    if text.isascii():
        return True
    others = _ASCII.sub("", text)
    return normalise(others) == " " * len(others)


def word_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text, as `spaced` writes them, with the characters `[start, stop)` of each."""
    places = token_places(text)
    cut = [*zip(tokens(text), map(int, places.starts), map(int, places.stops), strict=True), ("", -1, -1)]
    for (token, start, stop), (after, follows, _) in pairwise(cut):
        if len(token) > 2 and is_unspaced(token):
            yield token[:2], start, min(start + 2, stop)
            # Three characters that overlap the next three share a pair with them.
            if not (follows - start in (0, 1) and after.startswith(token[1:])):
                yield token[1:], min(start + 1, stop - 1), stop
        else:
            yield token, start, stop
