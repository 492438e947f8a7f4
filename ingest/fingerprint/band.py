"""Keys under which texts that share much meet: LSH bands, and winnowed fingerprints of passages."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.shingle import Hashes, distinct, mix, run_hashes
from ingest.fingerprint.signature import Signature

# 42 bands of 3 rows: two texts with a Jaccard of .7 miss each other once in 40 million, of .5 once in 270.
BANDS, ROWS = 42, 3
PASSAGE_TOKENS = 8
# Keys stand for shorter runs than those that are evidence: in a flash of 30 words, edited, few of 8 are left.
KEY_TOKENS = 6
# Texts that share a run of 21 tokens (window + key - 1) share a key for certain. A power of two.
WINDOW = 16

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def band_keys(signatures: Signature) -> NDArray[np.uint64]:
    """Return the keys of the LSH bands, shape (documents, 42); the band's number is folded in."""
    rows = signatures[:, : BANDS * ROWS].reshape(len(signatures), BANDS, ROWS).astype(np.uint64)
    keys = np.broadcast_to(np.arange(1, BANDS + 1, dtype=np.uint64), rows.shape[:2])
    for row in range(ROWS):
        keys = mix(keys * _MULTIPLIER + rows[:, :, row])
    return keys


def passage_keys(hashes: Hashes) -> Hashes:
    """Return the winnowed fingerprints of a text, given its token hashes: sorted, each once.

    Of every 16 consecutive runs of 6 tokens the smallest hash is kept (Schleimer, Wilkerson and
    Aiken, 2003), so a long shared passage is found however different the rest of the texts is.
    """
    runs = run_hashes(hashes, KEY_TOKENS)
    if len(runs) <= WINDOW:
        return runs.min(keepdims=True) if len(runs) else runs
    width = 1
    while width < WINDOW:
        # The minimum over a window is that over its two halves.
        runs = np.minimum(runs[:-width], runs[width:])
        width *= 2
    return distinct(runs)
