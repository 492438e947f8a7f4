"""From a text to its telling: which terms it is about, and how much."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from ingest.telling.mentions import mentions
from ingest.telling.model import TERM_KINDS, Telling

# How many terms of each kind a telling keeps, those with the most weight, in the order of TERM_KINDS.
_MOST = np.array([30, 25, 10, 25, 10, 8, 8, 8])
MOST_TERMS = int(_MOST.sum())
# The opening of an article says what it is about: its first word weighs double, the 40th 1.4 times as much.
_OPENING = 40.0
# Weights are whole numbers of this, so that no rounding of a processor can matter.
_UNIT = 1 / 32


def tell(
    text: str, title: str | None = None, language: str | None = None, published_at: datetime | None = None
) -> Telling:
    """Return the telling of a clean text. Deterministic, never raises; an empty text has no terms."""
    found = mentions(text, title)
    keys, first, which, counts = np.unique(
        found.keys, return_index=True, return_inverse=True, return_counts=True
    )
    kinds = found.kinds[first]
    opening = np.ones(len(keys))
    np.maximum.at(opening, which, 1 + np.exp(-found.places / _OPENING))
    often = np.where(kinds < 3, 1 + np.log(np.maximum(counts, 1)), 1.0)
    weights = np.round(found.rarities[first] * often * opening / _UNIT) * _UNIT
    kept = _heaviest(keys, kinds, weights)
    return Telling(
        keys[kept],
        kinds[kept],
        found.floors[first][kept],
        weights[kept].astype(np.float32),
        found.starts[first][kept],
        found.stops[first][kept],
        published_at,
    )


def _heaviest(
    keys: NDArray[np.uint32], kinds: NDArray[np.uint8], weights: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Return which terms are kept, ascending."""
    order = np.lexsort((keys, -weights, kinds))
    starts = np.searchsorted(kinds[order], np.arange(len(TERM_KINDS)))
    ranks = np.arange(len(order)) - starts[kinds[order]]
    return np.sort(order[(ranks < _MOST[kinds[order]]) & (weights[order] > 0)])
