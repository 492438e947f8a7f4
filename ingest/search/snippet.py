"""The piece of a text that shows best why a search found it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 240
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`[start, stop)` characters of a text, and the places of the words found in it, in the text as well."""

    start: int
    stop: int
    found: tuple[tuple[int, int], ...]


def snippet(text: str, found: Sequence[tuple[str, int, int]], width: int = WIDTH) -> Snippet:
    """Return the piece of at most `width` characters with the most different words of `found`.

    `found` are words with their places, in order. Of equal pieces the first is taken; it begins and ends
    between words where it can. Without a word it is the beginning of the text.
    """
    first, last = _densest(found, width)
    spare = max(0, width - (last - first))
    start = _word_start(text, max(0, first - spare // 2), first)
    stop = _word_stop(text, last, min(len(text), max(start + width, last)))
    inside = sorted({(a, b) for _, a, b in found if start <= a and b <= stop})
    return Snippet(start, stop, tuple(_joined(inside)))


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in order as one where they overlap, as the pairs of scripts without spaces do."""
    joined: list[tuple[int, int]] = []
    for start, stop in places:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def _densest(found: Sequence[tuple[str, int, int]], width: int) -> tuple[int, int]:
    best, most = (0, 0), 0
    for index, (_, start, stop) in enumerate(found):
        words: set[str] = set()
        last = stop
        for word, _, end in found[index:]:
            if end > start + width:
                break
            words.add(word)
            last = max(last, end)
        if len(words) > most:
            best, most = (start, last), len(words)
    return best


def _word_start(text: str, at: int, latest: int) -> int:
    """Move forward to the beginning of a word, at most to `latest`."""
    if at == 0 or _SPACE.match(text[at - 1]):
        return at
    space = _SPACE.search(text, at, latest)
    return space.end() if space else at


def _word_stop(text: str, earliest: int, at: int) -> int:
    """Move back to the end of a word, at most to `earliest`."""
    if at >= len(text) or _SPACE.match(text[at]):
        return at
    spaces = [found.start() for found in _SPACE.finditer(text, earliest, at)]
    return spaces[-1] if spaces else at
