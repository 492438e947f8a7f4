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

    `columns` are the names of the columns that `feature` counts; a block goes left where its value is at
    most `threshold`. `children` has two entries for each node: where to go right and where to go left.
    `roots` are the first nodes of the trees, `depth` the longest way to a leaf.
    """

    columns: tuple[str, ...]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    children: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int

    def probabilities(self, columns: Columns) -> Column:
        """How likely each block is a part of the article, from 0 to 1."""
        values = np.column_stack([columns[name] for name in self.columns]).astype(np.float32)
        rows = (np.arange(len(values), dtype=np.int32) * values.shape[1])[:, None]
        flat = values.ravel()
        nodes = np.repeat(self.roots[None, :], len(values), axis=0)
        for _ in range(self.depth):
            goes_left = flat.take(rows + self.feature.take(nodes)) <= self.threshold.take(nodes)
            nodes = self.children.take(2 * nodes + goes_left)
        score = self.value.take(nodes).sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-score)))


def _rounded_down(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """The greatest numbers of single precision that are no greater; they part such numbers as `values` do."""
    near = values.astype(np.float32)
    return np.where(near > values, np.nextafter(near, np.float32(-np.inf)), near)


@cache
def forest() -> Forest:
    """The trees that ship with the package; `training/blocks` in the repository makes them."""
    with (files(__package__) / "forest.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        return Forest(
            columns=tuple(str(name) for name in data["columns"]),
            feature=data["feature"].astype(np.int32),
            threshold=_rounded_down(data["threshold"]),
            children=np.stack([data["right"], data["left"]], axis=1).astype(np.int32).ravel(),
            value=data["value"],
            roots=data["roots"].astype(np.int32),
            depth=int(data["depth"]),
        )
