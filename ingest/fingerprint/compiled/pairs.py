"""Which texts meet, and how much they share."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import uint64

from ingest.fingerprint.compiled.decorator import compiled

Array = np.ndarray[Any, Any]


@compiled
def _have_met(a: Array, b: Array, bands: int) -> bool:
    met = False
    for band in range(bands):
        met |= a[band] == b[band]
    return met


@compiled
def meet(ordered: Array, mask: Any, keys: Array, band: int, pairs: Array, count: int) -> int:
    """Write the pairs of texts that share the key of `band` and none of an earlier one; return how many.

    `ordered` are sorted values: a key, its lowest bits replaced by the number of the text (`mask`).
    Counts on where `pairs` is full: the caller then comes again with more room.
    """
    first = 0
    for last in range(len(ordered)):
        if (ordered[last] ^ ordered[first]) & ~mask != uint64(0):
            first = last
        b = np.int64(ordered[last] & mask)
        for other in range(first, last):
            a = np.int64(ordered[other] & mask)
            if keys[a, band] == keys[b, band] and not _have_met(keys[a], keys[b], band):
                if count < len(pairs):
                    pairs[count, 0], pairs[count, 1] = min(a, b), max(a, b)
                count += 1
    return count


@compiled
def count_shared(values: Array, stops: Array, pairs: Array, shared: Array) -> None:
    """Count what the sorted sets of each pair have in common; set s ends at stops[s]."""
    for index in range(len(pairs)):
        a, b = pairs[index, 0], pairs[index, 1]
        at_a, at_b = (stops[a - 1] if a else 0), (stops[b - 1] if b else 0)
        count = 0
        while at_a < stops[a] and at_b < stops[b]:
            left, right = values[at_a], values[at_b]
            # Added, not branched on: which one is smaller is hard to foresee.
            count += left == right
            at_a += left <= right
            at_b += right <= left
        shared[index] = count
