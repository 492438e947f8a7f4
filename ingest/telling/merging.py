"""The terms that two tellings share, by merging their ascending keys, compiled by numba."""

from __future__ import annotations

from typing import Any

import numpy as np

from ingest.fingerprint.compiled.decorator import compiled

Array = np.ndarray[Any, Any]


@compiled
def merge(keys: Array, bounds: Array, a: Array, b: Array, pairs: Array, at_a: Array, at_b: Array) -> int:
    """Write the pair of each shared term and its rows on both sides, ascending; return how many there are.

    The keys of telling i are `keys[bounds[i]:bounds[i + 1]]`; pair n is tellings `a[n]` and `b[n]`.
    """
    count = 0
    for pair in range(len(a)):
        i, j = bounds[a[pair]], bounds[b[pair]]
        end, other_end = bounds[a[pair] + 1], bounds[b[pair] + 1]
        while i < end and j < other_end:
            mine, theirs = keys[i], keys[j]
            if mine == theirs:
                pairs[count], at_a[count], at_b[count] = pair, i, j
                count += 1
            i += mine <= theirs
            j += theirs <= mine
    return count
