"""Every pair of texts above a threshold of true Jaccard, found without sketches, by rare shingles.

Two sets with a Jaccard of at least t share one of the rarest (1 - t) of either's members, plus one
(Chaudhuri, Ganti and Kaushik, 2006).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.shingle import shingles, token_hashes

Pairs = set[tuple[int, int]]


class Truth:
    """The shingle sets of texts, made by the plain functions."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._sets = [shingles(token_hashes(tokens(text))) for text in texts]

    def jaccard(self, a: int, b: int) -> float:
        one, other = self._sets[a], self._sets[b]
        shared = len(np.intersect1d(one, other, assume_unique=True))
        return shared / max(1, len(one) + len(other) - shared)

    def pairs(self, threshold: float) -> Pairs:
        """Return every pair of texts with at least this Jaccard."""
        values, numbers = self._prefixes(threshold)
        order = np.argsort(values, kind="stable")
        values, numbers = values[order], numbers[order]
        edges = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1], [True])))
        met: Pairs = set()
        for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            group = numbers[start:stop].tolist()
            met.update((a, b) for at, b in enumerate(group) for a in group[:at])
        return self.at_least(met, threshold)

    def at_least(self, pairs: Iterable[tuple[int, int]], threshold: float) -> Pairs:
        """Return those of the pairs that have at least this Jaccard."""
        return {pair for pair in pairs if self.jaccard(*pair) >= threshold}

    def _prefixes(self, threshold: float) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """Return the rarest shingles of all texts that stand in others too, and whose they are."""
        known, counts = np.unique(np.concatenate(self._sets), return_counts=True)
        values, numbers = [], []
        for number, found in enumerate(self._sets):
            places = np.searchsorted(known, found)
            order = np.lexsort((places, counts[places]))
            prefix = places[order[: len(found) - math.ceil(threshold * len(found)) + 1]]
            prefix = prefix[counts[prefix] > 1]
            values.append(known[prefix])
            numbers.append(np.full(len(prefix), number))
        return np.concatenate(values), np.concatenate(numbers)
