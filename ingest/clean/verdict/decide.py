"""From probabilities to a verdict: which lines go.

Only a text that is a whole page is judged: many lines, most of them boilerplate by looks, several that say
so in words. Its main stretch is found first; lines outside it go on less proof, lines inside it on more.
The headline above the article stays. A page that would keep fewer than `FEWEST_KEPT` words stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Chances = NDArray[np.float64]
Choice = NDArray[np.bool_]
PAGE_LINES = 50
PAGE_SHARE = 0.55
PAGE_TELLING = 6
SURE_IN_MAIN = 0.85
SURE_OUTSIDE = 0.3
MAIN_BALANCE = 0.7
FEWEST_KEPT = 80
_MOST_WORDS = 80


def may_be_page(telling: Sequence[bool]) -> bool:
    """Whether a text is worth judging: many lines, of which several tell (say so in words).

    Without lines that tell, many short lines are more likely a table or a list of results.
    """
    return len(telling) >= PAGE_LINES and sum(telling) >= PAGE_TELLING


def is_page(chances: Chances) -> bool:
    """Whether most lines look like boilerplate, as they do in a whole page with its menus."""
    return float((chances > 0.5).mean()) > PAGE_SHARE


def page_cuts(chances: Chances, words: Chances) -> Choice:
    """Lines to cut from a whole page."""
    start, stop = main_stretch(np.minimum(words, _MOST_WORDS) * (MAIN_BALANCE - chances))
    cuts = chances > SURE_OUTSIDE
    cuts[start:stop] = chances[start:stop] > SURE_IN_MAIN
    return cuts


def main_stretch(gains: Chances) -> tuple[int, int]:
    """The stretch `[start, stop)` with the largest sum of `gains`; empty when all are negative (Kadane)."""
    best, start, stop = 0.0, 0, 0
    running, since = 0.0, 0
    for at, gain in enumerate(gains.tolist()):
        if running <= 0:
            running, since = 0.0, at
        running += gain
        if running > best:
            best, start, stop = running, since, at + 1
    return start, stop
