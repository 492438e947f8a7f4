"""How alike two tellings are: one number, and what speaks for it."""

from __future__ import annotations

import numpy as np

from ingest.telling.model import TERM_KINDS, Levels, Shared, StoryComparison, Telling

# A pair of this score or more is worth storing; lower ones count as 0 where groups are formed.
RELATED = 0.2


def level(holders: int) -> int:
    """Return the rarity level of a term that this many texts hold: 0 up to 7, 1 up to 63, 2 up to 511 …"""
    return max(0, holders.bit_length() - 1) // 3


def compare(a: Telling, b: Telling, levels: Levels | None = None) -> StoryComparison:
    """Compare two tellings. Symmetric but for the sides of what they share; `levels` None: all terms are rare."""
    weights_a, weights_b = _weights(a, levels), _weights(b, levels)
    _, at_a, at_b = np.intersect1d(a.keys, b.keys, assume_unique=True, return_indices=True)
    norm = float(np.sqrt((weights_a**2).sum() * (weights_b**2).sum())) or 1.0
    products = weights_a[at_a] * weights_b[at_b] / norm
    order = np.lexsort((a.keys[at_a], -products))
    shared = tuple(
        Shared(
            int(a.keys[i]), TERM_KINDS[a.kinds[i]], float(product),
            int(a.starts[i]), int(a.stops[i]), int(b.starts[j]), int(b.stops[j]),
        )
        for i, j, product in zip(at_a[order], at_b[order], products[order], strict=True)
    )  # fmt: skip
    parts = {"terms": float(products.sum())}
    return StoryComparison(min(1.0, parts["terms"]), parts, shared)


def _weights(telling: Telling, levels: Levels | None) -> np.ndarray:
    weights = telling.weights.astype(np.float64)
    if levels is None:
        return weights
    return weights / (1.0 + np.array([levels(int(key)) for key in telling.keys], np.float64))
