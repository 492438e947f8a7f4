"""The words of texts and their titles with what is known of each by itself, and where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.normalise import is_unspaced, token_places
from ingest.telling.lexicon import LETTER, Rows, lexicon

# Splitting by it leaves what stands between words at even places, words at odd ones.
_WORD = re.compile(r"([1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+(?:,\d+)?(?![\d.,]*\d)|\d+(?:[.,]\d+)*|[^\W_]+)")
_BREAK = re.compile(r"[.!?:\n\"“”‘’`()…;\[\]|]")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of several texts in their order, those of a text before those of its title; no letters alone.

    Arrays of shape (words,): `rows` are the lexicon's; `breaks` say where a sentence or a
    quotation begins, as every text and title does; `owners` number the texts from 0; `pieces` number texts
    and titles together; `places` count the words of title and text before it, title first; `starts` and
    `stops` are characters of the text, -1 for the title's. `spaced` is False in a text with a script
    without spaces: there, words are runs of three characters that overlap.
    """

    rows: Rows
    breaks: NDArray[np.bool_]
    owners: NDArray[np.int64]
    pieces: NDArray[np.int64]
    places: NDArray[np.int64]
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]
    spaced: NDArray[np.bool_]


class _Gaps(dict[str, bool]):
    """Remember whether what stands between two words can end a sentence."""

    def __missing__(self, gap: str) -> bool:
        ends = _BREAK.search(gap) is not None
        if len(self) < 10_000:
            self[gap] = ends
        return ends


_ends = _Gaps()


def read_words(articles: Sequence[tuple[str, str | None]]) -> Words:
    """Read the words of texts and their titles; a title that its text begins with is not read again."""
    read = _Reading()
    for owner, (text, title) in enumerate(articles):
        above = _Piece()
        if title and not text.lstrip().startswith(title.strip()):
            above = _spaced(title)
        # What stands between title and text counts as a word.
        before = len(above.words) + 1 if above.words else 0
        read.add(owner, _unspaced(text) if is_unspaced(text) else _spaced(text), before)
        read.add(owner, above, 1, hidden=True)
    return read.done()


class _Piece(NamedTuple):
    """The words of a text or a title, where each begins, and whether a sentence begins there."""

    words: Sequence[str] = ()
    starts: NDArray[np.int64] = np.zeros(0, np.int64)
    breaks: Sequence[bool] = ()
    spaced: bool = True


def _spaced(text: str) -> _Piece:
    parts = _WORD.split(text)
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    breaks = list(map(_ends.__getitem__, parts[:-1:2]))
    breaks[:1] = [True] * len(breaks[:1])
    return _Piece(parts[1::2], np.cumsum(lengths)[:-1:2], breaks)


def _unspaced(text: str) -> _Piece:
    places = token_places(text)
    words = [text[start:stop] for start, stop in zip(places.starts, places.stops, strict=True)]
    return _Piece(words, np.array(places.starts, np.int64), [True] * len(words), False)


class _Reading:
    """Collects the words of pieces, to look at all of them at once."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._breaks: list[bool] = []
        self._starts = [np.zeros(0, np.int64)]
        # Of each piece: owner, number of words, words before it, whether it is a title, whether spaced.
        self._pieces: list[tuple[int, int, int, bool, bool]] = []

    def add(self, owner: int, piece: _Piece, before: int, *, hidden: bool = False) -> None:
        """Add a piece; `hidden` words have no characters in the text."""
        self._words += piece.words
        self._breaks += piece.breaks
        self._starts.append(piece.starts)
        self._pieces.append((owner, len(piece.words), before, hidden, piece.spaced))

    def done(self) -> Words:
        """Return the words of all pieces."""
        table = np.array(self._pieces, np.int64).reshape(-1, 5)
        owners, counts, before = table[:, 0], table[:, 1], table[:, 2]
        hidden, spaced = table[:, 3] > 0, table[:, 4] > 0
        pieces = np.repeat(np.arange(len(counts)), counts)
        first = np.cumsum(counts) - counts
        places = np.arange(len(pieces)) - first[pieces] + before[pieces]
        numbers = lexicon().look_up(self._words)
        starts = np.concatenate(self._starts)
        stops = starts + np.fromiter(map(len, self._words), np.int64, len(self._words))
        starts[hidden[pieces]] = stops[hidden[pieces]] = -1
        kept = np.flatnonzero(lexicon().shapes(numbers) != LETTER)
        pieces = pieces[kept]
        return Words(
            lexicon().rows(numbers[kept]),
            np.array(self._breaks, np.bool_)[kept],
            owners[pieces],
            pieces,
            places[kept],
            starts[kept].astype(np.int32),
            stops[kept].astype(np.int32),
            spaced[pieces],
        )
