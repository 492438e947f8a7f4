"""Numbers for the blocks of a page: a column has one value for each block."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Columns = dict[str, Column]
Indexes = NDArray[np.int64]

# Stands where there is no value: no neighbour, no heading, no opinion.
MISSING = -9.0


def sums(values: Column) -> Column:
    """Running totals that begin with 0: the total of `[first, stop)` is `sums[stop] - sums[first]`."""
    return np.concatenate([[0.0], np.cumsum(values)])


def missing(count: int) -> Column:
    """A column without any value."""
    return np.full(count, MISSING)
