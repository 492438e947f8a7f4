"""What pairs connect, on arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.intp]


def smallest_connected(size: int, a: NDArray[Any], b: NDArray[Any]) -> Numbers:
    """Return for each of 0 to `size` - 1 the smallest that the pairs `a`, `b` connect it with, maybe itself.

    The larger of two roots is hung below the smaller, and paths are halved until all are of length one
    (Shiloach and Vishkin, 1982): a few rounds over whole arrays.
    """
    root = np.arange(size)
    while len(a):
        a, b = root[a], root[b]
        open_pairs = a != b
        a, b = a[open_pairs], b[open_pairs]
        np.minimum.at(root, np.maximum(a, b), np.minimum(a, b))
        while np.any((next_root := root[root]) != root):
            root = next_root
    return root
