"""Where the rules have cut: which lines they own, and how near to them each line stands."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.verdict.decide import Choice
from ingest.clean.verdict.marks import Matrix

Rules = NDArray[np.intp]
_SILENT = ("embed", "advertisement")
_REACH = (2, 5, 12)
_FAR = 40
NAMES = (
    *("ruled", "ruled-1", "ruled+1", "ruled-2", "ruled+2"),
    *(f"ruled~{reach}" for reach in _REACH),
    *("text_ruled", "since_ruled", "to_ruled", "block_ruled"),
)


def touched(page: Page, found: Iterable[Found]) -> Choice:
    """Which lines of `page` a finding has a character of."""
    lines = np.zeros(len(page.lines), dtype=np.bool_)
    waiting = sorted(found, key=lambda item: item.start)
    reached, taken = 0, 0
    for line in page.lines:
        while taken < len(waiting) and waiting[taken].start < line.stop:
            reached = max(reached, waiting[taken].stop)
            taken += 1
        lines[line.index] = reached > line.start
    return lines


def ruled_by(page: Page, found: Iterable[Found]) -> Choice:
    """Which lines the rules have named as boilerplate. Posts do not count: they stand anywhere in a story."""
    return touched(page, (item for item in found if item.kind != "embed"))


def signals(page: Page, found: Iterable[Found]) -> Rules:
    """A number per line for the rule that names it as boilerplate; -1 for none that speaks against others.

    A label of an advertisement stands in the middle of any story and says nothing about its neighbours.
    """
    numbers = np.full(len(page.lines), -1, dtype=np.intp)
    by_rule: dict[str, list[Found]] = {}
    for item in found:
        if item.kind not in _SILENT:
            by_rule.setdefault(item.rule, []).append(item)
    for number, rule in enumerate(sorted(by_rule)):
        numbers[touched(page, by_rule[rule])] = number
    return numbers


def nearness(ruled: Choice, prose: Choice) -> Matrix:
    """A row per line, a column per name in `NAMES`: the ruled lines beside it, around it, in its block."""
    count, lines = len(ruled), np.arange(len(ruled))
    cut = ruled.astype(np.float64)
    padded = np.concatenate([[-1, -1], cut, [-1, -1]])
    sums = np.concatenate([[0], np.cumsum(cut)])
    means = []
    for reach in _REACH:
        first, stop = np.maximum(0, lines - reach), np.minimum(count, lines + reach + 1)
        means.append((sums[stop] - sums[first]) / (stop - first))
    last = np.maximum.accumulate(np.where(ruled, lines, -_FAR))
    following = np.minimum.accumulate(np.where(ruled, lines, count + _FAR)[::-1])[::-1]
    block = np.cumsum(prose)
    size = np.bincount(block, ~prose)
    return np.column_stack(
        [
            cut,
            padded[1 : count + 1],
            padded[3 : count + 3],
            padded[:count],
            padded[4:],
            *means,
            np.full(count, cut.mean()),
            np.log1p(np.minimum(lines - last, _FAR)),
            np.log1p(np.minimum(following - lines, _FAR)),
            np.bincount(block, cut * ~prose)[block] / np.maximum(1, size[block]),
        ]
    )
