"""Which lines of a text that is mostly story go: runs of likely boilerplate that something speaks for.

Two signals are needed: the model, and a line in the run that a rule has cut or that says in words what
it is; these anchor the run, and only lines within `REACH` of an anchor go with it. A run in the flow of the
story, with paragraphs on both sides, needs more of both; there a line that nothing but its own words speak
against stays.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ingest.clean.verdict.decide import Chances, Choice

SURE_AT_ENDS = 0.6
SURE_IN_FLOW = 0.75
SURE_ALONE = 0.85
NEVER = 2.0
ANCHORED = 0.2
REACH = 8
FEWEST_LEFT = 20
_SENTENCE_WORDS = 8
_PARAGRAPH_WORDS = 25


def story_cuts(chances: Chances, words: Chances, closed: Choice, ruled: Choice, telling: Choice) -> Choice:
    """Lines to cut, `ruled` ones aside, from chances of boilerplate, numbers of words, sentence ends.

    `ruled` lines are cut by rules, `telling` ones say what they are; both anchor a run.
    """
    likely = (chances > SURE_AT_ENDS) | ruled
    anchors = ruled | telling
    paragraph = ~likely & ((closed & (words >= _SENTENCE_WORDS)) | (words >= _PARAGRAPH_WORDS))
    before = np.cumsum(paragraph)
    cuts = np.zeros_like(ruled)
    for first, stop in runs(likely):
        place = _place(int(before[first]), int(before[stop - 1]), int(before[-1]))
        limit = _limit(place, stop - first, int(anchors[first:stop].sum()), bool(ruled[first:stop].any()))
        cuts[first:stop] = chances[first:stop] > limit
    return cuts & ~ruled & _near(anchors)


def _place(before_first: int, before_last: int, paragraphs: int) -> str:
    """Where a run stands, by the paragraphs above its first and its last line."""
    if before_last == paragraphs:
        return "tail"
    return "head" if before_first == 0 else "flow"


def _limit(place: str, size: int, anchors: int, ruled: bool) -> float:
    """The chance above which lines of a run of `size` go; more than 1 where none may."""
    if not anchors or (anchors < ANCHORED * size and place != "tail"):
        return NEVER
    if anchors == 1 and not ruled:
        return NEVER if place == "flow" else SURE_ALONE
    return SURE_IN_FLOW if place == "flow" else SURE_AT_ENDS


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
