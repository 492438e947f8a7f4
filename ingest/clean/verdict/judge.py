"""Judges the lines of a page in their company: which are boilerplate, of what kind, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.clean.verdict.decide import FEWEST_KEPT, Chances, Choice, is_page, may_be_page, page_cuts
from ingest.clean.verdict.headline import spare_headlines
from ingest.clean.verdict.kinds import kinds
from ingest.clean.verdict.marks import Matrix, marks
from ingest.clean.verdict.reasons import reason
from ingest.clean.verdict.sight import Seen, see
from ingest.clean.verdict.surroundings import NAMES, surroundings
from ingest.clean.verdict.weights import forest
from ingest.model import Kind

_SHARED = NAMES.index("shared")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Neighbouring lines `[first, stop)` that are boilerplate of one kind."""

    first: int
    stop: int
    kind: Kind
    reason: str


def judge(lines: Sequence[str], owned: Collection[int] = ()) -> list[Verdict]:
    """The boilerplate among `lines` (in order, none blank) where they are a whole page, else nothing.

    Lines in `owned` (by index) are somebody else's to cut and are in no verdict.
    """
    seen = see(lines)
    if not may_be_page([line.tells for line in seen]):
        return []
    words = np.array([line.words for line in seen], dtype=np.float64)
    rows = surroundings(marks(seen), words, np.array([line.prose for line in seen]))
    chances = forest().probability(rows)
    if not is_page(chances):
        return []
    others = np.zeros(len(lines), dtype=np.bool_)
    others[list(owned)] = True
    gone = page_cuts(chances, words) | others
    gone &= ~spare_headlines(seen, gone, rows[:, _SHARED])
    if words[~(gone | others)].sum() < FEWEST_KEPT:
        return []
    return _verdicts(seen, rows, chances, gone & ~others)


def _verdicts(seen: Sequence[Seen], rows: Matrix, chances: Chances, cuts: Choice) -> list[Verdict]:
    cut = np.flatnonzero(cuts)
    added = forest().contributions(rows[cut])
    row_of = {int(line): row for row, line in enumerate(cut)}
    verdicts = []
    for first, stop, kind in _stretches(seen, cut.tolist()):
        of = [row_of[line] for line in range(first, stop)]
        verdicts.append(Verdict(first, stop, kind, reason(seen[first:stop], added[of], chances[first:stop])))
    return verdicts


def _stretches(seen: Sequence[Seen], cut: Sequence[int]) -> Iterator[tuple[int, int, Kind]]:
    """The cut lines as `[first, stop)` of neighbours of one kind."""
    for first, stop in _runs(cut):
        found = kinds(seen[first:stop])
        start = first
        for at in range(first + 1, stop + 1):
            if at == stop or found[at - first] != found[start - first]:
                yield start, at, found[start - first]
                start = at


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start], numbers[at - 1] + 1
            start = at
