"""Keys under which tellings of one story meet: a weighted MinHash of their terms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.shingle import mix
from ingest.telling.model import Telling

KEYS, ROWS = 32, 2
# A key that more texts hold than this brings nobody together any more.
KEY_CAP = 100
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def story_keys(telling: Telling) -> NDArray[np.uint32]:
    """Return the keys of a telling: distinct, ascending, dtype uint32; none for a telling without terms.

    Two tellings share a key with the chance of their probability Jaccard index (Moulton and Jiang, 2018),
    to the power of two.
    """
    if not len(telling.keys):
        return np.zeros(0, np.uint32)
    seeds = mix(np.arange(1, KEYS * ROWS + 1, dtype=np.uint64) * _MULTIPLIER)
    spread = mix(telling.keys.astype(np.uint64)[None, :] ^ seeds[:, None])
    uniform = (spread >> np.uint64(11)).astype(np.float64) * 2.0**-53
    chosen = np.argmin(-np.log1p(-uniform) / telling.weights.astype(np.float64), axis=1)
    rows = telling.keys[chosen].astype(np.uint64).reshape(KEYS, ROWS)
    keys = np.arange(1, KEYS + 1, dtype=np.uint64)
    for row in range(ROWS):
        keys = mix(keys * _MULTIPLIER + rows[:, row])
    return np.unique((keys & np.uint64(0xFFFFFFFF)).astype(np.uint32))
