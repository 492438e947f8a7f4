"""Many tellings as flat arrays, and the terms that pairs of them share: no loop over terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint import is_worth_loading
from ingest.telling.model import Telling


@dataclass(frozen=True, slots=True)
class Tellings:
    """Tellings one after the other. `keys`, `kinds`, `weights`, `levels` have shape (terms,), a telling's
    terms
    in ascending order of their keys; those of telling i are at `[bounds[i], bounds[i + 1])`.

    `levels` are the terms' rarity levels, in general or in the warehouse, whichever is higher; `published`,
    shape (tellings,), days since 1970, NaN where unknown; `languages`, likewise, empty where unknown.
    """

    keys: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    weights: NDArray[np.float32]
    levels: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    published: NDArray[np.float64]
    languages: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class SharedTerms:
    """Terms that pairs share: the pair's place and the term's rows on both sides; shape (shared terms,)."""

    pairs: NDArray[np.int64]
    at_a: NDArray[np.int64]
    at_b: NDArray[np.int64]


def side_by_side(tellings: Sequence[Telling], levels: Callable[[int], int] | None = None) -> Tellings:
    """Put tellings into one; `levels` gives the level of a term in the warehouse by its key."""
    keys = np.concatenate([np.zeros(0, np.uint32), *(telling.keys for telling in tellings)])
    found = [0] * len(keys) if levels is None else [levels(key) for key in keys.tolist()]
    sizes = [len(telling.keys) for telling in tellings]
    times = [telling.published_at for telling in tellings]
    return Tellings(
        keys,
        np.concatenate([np.zeros(0, np.uint8), *(telling.kinds for telling in tellings)]),
        np.concatenate([np.zeros(0, np.float32), *(telling.weights for telling in tellings)]),
        np.maximum(
            np.array(found, np.uint8), np.concatenate([np.zeros(0, np.uint8), *(t.floors for t in tellings)])
        ),
        np.cumsum([0, *sizes]),
        np.array([time.timestamp() / 86_400 if time else np.nan for time in times]),
        np.array([telling.language or "" for telling in tellings], np.str_),
    )


def shared_terms(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> SharedTerms:
    """Return the terms that tellings `a[i]` and `b[i]` share, ascending by pair and key."""
    return (shared_compiled if is_worth_loading(()) else shared_plainly)(tellings, a, b)


def shared_compiled(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> SharedTerms:
    """Do what `shared_terms` says in compiled code."""
    from ingest.telling.merging import merge

    sizes = np.diff(tellings.bounds)
    pairs, at_a, at_b = (np.empty(int(np.minimum(sizes[a], sizes[b]).sum()), np.int64) for _ in range(3))
    count = merge(tellings.keys, tellings.bounds, a, b, pairs, at_a, at_b)
    return SharedTerms(pairs[:count], at_a[:count], at_b[:count])


def shared_plainly(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> SharedTerms:
    """Do what `shared_terms` says by searching all keys of the one side among those of the other."""
    pairs_a, rows_a = _rows(tellings, a)
    pairs_b, rows_b = _rows(tellings, b)
    # A pair's keys ascend, and so do those of all pairs with the pair's number in front.
    mine = (pairs_a.astype(np.uint64) << np.uint64(32)) | tellings.keys[rows_a]
    theirs = (pairs_b.astype(np.uint64) << np.uint64(32)) | tellings.keys[rows_b]
    at = np.searchsorted(theirs, mine)
    at[at == len(theirs)] = 0
    same = np.flatnonzero(theirs[at] == mine) if len(theirs) else np.zeros(0, np.int64)
    return SharedTerms(pairs_a[same], rows_a[same], rows_b[at[same]])


def _rows(tellings: Tellings, which: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each term of each telling listed its place in the list, and its row."""
    starts = tellings.bounds[which]
    sizes = tellings.bounds[which + 1] - starts
    pairs = np.repeat(np.arange(len(which)), sizes)
    before = np.cumsum(sizes) - sizes
    return pairs, np.arange(len(pairs)) + (starts - before)[pairs]
