"""Weighs the numbers of a block with boosted decision trees: how likely it is a part of the article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from ingest.extract.blocks.columns import Column, Columns


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays over all their nodes. A leaf points to itself.

    `columns` are the names of the columns that `feature` counts; a block goes to `left` where its value is
    at most `threshold`. `roots` are the first nodes of the trees, `depth` the longest way to a leaf.
    """

    columns: tuple[str, ...]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int

    def probabilities(self, columns: Columns) -> Column:
        """How likely each block is a part of the article, from 0 to 1."""
        values = np.ascontiguousarray(np.column_stack([columns[name] for name in self.columns]))
        rows = (np.arange(len(values)) * values.shape[1])[:, None]
        flat = values.astype(np.float32).astype(np.float64).ravel()
        nodes = np.broadcast_to(self.roots, (len(values), len(self.roots)))
        for _ in range(self.depth):
            goes_left = flat[rows + self.feature[nodes]] <= self.threshold[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        score = self.value[nodes].sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-score)))


@cache
def forest() -> Forest:
    """The trees that ship with the package; `training/blocks` in the repository makes them."""
    with (files(__package__) / "forest.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        return Forest(
            columns=tuple(str(name) for name in data["columns"]),
            feature=data["feature"].astype(np.int32),
            threshold=data["threshold"],
            left=data["left"].astype(np.int32),
            right=data["right"].astype(np.int32),
            value=data["value"],
            roots=data["roots"].astype(np.int32),
            depth=int(data["depth"]),
        )
