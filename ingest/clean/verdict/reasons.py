"""Puts into words what convinced the forest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict.cues import KINDS
from ingest.clean.verdict.marks import Matrix
from ingest.clean.verdict.ruled import NAMES as RULED
from ingest.clean.verdict.sight import Seen
from ingest.clean.verdict.surroundings import NAMES

# Each ground in words, and how the names of the columns begin that speak for it.
_GROUNDS = (
    ("", ("firm", "loose", "covered", "cue", "block_cues", "text_cues", *KINDS)),
    ("short lines stand around it", ("length~", "length-", "length+", "block_words", "prose", "text_")),
    ("it is a fragment", ("length", "closed", "word_length", "against_prose", "colon", "first", "function")),
    ("few lines around it close like sentences", ("closed~", "closed-", "closed+", "text_closed")),
    ("it stands before or after the story", ("words_", "prose_", "place", "lines_", "head", "tail")),
    ("no paragraph interrupts the block", ("block_lines", "block_place", "since_", "to_")),
    ("it follows a heading of such a list", ("after_",)),
    ("it shares few words with the story", ("shared", "new")),
    ("it is set like headlines or menus", ("capitals", "upper", "bars", "glued", "brackets", "like_")),
    ("dates, times or figures stand there", ("date", "digits")),
    ("rules cut lines beside it", (*RULED,)),
    ("it is repeated in the text", ("repeats",)),
    ("it addresses the reader", ("address", "link", "question")),
)
_PHRASES = 0
_MOST = 3


def _ground(name: str) -> int | None:
    """The number of the ground that a column speaks for: the one with the longest fitting beginning."""
    fits = [
        (len(start), number)
        for number, (_, starts) in enumerate(_GROUNDS)
        for start in starts
        if name.startswith(start)
    ]
    return max(fits)[1] if fits else None


_GROUND_OF = [_ground(name) for name in (*NAMES, *RULED)]


def reason(lines: Sequence[Seen], contributions: Matrix, chances: NDArray[np.float64]) -> str:
    """A sentence for neighbouring cut lines: how sure the model is, and its strongest grounds."""
    said = next((line.cues.said for line in lines if line.cues.said), "")
    grounds = [_in_words(number, said) for number in _strongest(contributions.mean(axis=0))]
    because = ", ".join(grounds) or "all its marks together"
    sure = f"{100 * chances.mean():.0f}% sure"
    return f"Part of the page around the article, not of the article ({sure}): {because}."


def _strongest(columns: NDArray[np.float64]) -> list[int]:
    sums = np.zeros(len(_GROUNDS))
    for added, ground in zip(columns.tolist(), _GROUND_OF, strict=True):
        if ground is not None:
            sums[ground] += added
    return [int(number) for number in np.argsort(-sums, kind="stable")[:_MOST] if sums[number] > 0]


def _in_words(number: int, said: str) -> str:
    if number != _PHRASES:
        return _GROUNDS[number][0]
    return f"it says “{said}”" if said else "its neighbours use phrases of such lines"
