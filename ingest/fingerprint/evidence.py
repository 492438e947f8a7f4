"""Everything that speaks for or against two texts being copies: scores, figures, keys, each threshold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ingest.fingerprint import Fingerprint, fingerprint
from ingest.fingerprint.compare import (
    CONTAINS_TOKENS,
    NAMES_CONTAINMENT,
    NUMBERS_CONTAINMENT,
    Comparison,
    Relation,
    compare,
    corrected,
    names_agree,
)
from ingest.fingerprint.names import Changes, changes
from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.profile import profile
from ingest.fingerprint.thresholds import USUAL, Thresholds

# Texts that share no band are compared where they share this part of the smaller one's passage keys.
KEYS_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Figures:
    """The different figures of two texts: those in both, and those in one alone, in alphabetical order."""

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    @property
    def fewer(self) -> int:
        """How many figures the text with fewer of them has."""
        return len(self.shared) + min(len(self.only_a), len(self.only_b))

    @property
    def share(self) -> float:
        """The part of the fewer figures that stands in the other text too; 1 where there are none."""
        return len(self.shared) / self.fewer if self.fewer else 1.0

    @property
    def missing(self) -> int:
        """How many of the fewer figures the other text lacks."""
        return self.fewer - len(self.shared)


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a kind of relation: what was measured, what it must reach, and whether it does.

    `what` is `words` (the parts of both texts that are equal in their order: all or not all), `jaccard`,
    `containment`, `length` (words of the shorter text), `figures` or `names` (the part of them that agrees;
    `threshold` is 0 for a corrected copy, whose few other figures or names are allowed).
    """

    kind: Relation
    what: Literal["words", "jaccard", "containment", "length", "figures", "names"]
    value: float
    threshold: float
    holds: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """How two texts meet: the numbers of the LSH bands that are equal, from 1, and their passage keys."""

    bands: tuple[int, ...]
    all_bands: int
    shared: int
    in_a: int
    in_b: int

    @property
    def needed(self) -> float:
        """How many shared passage keys make them candidates without a band."""
        return KEYS_SHARE * min(self.in_a, self.in_b)

    @property
    def met(self) -> bool:
        """Say whether matching would look at the pair at all."""
        return bool(self.bands) or (self.shared > 0 and self.shared >= self.needed)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The comparison of two texts with all that it was made from. Words are tokens, as matching sees them."""

    comparison: Comparison
    words_a: int
    words_b: int
    shingles_a: int
    shingles_b: int
    shingles_shared: int
    figures: Figures
    names: Changes
    keys: Keys
    thresholds: Thresholds
    checks: tuple[Check, ...]


def gather(a: str, b: str, thresholds: Thresholds = USUAL) -> Evidence:
    """Compare two texts and say everything that the verdict rests on."""
    print_a, print_b = fingerprint([a, b])
    in_a, in_b = print_a.profile, print_b.profile
    comparison = compare(in_a, in_b, thresholds)
    figures, names = _figures(a, b), changes(in_a, in_b)
    equal = comparison.kind == "exact"
    shorter = min(len(in_a.hashes), len(in_b.hashes))
    return Evidence(
        comparison,
        len(in_a.hashes),
        len(in_b.hashes),
        len(in_a.shingles),
        len(in_b.shingles),
        len(np.intersect1d(in_a.shingles, in_b.shingles, assume_unique=True)),
        figures,
        names,
        _keys(print_a, print_b),
        thresholds,
        tuple(_checks(comparison, equal, shorter, (figures, names), thresholds)),
    )


def _figures(a: str, b: str) -> Figures:
    in_a, in_b = ({token for token in {*tokens(text)} if len(profile(token).numbers)} for text in (a, b))
    return Figures(*(tuple(sorted(each)) for each in (in_a & in_b, in_a - in_b, in_b - in_a)))


def _keys(a: Fingerprint, b: Fingerprint) -> Keys:
    bands = np.flatnonzero(a.bands == b.bands) + 1 if len(a.bands) == len(b.bands) else np.empty(0, int)
    shared = len(np.intersect1d(a.passages, b.passages))
    return Keys(
        tuple(bands.tolist()), max(len(a.bands), len(b.bands)), shared, len(a.passages), len(b.passages)
    )


def _checks(
    found: Comparison, equal: bool, shorter: int, agreement: tuple[Figures, Changes], least: Thresholds
) -> Iterator[Check]:
    """Yield the conditions of each kind in the order in which they are asked."""
    jaccard, containment = found.jaccard, found.containment
    yield Check("exact", "words", float(equal), 1.0, equal)
    yield Check("near", "jaccard", jaccard, least.near, jaccard >= least.near)
    yield from _agreement("near", jaccard, *agreement)
    yield Check("contains", "containment", containment, least.contains, containment >= least.contains)
    yield Check("contains", "length", shorter, CONTAINS_TOKENS, shorter >= CONTAINS_TOKENS)
    yield from _agreement("contains", containment, *agreement)


def _agreement(kind: Relation, overlap: float, figures: Figures, names: Changes) -> Iterator[Check]:
    threshold = 0.0 if corrected(overlap, figures.missing) else NUMBERS_CONTAINMENT
    yield Check(kind, "figures", figures.share, threshold, figures.share >= threshold)
    agree = names_agree(names, overlap)
    lenient = agree and names.share < NAMES_CONTAINMENT
    yield Check(kind, "names", names.share, 0.0 if lenient else NAMES_CONTAINMENT, agree)
