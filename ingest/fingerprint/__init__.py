"""Text to fingerprint: normalise → shingle → signature → band, and the verdict on a pair.

`fingerprint` does a batch; `compare` and `shared_passages` look at two texts. The plain modules say what
every value means; `compiled`, reached through `batch`, makes the same values for large runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.band import band_keys, passage_keys
from ingest.fingerprint.profile import Profile, profile
from ingest.fingerprint.shingle import Hashes
from ingest.fingerprint.signature import Signature, signatures, to_minhash

if TYPE_CHECKING:
    from datasketch import MinHash

__all__ = ["Fingerprint", "fingerprint", "minhash", "profiles"]

# Loading compiled code takes as long as reading twice as many characters plainly; who brings this many
# brings more.
_WORTH_LOADING = 4_000_000
_read_so_far = 0
_NO_KEYS = np.empty(0, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One text's profile, its signature (128 × uint32) and the keys under which it is looked up."""

    profile: Profile
    signature: Signature
    bands: NDArray[np.uint64]
    passages: Hashes


def fingerprint(texts: Sequence[str]) -> list[Fingerprint]:
    """Fingerprint a batch of texts, in order. A text without letters or digits gets no keys."""
    return fingerprint_compiled(texts) if is_worth_loading(texts) else fingerprint_plainly(texts)


def minhash(text: str) -> MinHash:
    """Return the MinHash of a text (128 permutations) as datasketch would make it, to go on with there."""
    [print_] = fingerprint([text])
    return to_minhash(print_.signature)


def profiles(texts: Sequence[str]) -> list[Profile]:
    """Return `profile` of each text."""
    if not is_worth_loading(texts):
        return [profile(text) for text in texts]
    from ingest.fingerprint.batch import tokenise

    return tokenise(texts).profiles(texts)


def fingerprint_plainly(texts: Sequence[str]) -> list[Fingerprint]:
    """Do what `fingerprint` says, a text at a time."""
    found = [profile(text) for text in texts]
    rows = signatures([each.shingles for each in found])
    return [
        Fingerprint(each, row, keys if len(each.hashes) else _NO_KEYS, passage_keys(each.hashes))
        for each, row, keys in zip(found, rows, band_keys(rows), strict=True)
    ]


def fingerprint_compiled(texts: Sequence[str]) -> list[Fingerprint]:
    """Do what `fingerprint` says in compiled code; loading it costs half a second."""
    from ingest.fingerprint.batch import sign, tokenise, winnow

    found = tokenise(texts)
    rows, keys = sign(found)
    return [
        Fingerprint(each, row, bands if len(each.hashes) else _NO_KEYS, passages)
        for each, row, bands, passages in zip(found.profiles(texts), rows, keys, winnow(found), strict=True)
    ]


def is_worth_loading(texts: Sequence[str]) -> bool:
    """Say whether compiled code is loaded, or worth it after all that this process has read."""
    global _read_so_far
    if "ingest.fingerprint.batch" in sys.modules:
        return True
    _read_so_far += sum(map(len, texts))
    return _read_so_far >= _WORTH_LOADING
