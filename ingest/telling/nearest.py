"""Which of many pairs are of two that are most alike, on arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def nearest(a: NDArray[Any], b: NDArray[Any], scores: NDArray[Any], most: int) -> NDArray[np.bool_]:
    """Say of each pair `a[i]`, `b[i]` whether one is among the `most` that score highest with the other.

    Of others that score the same, those with the smaller number come first. Shape (pairs,).
    """
    ends, others = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.lexsort((others, -np.concatenate([scores, scores]), ends))
    ends = ends[order]
    ranks = np.empty(len(ends), np.int64)
    ranks[order] = np.arange(len(ends)) - np.searchsorted(ends, ends)
    near: NDArray[np.bool_] = ranks < most
    return near[: len(a)] | near[len(a) :]
