"""Average linkage on a full matrix, compiled by numba: the same groups as `grouping` makes, sooner."""

from __future__ import annotations

from typing import Any

import numpy as np

from ingest.fingerprint.compiled.decorator import compiled

Array = np.ndarray[Any, Any]


@compiled
def _look(row: int, sums: Array, counts: Array, least: float, best: Array, means: Array) -> None:
    """Find the group after `row` that is likest to it, of equal ones the first; mean 0 where none is like."""
    best[row], means[row] = -1, 0.0
    for other in range(row + 1, len(counts)):
        if sums[row, other] > 0 and counts[other]:
            mean = sums[row, other] / (counts[row] * counts[other])
            if mean >= least and mean > means[row]:
                best[row], means[row] = other, mean


@compiled
def link(a: Array, b: Array, scores: Array, least: float, home: Array) -> None:
    """Write for each of the documents 0 to len(home) - 1 the first one of its group.

    `scores` of pairs `a`, `b` are whole numbers. The two groups with the highest mean score merge, of equal
    ones the first, until none has a mean of `least` or more.
    """
    size = len(home)
    sums = np.zeros((size, size), np.int64)
    counts, best = np.ones(size, np.int64), np.empty(size, np.int64)
    means = np.empty(size, np.float64)
    for pair in range(len(a)):
        sums[a[pair], b[pair]] = sums[b[pair], a[pair]] = scores[pair]
    for row in range(size):
        home[row] = row
        _look(row, sums, counts, least, best, means)
    while True:
        one = np.argmax(means)
        two = best[one]
        if means[one] == 0.0:
            break
        counts[one], counts[two], means[two] = counts[one] + counts[two], 0, 0.0
        for other in range(size):
            if home[other] == two:
                home[other] = one
            sums[one, other] += sums[two, other]
            sums[other, one] = sums[one, other]
        for row in range(two):
            if not counts[row]:
                continue
            if row == one or best[row] == one or best[row] == two:
                _look(row, sums, counts, least, best, means)
            elif row < one and sums[row, one] > 0:
                mean = sums[row, one] / (counts[row] * counts[one])
                if mean >= least and (mean > means[row] or (mean == means[row] and one < best[row])):
                    best[row], means[row] = one, mean
