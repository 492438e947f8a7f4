"""The words of a text and its title with what is known of each by itself, and where sentences begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.normalise import is_unspaced, token_places
from ingest.telling.lexicon import LETTER, lexicon

_TOKEN = re.compile(r"([\W_]*)(\d+(?:[.,]\d+)*|[^\W_]+)")
# A word that says nothing keeps the last word of the text and the first of the title apart.
_BETWEEN = "www"
_BREAK = re.compile(r"[.!?:\n\"“”‘’`()…;\[\]|]")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their order, those of the text before those of the title; letters alone are left out.

    `rows` are the lexicon's, of type ROW; `breaks` say where a sentence or a quotation begins; `places`
    count the words before it, title first; `starts` and `stops` are characters of the text, -1 for the
    title's. `spaced` is False where the text has a script without spaces: then its words are runs of three
    characters that overlap.
    """

    rows: NDArray[np.void]
    breaks: NDArray[np.bool_]
    places: NDArray[np.int64]
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]
    spaced: bool


class _Gaps(dict[str, bool]):
    """Remember whether what stands between two words can end a sentence."""

    def __missing__(self, gap: str) -> bool:
        ends = _BREAK.search(gap) is not None
        if len(self) < 10_000:
            self[gap] = ends
        return ends


_ends = _Gaps()


def read_words(text: str, title: str | None = None) -> Words:
    """Read the words of a text and its title; a title that the text begins with is not read again."""
    if title and text.lstrip().startswith(title.strip()):
        title = None
    spaced = not is_unspaced(text)
    words, starts, breaks = _spaced(text) if spaced else _unspaced(text)
    above, _, above_breaks = _spaced(title or "")
    if above:
        above, above_breaks = [_BETWEEN, *above], [True, *above_breaks]
    rows = lexicon().look_up(words + above)
    stops = starts + np.array(list(map(len, words)), np.int64)
    nowhere = np.full(len(above), -1)
    places = np.concatenate([np.arange(len(words)) + len(above), np.arange(len(above))])
    kept = rows["shape"] != LETTER
    return Words(
        rows[kept],
        np.array(breaks + above_breaks, np.bool_)[kept],
        places[kept],
        np.concatenate([starts, nowhere])[kept].astype(np.int32),
        np.concatenate([stops, nowhere])[kept].astype(np.int32),
        spaced,
    )


def _spaced(text: str) -> tuple[list[str], NDArray[np.int64], list[bool]]:
    found = _TOKEN.findall(text)
    if not found:
        return [], np.zeros(0, np.int64), []
    gaps, words = map(list, zip(*found, strict=True))
    lengths = np.array([list(map(len, gaps)), list(map(len, words))], np.int64)
    breaks = list(map(_ends.__getitem__, gaps))
    breaks[0] = True
    return words, np.cumsum(lengths.sum(axis=0)) - lengths[1], breaks


def _unspaced(text: str) -> tuple[list[str], NDArray[np.int64], list[bool]]:
    places = token_places(text)
    words = [text[start:stop] for start, stop in zip(places.starts, places.stops, strict=True)]
    return words, np.array(places.starts, np.int64), [True] * len(words)
