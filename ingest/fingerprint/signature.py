"""MinHash signatures, equal to those of `datasketch.MinHash` 2.0 with its `affine32` scheme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.shingle import Hashes, shingle_hash32

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS = 128
SEED = 1

Signature = NDArray[np.uint32]


@cache
def permutations() -> tuple[Signature, Signature]:
    """Draw the permutations as datasketch does; importing it for that would cost a second."""
    generator = np.random.RandomState(SEED)
    odd = generator.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return odd, generator.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)


def _mix32(values: Signature) -> Signature:
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))


def signatures(sets: Sequence[Hashes]) -> Signature:
    """Return one row of 128 minima for each set of shingle hashes; an empty set is all ones.

    Shape (len(sets), 128), dtype uint32. The minima of all sets are found together, one permutation
    at a time.
    """
    result = np.full((len(sets), PERMUTATIONS), 0xFFFFFFFF, dtype=np.uint32)
    filled = [row for row, hashes in enumerate(sets) if len(hashes)]
    if not filled:
        return result
    mixed = _mix32(np.concatenate([sets[row] for row in filled]).astype(np.uint32))
    starts = np.cumsum([0] + [len(sets[row]) for row in filled[:-1]])
    for column, (a, b) in enumerate(zip(*permutations(), strict=True)):
        result[filled, column] = np.minimum.reduceat(mixed * a + b, starts)
    return result


def to_minhash(signature: Signature | Sequence[int]) -> MinHash:
    """Load a signature, 128 values, into datasketch."""
    from datasketch import MinHash

    values = np.asarray(signature, dtype=np.uint32)
    return MinHash(
        num_perm=PERMUTATIONS, seed=SEED, hashfunc=shingle_hash32, hashvalues=values, scheme="affine32"
    )
