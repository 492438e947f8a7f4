"""Judges the lines of a text in their company: which are boilerplate, of what kind, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.clean.verdict.decide import FEWEST_KEPT, Chances, Choice, is_page, page_cuts
from ingest.clean.verdict.headline import spare_headlines
from ingest.clean.verdict.kinds import kinds
from ingest.clean.verdict.marks import Matrix, marks
from ingest.clean.verdict.reasons import reason
from ingest.clean.verdict.ruled import nearness
from ingest.clean.verdict.sight import Seen
from ingest.clean.verdict.story import FEWEST_LEFT, Signals, runs, story_cuts
from ingest.clean.verdict.surroundings import NAMES, surroundings
from ingest.clean.verdict.trees import Forest
from ingest.model import Kind

_SHARED = NAMES.index("shared")
_HEADLINE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Neighbouring lines `[first, stop)` that are boilerplate of one kind."""

    first: int
    stop: int
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A text's lines in numbers: rows of features, words, and which lines close a sentence.

    The columns of `rows` are those of `surroundings`, then those of `nearness` to ruled lines.
    """

    rows: Matrix
    words: Chances
    closed: Choice


def measure(seen: Sequence[Seen], ruled: Choice) -> Measured:
    """Measure the lines of a text, of which rules have cut those that are `ruled`."""
    words = np.array([line.words for line in seen], dtype=np.float64)
    prose = np.array([line.prose for line in seen])
    closed = np.array([line.closed for line in seen])
    rows = np.hstack([surroundings(marks(seen), words, prose), nearness(ruled, prose)])
    return Measured(rows, words, closed)


def judge_page(seen: Sequence[Seen], lines: Measured, owned: Choice, trees: Forest) -> list[Verdict] | None:
    """The boilerplate among the lines of a whole page; None where they are none.

    Lines that are `owned` are somebody else's to cut and are in no verdict.
    """
    chances = trees.probability(lines.rows)
    if not is_page(chances):
        return None
    gone = page_cuts(chances, lines.words) | owned
    gone &= ~spare_headlines(seen, gone, lines.rows[:, _SHARED])
    if lines.words[~(gone | owned)].sum() < FEWEST_KEPT:
        return None
    return _verdicts(seen, trees, lines.rows, chances, gone & ~owned)


def judge_story(
    seen: Sequence[Seen], lines: Measured, spoken: Signals, owned: Choice, trees: Forest
) -> list[Verdict]:
    """The boilerplate among the lines of a text that is mostly story.

    `spoken` says what speaks for and against the lines besides the model; none that is `owned` is in a
    verdict. The first line that
    nobody owns is taken for the headline and stays, unless it is one word or says what it is.
    """
    chances = trees.probability(lines.rows)
    cuts = story_cuts(chances, lines.words, lines.closed, spoken) & ~owned
    cuts &= ~spare_headlines(seen, cuts | owned, lines.rows[:, _SHARED])
    first = int(np.argmin(owned))
    if seen[first].words >= _HEADLINE_WORDS and not seen[first].says_so:
        cuts[first] = False
    if not cuts.any() or lines.words[~(cuts | owned)].sum() < FEWEST_LEFT:
        return []
    return _verdicts(seen, trees, lines.rows, chances, cuts)


def _verdicts(
    seen: Sequence[Seen], trees: Forest, rows: Matrix, chances: Chances, cuts: Choice
) -> list[Verdict]:
    cut = np.flatnonzero(cuts)
    added = trees.contributions(rows[cut])
    row_of = {int(line): row for row, line in enumerate(cut)}
    verdicts = []
    for first, stop, kind in _stretches(seen, cuts):
        of = [row_of[line] for line in range(first, stop)]
        verdicts.append(Verdict(first, stop, kind, reason(seen[first:stop], added[of], chances[first:stop])))
    return verdicts


def _stretches(seen: Sequence[Seen], cuts: Choice) -> Iterator[tuple[int, int, Kind]]:
    """The cut lines as `[first, stop)` of neighbours of one kind."""
    for first, stop in runs(cuts):
        found = kinds(seen[first:stop])
        start = first
        for at in range(first + 1, stop + 1):
            if at == stop or found[at - first] != found[start - first]:
                yield start, at, found[start - first]
                start = at
