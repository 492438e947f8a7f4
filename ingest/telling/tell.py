"""From texts to their tellings: which terms each is about, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.telling.mentions import mentions
from ingest.telling.model import TERM_KINDS, Telling

# How many terms of each kind a telling keeps, those with the most weight, in the order of TERM_KINDS.
_MOST = np.array([30, 25, 10, 25, 10, 8, 8, 8])
MOST_TERMS = int(_MOST.sum())
# The opening of an article says what it is about: its first word weighs double, the 40th 1.4 times as much.
_OPENING = 40.0
# Weights are whole multiples of this, so that no rounding of a processor can matter.
UNIT = 1 / 32
# The words of so many texts stay in the processor's cache.
_AT_ONCE = 50
# More such units than any term weighs.
_HEAVIEST = 1 << 20


class Article(NamedTuple):
    """What is told: a clean text and what is known of it."""

    text: str
    title: str | None = None
    published_at: datetime | None = None
    language: str | None = None


def tell(
    text: str,
    title: str | None = None,
    published_at: datetime | None = None,
    language: str | None = None,
) -> Telling:
    """Return the telling of a clean text. Deterministic, never raises; an empty text has no terms."""
    [told] = tell_all([Article(text, title, published_at, language)])
    return told


def tell_all(articles: Sequence[Article]) -> list[Telling]:
    """Return the tellings of texts, each as if it were alone."""
    parts = (articles[at : at + _AT_ONCE] for at in range(0, len(articles), _AT_ONCE))
    return [told for part in parts for told in _tell(part)]


def _tell(articles: Sequence[Article]) -> list[Telling]:
    found = mentions([(article.text, article.title) for article in articles])
    # Ordered by text and key; of equal ones the first mention counts, wherever sorting has put it.
    order = np.argsort(found.owners.astype(np.uint64) << np.uint64(32) | found.keys)
    owners, keys = found.owners[order], found.keys[order]
    heads = np.flatnonzero(np.diff(owners, prepend=-1) | np.diff(keys.astype(np.int64), prepend=-1))
    first = order[:0]
    if len(heads):
        first = np.minimum.reduceat(order, heads)
        counts = np.diff(heads, append=len(order))
        opening = 1 + np.exp(-np.minimum.reduceat(found.places[order], heads) / _OPENING)
        often = np.where(found.kinds[first] < 3, 1 + np.log(counts), 1.0)
        weights = np.round(found.rarities[first] * often * opening / UNIT) * UNIT
    else:
        weights = np.zeros(0)
    kept = _heaviest(owners[heads], found.kinds[first], weights)
    bounds = np.searchsorted(owners[heads][kept], np.arange(len(articles) + 1)).tolist()
    chosen = first[kept]
    keys, kinds, floors = found.keys[chosen], found.kinds[chosen], found.floors[chosen]
    heavy, starts, stops = weights[kept].astype(np.float32), found.starts[chosen], found.stops[chosen]
    return [
        Telling(
            keys[at],
            kinds[at],
            floors[at],
            heavy[at],
            starts[at],
            stops[at],
            each.published_at,
            each.language,
        )
        for each, at in zip(articles, map(slice, bounds, bounds[1:]), strict=True)
    ]


def _heaviest(
    owners: NDArray[np.int64], kinds: NDArray[np.uint8], weights: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Return which terms are kept of each kind and text, ascending; of equal ones those with lower keys."""
    classes = owners * len(TERM_KINDS) + kinds
    order = np.argsort(classes * _HEAVIEST - (weights / UNIT).astype(np.int64), kind="stable")
    classes = classes[order]
    ranks = np.arange(len(order)) - np.searchsorted(classes, classes)
    return np.sort(order[(ranks < _MOST[kinds[order]]) & (weights[order] > 0)])
