"""Pairs of similar texts within one collection in memory: keys meet by sorting, all pairs are verified.

The warehouse does the same against everything stored, with its keys in a table and a join.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.band import BANDS
from ingest.fingerprint.batch import shingle_sets, sign, tokenise
from ingest.fingerprint.compiled.pairs import count_shared, meet
from ingest.fingerprint.shingle import Hashes

Pairs = NDArray[np.int64]
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Similar:
    """Pairs of numbers of texts, the smaller first, shape (n, 2), and the true Jaccard of each."""

    pairs: Pairs
    jaccard: NDArray[np.float64]


def similar(texts: Sequence[str], threshold: float) -> Similar:
    """Return the pairs of texts whose sets of shingles have at least this Jaccard.

    Misses what no band of the signatures shows, and nothing else: see `band`.
    """
    tokens, keys = _keys(texts)
    # A text without words has a signature like any other, but nothing to share.
    filled = np.flatnonzero(tokens)
    pairs = np.sort(filled[candidates(keys[filled])], axis=1)
    jaccard = _jaccard(texts, pairs)
    close = jaccard >= threshold
    return Similar(pairs[close], jaccard[close])


def _keys(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Return the number of tokens of each text, and its band keys."""
    tokens = np.zeros(len(texts), np.int64)
    keys = np.empty((len(texts), BANDS), np.uint64)
    for start in range(0, len(texts), _CHUNK):
        found = tokenise(texts[start : start + _CHUNK])
        tokens[start : start + _CHUNK] = np.diff(found.stops, prepend=0)
        keys[start : start + _CHUNK] = sign(found)[1]
    return tokens, keys


def candidates(keys: NDArray[np.uint64]) -> Pairs:
    """Return the pairs of rows of `keys`, shape (texts, bands), that have an equal key in some band."""
    mask = np.uint64((1 << len(keys).bit_length()) - 1)
    numbers = np.arange(len(keys), dtype=np.uint64)
    pairs = np.empty((max(1024, len(keys)), 2), np.int64)
    count = 0
    for band in range(keys.shape[1]):
        # One word holds key and number, since sorting words is much faster than sorting rows.
        ordered = np.sort((keys[:, band] & ~mask) | numbers)
        before, count = count, meet(ordered, mask, keys, band, pairs, count)
        if count > len(pairs):
            more = np.empty((2 * count, 2), np.int64)
            more[:before] = pairs[:before]
            pairs, count = more, meet(ordered, mask, keys, band, more, before)
    return pairs[:count]


def _jaccard(texts: Sequence[str], pairs: Pairs) -> NDArray[np.float64]:
    met, places = np.unique(pairs, return_inverse=True)
    values, stops = _sets([texts[number] for number in met.tolist()])
    places = places.reshape(pairs.shape)
    shared = np.empty(len(pairs), np.int64)
    count_shared(values, stops, places, shared)
    sizes = np.diff(stops, prepend=0)[places].sum(axis=1)
    jaccard: NDArray[np.float64] = shared / (sizes - shared)
    return jaccard


def _sets(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the sorted sets of shingles of texts one after the other, and where each ends."""
    values, stops = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    end = 0
    for start in range(0, len(texts), _CHUNK):
        more, ends = shingle_sets(tokenise(texts[start : start + _CHUNK]))
        values.append(more)
        stops.append(ends + end)
        end += len(more)
    return np.concatenate(values), np.concatenate(stops)
