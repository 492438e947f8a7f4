"""Token hashes to signatures, band keys and passage keys."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import uint32, uint64

from ingest.fingerprint.compiled.decorator import compiled
from ingest.fingerprint.compiled.sets import distinct

Array = np.ndarray[Any, Any]
_MULTIPLIER = uint64(0x9E3779B97F4A7C15)


@compiled
def _mixed(value: Any) -> Any:
    value = (value ^ (value >> uint64(33))) * uint64(0xFF51AFD7ED558CCD)
    value = (value ^ (value >> uint64(33))) * uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> uint64(33))


@compiled
def _runs(hashes: Array, size: int, out: Array) -> int:
    """Write one hash for each run of `size` tokens; a shorter text is one run."""
    if not len(hashes):
        return 0
    size = min(size, len(hashes))
    count = len(hashes) - size + 1
    for at in range(count):
        value = uint64(0)
        for offset in range(size):
            value = value * _MULTIPLIER + hashes[at + offset]
        out[at] = _mixed(value)
    return count


@compiled
def _sign(runs: Array, low: Array, odd: Array, add: Array, row: Array) -> None:
    for at in range(len(runs)):
        value = uint32(runs[at])
        value = uint32((value ^ (value >> uint32(16))) * uint32(0x85EBCA6B))
        value = uint32((value ^ (value >> uint32(13))) * uint32(0xC2B2AE35))
        low[at] = value ^ (value >> uint32(16))
    for column in range(len(row)):
        a, b, least = odd[column], add[column], uint32(0xFFFFFFFF)
        for at in range(len(runs)):
            least = min(least, uint32(low[at] * a + b))
        row[column] = least


@compiled
def _band(row: Array, rows: int, keys: Array) -> None:
    for band in range(len(keys)):
        key = uint64(band + 1)
        for at in range(band * rows, (band + 1) * rows):
            key = _mixed(key * _MULTIPLIER + uint64(row[at]))
        keys[band] = key


@compiled
def _winnow(runs: Array, window: int) -> int:
    """Replace the runs by the least of every `window` successive ones, sorted, each once; return how many."""
    count = len(runs)
    if count <= window:
        if count:
            runs[0] = runs.min()
        return min(count, 1)
    width = 1
    while width < window:
        count -= width
        for at in range(count):
            runs[at] = min(runs[at], runs[at + width])
        width *= 2
    kept = 1
    for at in range(1, count):
        if runs[at] != runs[kept - 1]:
            runs[kept] = runs[at]
            kept += 1
    return distinct(runs, kept)


@compiled
def sign(
    hashes: Array, stops: Array, size: int, odd: Array, add: Array, rows: int, signatures: Array, bands: Array
) -> None:
    """Write the signature and the band keys of each text, given its token hashes."""
    runs = np.empty(len(hashes), np.uint64)
    low = np.empty(len(hashes), np.uint32)
    start = 0
    for index in range(len(stops)):
        count = _runs(hashes[start : stops[index]], size, runs)
        _sign(runs[:count], low, odd, add, signatures[index])
        _band(signatures[index], rows, bands[index])
        start = stops[index]


@compiled
def shingle(hashes: Array, stops: Array, size: int, values: Array, value_stops: Array) -> None:
    """Write the shingle hashes of each text in order, given its token hashes."""
    start = count = 0
    for index in range(len(stops)):
        count += _runs(hashes[start : stops[index]], size, values[count:])
        start, value_stops[index] = stops[index], count


@compiled
def winnow(
    hashes: Array, stops: Array, size: int, window: int, passages: Array, passage_stops: Array
) -> None:
    """Write the passage keys of each text, given its token hashes; `window` is a power of two."""
    start = count = 0
    for index in range(len(stops)):
        runs = passages[count:]
        found = _runs(hashes[start : stops[index]], size, runs)
        count += _winnow(runs[:found], window)
        start, passage_stops[index] = stops[index], count
