"""The trees that ship with the package fit the numbers that it takes of a page."""

import numpy as np

from ingest.extract.blocks.features import features, matrix
from ingest.extract.blocks.forest import Forest, forest
from ingest.extract.blocks.reader import read_blocks
from ingest.extract.dom import parse


def test_trees_are_walked() -> None:
    """A block goes left at or below the threshold, and the leaves of all trees add up."""
    trees = Forest(
        columns=("words",),
        feature=np.array([0, 0, 0, 0], dtype=np.int32),
        threshold=np.array([5.0, np.inf, np.inf, np.inf], dtype=np.float32),
        children=np.array([2, 1, 1, 1, 2, 2, 3, 3], dtype=np.int32),
        value=np.array([0.0, -1.0, 2.0, 1.0]),
        roots=np.array([0, 3], dtype=np.int32),
        depth=1,
    )
    found = trees.probabilities({"words": np.array([5.0, 6.0]), "links": np.array([0.0, 0.0])})
    assert np.allclose(found, [0.5, 1 / (1 + np.exp(-3.0))])


def test_shipped_trees_know_every_column() -> None:
    """Every column that the trees ask for is one that a page gives, and probabilities are in range."""
    root = parse("<h1>Ferry</h1><p>The ferry sails again from Monday, the harbour office said.</p>")
    assert root is not None
    columns = features(read_blocks(root), {"ferry"})
    assert set(forest().columns) <= set(columns)
    assert np.isfinite(matrix(columns)).all()
    likely = forest().probabilities(columns)
    assert ((likely > 0) & (likely < 1)).all()
