"""Which lines of a text that is mostly story go: runs of likely boilerplate that something speaks for.

Two signals are needed: the model, and a line in the run that a rule has cut or that says in words what
it is. These anchor the run, and only lines within `REACH` of an anchor go with it. A run in the flow of the
story, with paragraphs on both sides, needs more of both; there a line that nothing but its own words speak
against stays. So does a sentence beside a paragraph, which may be the story's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ingest.clean.verdict.decide import Chances, Choice

SURE_AT_ENDS = 0.5
SURE_IN_FLOW = 0.7
SURE_ALONE = 0.85
SURE_SENTENCE = 0.85
ANCHORED = 0.2
REACH = 8
FEWEST_LEFT = 20
_SENTENCE_WORDS = 8
_PARAGRAPH_WORDS = 25


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines `[first, stop)` that are likely boilerplate, and whether paragraphs stand around.

    `anchors` are the lines among them that a rule has cut or that say what they are, `ruled` the former.
    """

    first: int
    stop: int
    above: bool
    below: bool
    anchors: tuple[int, ...]
    ruled: bool

    @property
    def limit(self) -> float | None:
        """The chance above which its lines go; None where they stay."""
        count, in_flow = len(self.anchors), self.above and self.below
        if not count or (self.below and count < ANCHORED * (self.stop - self.first)):
            return None
        if count == 1 and not self.ruled:
            return None if in_flow else SURE_ALONE
        return SURE_IN_FLOW if in_flow else SURE_AT_ENDS

    def encloses(self, line: int) -> bool:
        """Whether an anchor stands between the line and the paragraphs around the run."""
        return not ((self.above and line < self.anchors[0]) or (self.below and line > self.anchors[-1]))


def story_cuts(chances: Chances, words: Chances, closed: Choice, ruled: Choice, telling: Choice) -> Choice:
    """Lines to cut, `ruled` ones aside, from chances of boilerplate, numbers of words, sentence ends.

    `ruled` lines are cut by rules, `telling` ones say what they are; both anchor a run.
    """
    likely = (chances > SURE_AT_ENDS) | ruled
    paragraph = ~likely & ((closed & (words >= _SENTENCE_WORDS)) | (words >= _PARAGRAPH_WORDS))
    sentence = closed & ~telling
    cuts = np.zeros_like(ruled)
    for run in _runs_among(paragraph, likely, ruled, telling):
        limit = run.limit
        if limit is None:
            continue
        for line in range(run.first, run.stop):
            enough = max(limit, SURE_SENTENCE) if sentence[line] else limit
            cuts[line] = chances[line] > enough and (not sentence[line] or run.encloses(line))
    return cuts & ~ruled & _near(ruled | telling)


def _runs_among(paragraph: Choice, likely: Choice, ruled: Choice, telling: Choice) -> Iterator[Run]:
    before = np.cumsum(paragraph).tolist()
    for first, stop in runs(likely):
        anchors = tuple((first + np.flatnonzero((ruled | telling)[first:stop])).tolist())
        above, below = before[first] > 0, before[stop - 1] < before[-1]
        yield Run(first, stop, above, below, anchors, bool(ruled[first:stop].any()))


def _near(anchors: Choice) -> Choice:
    """Which lines are at most `REACH` lines away from an anchor."""
    sums = np.concatenate([np.zeros(REACH + 1), np.cumsum(anchors), np.full(REACH, anchors.sum())])
    count = len(anchors)
    within: Choice = sums[2 * REACH + 1 : 2 * REACH + 1 + count] > sums[:count]
    return within


def runs(chosen: Choice) -> Iterator[tuple[int, int]]:
    """The unbroken runs of chosen lines as `[first, stop)`."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
