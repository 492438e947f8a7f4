"""The trained weights that ship with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from ingest.clean.verdict.trees import ARRAYS, Forest

FILE = Path(__file__).with_name("weights.npz")


@cache
def forest(name: str) -> Forest:
    """The forest that tells boilerplate: in whole pages (`page`), in articles' own texts (`story`)."""
    with np.load(FILE, allow_pickle=False) as stored:
        roots, column, limit, left, right, value = (stored[f"{name}_{array}"] for array in ARRAYS)
        depth = int(stored[f"{name}_depth"])
    return Forest(
        roots.astype(np.intp),
        column.astype(np.intp),
        limit.astype(np.float64),
        left.astype(np.intp),
        right.astype(np.intp),
        value.astype(np.float64),
        depth,
    )
