"""The verdict on two texts: true Jaccard and containment on shingles, and what they make the pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from ingest.fingerprint.names import Changes, changes
from ingest.fingerprint.profile import Profile
from ingest.fingerprint.thresholds import USUAL, Thresholds

Relation = Literal["exact", "near", "contains"]

# A shorter text than this stands in many others without being taken from them.
CONTAINS_TOKENS = 25
NUMBERS_CONTAINMENT = 0.8
NAMES_CONTAINMENT = 0.6
# A text that is nearly the same with one or two other figures or names is a corrected copy, not a template.
CORRECTED_OVERLAP, CORRECTED = 0.9, 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """True scores of a pair; `kind` is None where the two are not copies. `score` is from 0 to 1.

    `contained` says whether all but the containment speaks for `contains`, for a pair that is `near`.
    """

    kind: Relation | None
    jaccard: float
    containment: float
    contained: bool = False

    @property
    def score(self) -> float:
        """The strength of the relation by its own kind."""
        return self.containment if self.kind == "contains" else self.jaccard

    def under(self, thresholds: Thresholds) -> Comparison:
        """Return what the pair is by other thresholds; none of them lower than those it was made with."""
        if self.kind == "exact" or (self.kind == "near" and self.jaccard >= thresholds.near):
            return self
        contained = self.contained and self.containment >= thresholds.contains
        return replace(self, kind="contains" if contained else None)


def compare(a: Profile, b: Profile, thresholds: Thresholds = USUAL) -> Comparison:
    """Compare two texts, by the usual thresholds unless others are given; the order does not matter."""
    if not len(a.shingles) or not len(b.shingles):
        return Comparison(None, 0.0, 0.0)
    shared = len(np.intersect1d(a.shingles, b.shingles, assume_unique=True))
    smaller = min(len(a.shingles), len(b.shingles))
    jaccard = shared / (len(a.shingles) + len(b.shingles) - shared)
    return _judged(a, b, jaccard, shared / smaller, thresholds)


def _judged(a: Profile, b: Profile, jaccard: float, containment: float, least: Thresholds) -> Comparison:
    if np.array_equal(a.hashes, b.hashes):
        return Comparison("exact", jaccard, containment, True)
    near = jaccard >= least.near and _numbers_agree(a, b, jaccard)
    long = min(len(a.hashes), len(b.hashes)) >= CONTAINS_TOKENS
    contained = long and containment >= least.contains and _numbers_agree(a, b, containment)
    if near or contained:
        found = changes(a, b)
        near, contained = near and names_agree(found, jaccard), contained and names_agree(found, containment)
    return Comparison("near" if near else "contains" if contained else None, jaccard, containment, contained)


def names_agree(found: Changes, overlap: float) -> bool:
    """Say whether two texts are about the same names, given those that changed.

    Obituaries, appeals and match reports of one template share their sentences and differ in their names.
    One name that changed throughout was wrong, and so were two where the rest is as it was.
    """
    if corrected(overlap, found.changed) or found.changed <= min(CORRECTED, max(1, found.kept)):
        return True
    return found.share >= NAMES_CONTAINMENT


def corrected(overlap: float, changed: int) -> bool:
    """Say whether so few figures or names may differ in texts so alike."""
    return overlap >= CORRECTED_OVERLAP and changed <= CORRECTED


def _numbers_agree(a: Profile, b: Profile, overlap: float) -> bool:
    """Say whether the figures of the one with fewer stand in the other.

    Market reports and match results share their sentences and differ in their numbers.
    """
    fewer = min(len(a.numbers), len(b.numbers))
    missing = fewer - len(np.intersect1d(a.numbers, b.numbers, assume_unique=True))
    if corrected(overlap, missing):
        return True
    return not fewer or 1 - missing / fewer >= NUMBERS_CONTAINMENT
