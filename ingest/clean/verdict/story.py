"""Which lines of a text that is mostly story go: runs of likely boilerplate that something speaks for.

The model alone cuts nothing. A line that a rule has cut or that says in words what it is anchors a run, and
only lines within `REACH` of an anchor go with it. Below the story's beginning two different signals must
stand in the run or around it, and a line goes only if no paragraph is nearer than the first or last of them:
a story ends above its foot, often in short lines. Labels of advertisements stand anywhere and are no signal.
Lines that look like the story's own (see `own`) stay and close a run. A run in the flow of the story, with
paragraphs on both sides, needs more certainty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ingest.clean.verdict.decide import Chances, Choice
from ingest.clean.verdict.ruled import Rules

SURE_AT_ENDS = 0.5
SURE_IN_FLOW = 0.7
SURE_ALONE = 0.85
SURE_SENTENCE = 0.85
ANCHORED = 0.2
REACH = 8
BESIDE = 5
FEWEST_SIGNALS = 2
FEWEST_LEFT = 20
_SENTENCE_WORDS = 8
_PARAGRAPH_WORDS = 25


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the lines of a text besides the model.

    `ruled` lines are cut by rules, `telling` ones say what they are. `rules` numbers the rules that speak
    against their neighbours as well, -1 for none. `own` lines are the story's by their looks.
    """

    ruled: Choice
    telling: Choice
    rules: Rules
    own: Choice

    @property
    def speaking(self) -> Choice:
        """Lines that speak against their neighbours."""
        return (self.rules >= 0) | (self.telling & ~self.ruled)

    def among(self, first: int, stop: int) -> int:
        """How many signals of different kinds stand in these lines."""
        rules = self.rules[first:stop]
        told = int((self.telling & ~self.ruled)[first:stop].sum())
        return len(set(rules[rules >= 0].tolist())) + told


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines `[first, stop)` that are likely boilerplate, and whether paragraphs stand around.

    `anchors` are the lines among them that a rule has cut or that say what they are, `ruled` the former.
    `speaking` are the first and the last that speak against their neighbours. `signals` counts what says so
    in the run and around it, up to the next paragraph, each rule once.
    """

    first: int
    stop: int
    above: bool
    below: bool
    anchors: tuple[int, ...]
    ruled: bool
    speaking: tuple[int, int] | None
    signals: int

    @property
    def limit(self) -> float | None:
        """The chance above which its lines go; None where they stay."""
        count, in_flow = len(self.anchors), self.above and self.below
        if not count or (self.below and count < ANCHORED * (self.stop - self.first)):
            return None
        if self.signals < (FEWEST_SIGNALS if self.above else 1):
            return None
        if count == 1 and not self.ruled:
            return None if in_flow else SURE_ALONE
        return SURE_IN_FLOW if in_flow else SURE_AT_ENDS

    def encloses(self, line: int) -> bool:
        """Whether a line that speaks stands between this one and the paragraphs around the run."""
        if self.speaking is None:
            return False
        first, last = self.speaking
        return not ((self.above and line < first) or (self.below and line > last))


def story_cuts(chances: Chances, words: Chances, closed: Choice, signals: Signals) -> Choice:
    """Lines to cut, those of rules aside, from chances of boilerplate, numbers of words, sentence ends.

    A line that says what it is goes alone at the ends of a text, if the model is sure.
    """
    ruled, telling = signals.ruled, signals.telling
    likely = ((chances > SURE_AT_ENDS) & ~signals.own) | ruled
    paragraph = ~likely & ((closed & (words >= _SENTENCE_WORDS)) | (words >= _PARAGRAPH_WORDS))
    sentence = closed & ~telling
    cuts = np.zeros_like(ruled)
    for run in _runs_among(paragraph, likely, signals):
        limit = run.limit
        if limit is None:
            if not (run.above and run.below):
                span = slice(run.first, run.stop)
                cuts[span] = telling[span] & (chances[span] > SURE_ALONE)
            continue
        for line in range(run.first, run.stop):
            enough = max(limit, SURE_SENTENCE) if sentence[line] else limit
            cuts[line] = chances[line] > enough and run.encloses(line)
    return cuts & ~ruled & _near(ruled | telling)


def _runs_among(paragraph: Choice, likely: Choice, signals: Signals) -> Iterator[Run]:
    before = np.cumsum(paragraph).tolist()
    ruled, anchor, speaking = signals.ruled, signals.ruled | signals.telling, signals.speaking
    for first, stop in runs(likely):
        anchors = tuple((first + np.flatnonzero(anchor[first:stop])).tolist())
        above, below = before[first] > 0, before[stop - 1] < before[-1]
        by_rule, speak = bool(ruled[first:stop].any()), np.flatnonzero(speaking[first:stop])
        ends = (first + int(speak[0]), first + int(speak[-1])) if len(speak) else None
        around = signals.among(*_with_neighbours(paragraph, first, stop))
        yield Run(first, stop, above, below, anchors, by_rule, ends, around)


def _with_neighbours(paragraph: Choice, first: int, stop: int) -> tuple[int, int]:
    """The run and up to `BESIDE` lines on each side of it, none of them beyond a paragraph."""
    above, below = paragraph[max(0, first - BESIDE) : first][::-1], paragraph[stop : stop + BESIDE]
    reach = [int(np.argmax(side)) if side.any() else len(side) for side in (above, below)]
    return first - reach[0], stop + reach[1]


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
