"""Runs of equal tokens in two sequences of token hashes: the longest ones at every place of either."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.shingle import Hashes, run_hashes

Places = NDArray[np.int64]


class Run(NamedTuple):
    """The same `length` tokens from place `a` of one sequence and from place `b` of the other."""

    a: int
    b: int
    length: int


def shared_runs(a: Hashes, b: Hashes, least: int) -> list[Run]:
    """Return the maximal runs of at least `least` equal tokens, in the order of `a`.

    No run can be extended by a token on either side. Every run that both sequences hold, at whatever
    place of either, lies within a run of the answer; where one stands several times, the first place in
    `a` goes with the first in `b`, the second with the second, and the last with all that are left over.
    So there are at most len(a) + len(b) runs, however often a phrase is repeated.

    Where nothing that both share is repeated, runs are the diagonals of equal stretches. Elsewhere suffixes
    are ranked by prefix doubling (Manber and Myers, 1993): the time is n log² n.
    """
    if min(len(a), len(b)) < least:
        return []
    if np.array_equal(a, b):
        return [Run(0, 0, len(a))]
    simple = _diagonals(a, b, least)
    if simple is not None:
        return simple
    index = _Index(a, b)
    found = {*index.runs_of_a(least), *(Run(a, b, length) for b, a, length in index.runs_of_b(least))}
    return sorted(found)


class _Index:
    """Ranks of all runs of 1, 2, 4, … tokens in both sequences, laid end to end with a mark after each.

    Two places have the same rank at level k where the 2^k tokens from there on are equal. The marks
    differ from each other and from every token, so that no run goes beyond the end of its sequence.
    """

    def __init__(self, a: Hashes, b: Hashes) -> None:
        self._a, self._b = range(len(a)), range(len(a) + 1, len(a) + 1 + len(b))
        known, numbers = np.unique(np.concatenate((a, b)), return_inverse=True)
        numbers, marks = numbers.astype(np.int64), np.array([len(known), len(known) + 1], dtype=np.int64)
        self._levels = _levels(np.concatenate((numbers[: len(a)], marks[:1], numbers[len(a) :], marks[1:])))
        self._order = np.argsort(self._levels[-1])

    def runs_of_a(self, least: int) -> Iterator[Run]:
        """Yield the longest runs from each place of the first sequence on, with a partner in the second."""
        return self._runs(self._a, self._b, least)

    def runs_of_b(self, least: int) -> Iterator[Run]:
        """As `runs_of_a`, with the two sides exchanged."""
        return self._runs(self._b, self._a, least)

    def _runs(self, mine: range, other: range, least: int) -> Iterator[Run]:
        """Yield the longest run from each place of `mine` on, but for those within the one before."""
        lengths = self._lengths(mine, other)
        inside = np.concatenate(([False], lengths[1:] < lengths[:-1]))
        for place in np.flatnonzero((lengths >= least) & ~inside).tolist():
            length = int(lengths[place])
            here = self._places(mine, mine.start + place, length)
            there = self._places(other, mine.start + place, length)
            number = int(np.searchsorted(here, place))
            yield Run(place, int(there[min(number, len(there) - 1)]), length)

    def _lengths(self, mine: range, other: range) -> Places:
        """Return how many tokens from each place of `mine` on stand somewhere in `other`.

        Of all suffixes of `other` the one that shares most with a suffix is its neighbour in their order.
        """
        order = self._order
        is_other = (order >= other.start) & (order < other.stop)
        is_mine = (order >= mine.start) & (order < mine.stop)
        at = np.arange(len(order))
        before = np.maximum.accumulate(np.where(is_other, at, -1))
        after = np.minimum.accumulate(np.where(is_other, at, len(order))[::-1])[::-1]
        lengths = np.zeros(len(order), dtype=np.int64)
        for neighbour in (before, after):
            known = np.flatnonzero(is_mine & (neighbour >= 0) & (neighbour < len(order)))
            places, partners = order[known], order[neighbour[known]]
            lengths[places] = np.maximum(lengths[places], self._common(places, partners))
        return lengths[mine.start : mine.stop]

    def _common(self, x: Places, y: Places) -> Places:
        """Return how many tokens are equal from the places `x` and `y` on, pair by pair."""
        done = np.zeros(len(x), dtype=np.int64)
        for level in range(len(self._levels) - 1, -1, -1):
            ranks = self._levels[level]
            equal = ranks[x + done] == ranks[y + done]
            done += equal.astype(np.int64) << level
        return done

    def _places(self, where: range, place: int, length: int) -> Places:
        """Return all places of the `length` tokens at `place` in one sequence, counted from its start."""
        level = length.bit_length() - 1
        ranks, rest = self._levels[level], length - (1 << level)
        starts = ranks[where.start : where.stop - length + 1]
        ends = ranks[where.start + rest : where.stop - length + 1 + rest]
        return np.flatnonzero((starts == ranks[place]) & (ends == ranks[place + rest]))


def _diagonals(a: Hashes, b: Hashes, least: int) -> list[Run] | None:
    """Return the shared runs; None where a shared stretch of `least` tokens is repeated in one of them."""
    hashes = np.concatenate((run_hashes(a, least), run_hashes(b, least)))
    order = np.argsort(hashes, kind="stable")
    ordered, count = hashes[order], len(a) - least + 1
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    lasts = np.concatenate((starts[1:], [len(order)])) - 1
    shared = (order[starts] < count) & (order[lasts] >= count)
    starts, lasts = starts[shared], lasts[shared]
    if np.any(lasts - starts > 1):
        return None
    in_a = order[starts]
    by_place = np.argsort(in_a)
    in_a, in_b = in_a[by_place], order[lasts][by_place] - count
    breaks = np.flatnonzero((np.diff(in_a) != 1) | (np.diff(in_b) != 1)) + 1
    edges = np.concatenate(([0], breaks, [len(in_a)])) if len(in_a) else np.zeros(1, dtype=np.int64)
    runs = [
        Run(int(in_a[start]), int(in_b[start]), stop - start + least - 1)
        for start, stop in pairwise(edges.tolist())
    ]
    # Two stretches with one hash would be a wrong run, however unlikely they are.
    equal = all(np.array_equal(a[i : i + length], b[j : j + length]) for i, j, length in runs)
    return runs if equal else None


def _levels(numbers: Places) -> list[Places]:
    """Return the ranks at each level, until no two places have the same."""
    levels = [numbers]
    size, width = len(numbers), 1
    highest = int(numbers.max())
    while highest + 1 < size:
        ranks = levels[-1]
        following = np.concatenate((ranks[width:] + 1, np.zeros(min(width, size), dtype=np.int64)))
        keys = ranks * (size + 1) + following
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        fresh = np.empty(size, dtype=np.int64)
        fresh[order] = np.cumsum(np.concatenate(([0], (ordered[1:] != ordered[:-1]).astype(np.int64))))
        highest = int(fresh.max())
        levels.append(fresh)
        width *= 2
    return levels
