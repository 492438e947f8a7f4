"""Text to fingerprint: normalise → shingle → signature → band, and the verdict on a pair.

`fingerprint` does a batch; `compare` and `shared_passages` look at two texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.band import band_keys, passage_keys
from ingest.fingerprint.profile import Profile, profile
from ingest.fingerprint.shingle import Hashes
from ingest.fingerprint.signature import Signature, signatures

__all__ = ["Fingerprint", "fingerprint"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One text's profile, its signature (128 × uint32) and the keys under which it is looked up."""

    profile: Profile
    signature: Signature
    bands: NDArray[np.uint64]
    passages: Hashes


def fingerprint(texts: Sequence[str]) -> list[Fingerprint]:
    """Fingerprint a batch of texts, in order. A text without letters or digits gets no keys."""
    profiles = [profile(text) for text in texts]
    rows = signatures([found.shingles for found in profiles])
    none = np.empty(0, dtype=np.uint64)
    return [
        Fingerprint(found, row, keys if len(found.shingles) else none, passage_keys(found.hashes))
        for found, row, keys in zip(profiles, rows, band_keys(rows), strict=True)
    ]
