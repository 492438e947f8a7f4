"""Hashes as sets."""

from __future__ import annotations

from typing import Any

import numpy as np

from ingest.fingerprint.compiled.decorator import compiled

Array = np.ndarray[Any, Any]


@compiled
def distinct(values: Array, count: int) -> int:
    """Sort the first `count` values in place, each once; return how many there are."""
    values[:count].sort()
    kept = 0
    for at in range(count):
        if at == 0 or values[at] != values[at - 1]:
            values[kept] = values[at]
            kept += 1
    return kept


@compiled
def drop_repeats(values: Array, stops: Array) -> int:
    """Keep each value of sorted sets once and close the gaps; set s ends at stops[s]. Return the end."""
    start = kept = 0
    for index in range(len(stops)):
        first = kept
        for at in range(start, stops[index]):
            if kept == first or values[at] != values[kept - 1]:
                values[kept] = values[at]
                kept += 1
        start, stops[index] = stops[index], kept
    return kept
