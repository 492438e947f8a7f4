"""The verdict on two texts: true Jaccard and containment on shingles, and what they make the pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ingest.fingerprint.profile import Profile

Relation = Literal["exact", "near", "contains"]

NEAR_JACCARD = 0.7
CONTAINS_CONTAINMENT = 0.7
# A shorter text than this stands in many others without being taken from them.
CONTAINS_TOKENS = 25
NUMBERS_CONTAINMENT = 0.8
# A text that is nearly the same with one or two other figures is a corrected copy, not a template.
CORRECTED_OVERLAP, CORRECTED_NUMBERS = 0.9, 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """True scores of a pair; `kind` is None where the two are not copies. `score` is from 0 to 1."""

    kind: Relation | None
    jaccard: float
    containment: float

    @property
    def score(self) -> float:
        """The strength of the relation by its own kind."""
        return self.containment if self.kind == "contains" else self.jaccard


def compare(a: Profile, b: Profile) -> Comparison:
    """Compare two texts; the order does not matter."""
    if not len(a.shingles) or not len(b.shingles):
        return Comparison(None, 0.0, 0.0)
    shared = len(np.intersect1d(a.shingles, b.shingles, assume_unique=True))
    smaller = min(len(a.shingles), len(b.shingles))
    jaccard = shared / (len(a.shingles) + len(b.shingles) - shared)
    containment = shared / smaller
    return Comparison(_kind(a, b, jaccard, containment), jaccard, containment)


def _kind(a: Profile, b: Profile, jaccard: float, containment: float) -> Relation | None:
    if np.array_equal(a.hashes, b.hashes):
        return "exact"
    if jaccard >= NEAR_JACCARD and _numbers_agree(a, b, jaccard):
        return "near"
    shorter = min(len(a.hashes), len(b.hashes))
    if (
        containment >= CONTAINS_CONTAINMENT
        and shorter >= CONTAINS_TOKENS
        and _numbers_agree(a, b, containment)
    ):
        return "contains"
    return None


def _numbers_agree(a: Profile, b: Profile, overlap: float) -> bool:
    """Say whether the figures of the one with fewer stand in the other.

    Market reports and match results share their sentences and differ in their numbers.
    """
    fewer = min(len(a.numbers), len(b.numbers))
    missing = fewer - len(np.intersect1d(a.numbers, b.numbers, assume_unique=True))
    if overlap >= CORRECTED_OVERLAP and missing <= CORRECTED_NUMBERS:
        return True
    return not fewer or 1 - missing / fewer >= NUMBERS_CONTAINMENT
