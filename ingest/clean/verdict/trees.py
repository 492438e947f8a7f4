"""Boosted decision trees as arrays: probability of each row, and what every column added to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict.marks import Matrix

ARRAYS = ("roots", "column", "limit", "left", "right", "value")


@dataclass(frozen=True)
class Forest:
    """Nodes of all trees in one numbering. A row goes `left` where its `column` is at most `limit`.

    A leaf points to itself on both sides. `value` is a node's mean score in log-odds, so that the step from
    a node to its child is what the node's column adds (Saabas 2014). `depth` is the longest way to a leaf.
    """

    roots: NDArray[Any]
    column: NDArray[Any]
    limit: NDArray[Any]
    left: NDArray[Any]
    right: NDArray[Any]
    value: NDArray[Any]
    depth: int

    def probability(self, rows: Matrix) -> NDArray[np.float64]:
        """Probability of boilerplate per row."""
        at = self._roots_of(rows)
        for _ in range(self.depth):
            at = self._step(rows, at)
        score: NDArray[np.float64] = self.value[at].sum(axis=1)
        return 1 / (1 + np.exp(-score))

    def contributions(self, rows: Matrix) -> Matrix:
        """What each column adds to each row's log-odds, summed over the trees."""
        added = np.zeros_like(rows)
        lines = np.repeat(np.arange(len(rows)), len(self.roots)).reshape(len(rows), -1)
        at = self._roots_of(rows)
        for _ in range(self.depth):
            following = self._step(rows, at)
            np.add.at(added, (lines, self.column[at]), self.value[following] - self.value[at])
            at = following
        return added

    def _roots_of(self, rows: Matrix) -> NDArray[Any]:
        return np.broadcast_to(self.roots, (len(rows), len(self.roots)))

    def _step(self, rows: Matrix, at: NDArray[Any]) -> NDArray[Any]:
        seen = np.take_along_axis(rows, self.column[at], axis=1)
        step: NDArray[Any] = np.where(seen <= self.limit[at], self.left[at], self.right[at])
        return step
