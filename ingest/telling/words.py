"""The words of texts and their titles with what is known of each by itself, and where sentences begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.telling.lexicon import LETTER, Rows, lexicon
from ingest.telling.pieces import Piece, read_text, read_title


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


def read_words(articles: Sequence[tuple[str, str | None]]) -> Words:
    """Read the words of texts and their titles; a title that its text begins with is not read again."""
    read = _Reading()
    for owner, (text, title) in enumerate(articles):
        above = Piece()
        if title and not text.lstrip().startswith(title.strip()):
            above = read_title(title)
        # What stands between title and text counts as a word.
        before = len(above.starts) + 1 if len(above.starts) else 0
        read.add(owner, read_text(text), before)
        read.add(owner, above, 1, hidden=True)
    return read.done()


class _Reading:
    """Collects the words of pieces, to look at all of them at once."""

    def __init__(self) -> None:
        self._pieces = [Piece()]
        # Of each piece: owner, number of words, words before it, whether it is a title, whether spaced.
        self._facts: list[tuple[int, int, int, bool, bool]] = [(0, 0, 0, False, True)]

    def add(self, owner: int, piece: Piece, before: int, *, hidden: bool = False) -> None:
        """Add a piece; `hidden` words have no characters in the text."""
        self._pieces.append(piece)
        self._facts.append((owner, len(piece.starts), before, hidden, piece.spaced))

    def done(self) -> Words:
        """Return the words of all pieces."""
        owners, counts, before, hidden, spaced = np.array(self._facts, np.int64).T
        pieces = np.repeat(np.arange(len(counts)), counts)
        first = np.cumsum(counts) - counts
        places = np.arange(len(pieces)) - first[pieces] + before[pieces]
        starts, stops, hashes, breaks = (
            np.concatenate([getattr(piece, column) for piece in self._pieces])
            for column in ("starts", "stops", "hashes", "breaks")
        )
        numbers = lexicon().look_up(
            hashes, lambda word: self._pieces[pieces[word]].text[starts[word] : stops[word]]
        )
        starts[hidden[pieces] > 0] = stops[hidden[pieces] > 0] = -1
        kept = np.flatnonzero(lexicon().shapes(numbers) != LETTER)
        pieces = pieces[kept]
        return Words(
            lexicon().rows(numbers[kept]),
            breaks[kept],
            owners[pieces],
            pieces,
            places[kept],
            starts[kept].astype(np.int32),
            stops[kept].astype(np.int32),
            spaced[pieces] > 0,
        )
