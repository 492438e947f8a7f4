"""Which documents tell the same story, given the scores of pairs: average linkage over what is known.

Groups merge while the mean score between their members is TOGETHER or more (Sokal and Michener, 1958), so one
likely pair cannot chain two stories. Two groups whose mean is that high have a pair that is: what is not
connected by such pairs can be grouped on its own, and comes out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint import is_worth_loading
from ingest.telling.connected import Numbers, smallest_connected

Pair = tuple[int, int, float]
# One row a pair: the two and their score.
Pairs = NDArray[np.float64]

# About as likely one story as not; a little less, as pairs that nothing brought together count as 0.
TOGETHER = 0.46
# In what is connected and larger than this, only likelier pairs connect: a theme falls into its parts.
_LARGE = 2_000
_STEP = 0.1
# Scores are summed as whole numbers, so that the order of the pairs cannot matter.
_UNITS = 1_000_000
_LEAST = TOGETHER * _UNITS


def cluster(size: int, pairs: Sequence[Pair] | Pairs) -> list[list[int]]:
    """Group documents 0 to size - 1 by their pairs `(a, b, score)`; a pair that is not listed has score 0.

    Documents are numbered in an order that does not depend on their arrival, as ties go by number. Scores
    may lie outside 0 to 1: a very high one keeps two together, a very low one apart. Groups are ascending,
    in order of their first document, and those of a connected component depend on its pairs alone.
    """
    parts = _parts(np.arange(size), _rows(pairs), TOGETHER, size)
    return sorted(group for members, within in parts for group in _linked(members, within))


def components(size: int, pairs: Sequence[Pair] | Pairs) -> list[list[int]]:
    """Return what pairs of TOGETHER or more connect among documents 0 to size - 1: whole stories lie within.

    Each component is ascending, and they are in order of their first document.
    """
    rows = _rows(pairs)
    a, b, _ = _columns(rows[rows[:, 2] >= TOGETHER])
    return [part.tolist() for part in _split(np.arange(size), smallest_connected(size, a, b))]


def _rows(pairs: Sequence[Pair] | Pairs) -> Pairs:
    return np.asarray(pairs, np.float64).reshape(-1, 3)


def _columns(pairs: Pairs) -> tuple[Numbers, Numbers, Pairs]:
    return pairs[:, 0].astype(np.intp), pairs[:, 1].astype(np.intp), pairs[:, 2]


def _split(rows: NDArray[Any], labels: Numbers) -> list[NDArray[Any]]:
    """Return rows in parts of equal label, by ascending label, each in the order that it had."""
    if not len(rows):
        return []
    order = np.argsort(labels, kind="stable")
    return np.split(rows[order], np.flatnonzero(np.diff(labels[order])) + 1)


def _parts(members: Numbers, pairs: Pairs, least: float, size: int) -> list[tuple[list[int], Pairs]]:
    """Return what pairs of `least` or more connect, with all pairs within; large parts in pieces."""
    a, b, score = _columns(pairs)
    strong = score >= least
    root = smallest_connected(size, a[strong], b[strong])
    inside = root[a] == root[b]
    within = _split(pairs[inside], root[a[inside]])
    pairs_of = {int(root[int(rows[0, 0])]): rows for rows in within}
    parts: list[tuple[list[int], Pairs]] = []
    for part in _split(members, root[members]):
        rows = pairs_of.get(int(part[0]), pairs[:0]) if len(part) > 1 else pairs[:0]
        if len(part) > _LARGE and least < 1:
            parts += _parts(part, rows, least + _STEP, size)
        else:
            parts.append((part.tolist(), rows))
    return parts


def _linked(members: Sequence[int], pairs: Pairs) -> list[list[int]]:
    """Merge the two groups with the highest mean score, of equal ones the first, until none is left."""
    # Where every two are likely enough, so is every mean.
    if np.count_nonzero(pairs[:, 2] >= TOGETHER) == len(members) * (len(members) - 1) // 2:
        return [list(members)]
    if len(members) <= _LARGE and is_worth_loading(()) and np.abs(pairs[:, 2]).max(initial=0) <= 1:
        return link_compiled(members, pairs)
    return link_plainly(members, pairs)


def link_plainly(members: Sequence[int], pairs: Pairs) -> list[list[int]]:
    """Do what average linkage says with sums of those pairs that are known."""
    groups = {member: [member] for member in members}
    sums: dict[int, dict[int, int]] = {member: {} for member in members}
    heap = []
    for a, b, total in _whole(pairs):
        sums[a][b] = sums[b][a] = total
        if total >= _LEAST:
            heap.append((-float(total), a, b))
    heapify(heap)
    while heap:
        distance, a, b = heappop(heap)
        near = sums.get(a)
        # What was pushed before one of the two grew is stale.
        if near is None or b not in near or distance != -near[b] / (len(groups[a]) * len(groups[b])):
            continue
        _merge(sums, groups, a, b)
        size = len(groups[a])
        for other, total in near.items():
            distance = -total / (size * len(groups[other]))
            if distance <= -_LEAST:
                heappush(heap, (distance, a, other) if a < other else (distance, other, a))
    return [sorted(group) for group in groups.values()]


def link_compiled(members: Sequence[int], pairs: Pairs) -> list[list[int]]:
    """Do the same in compiled code with sums of all pairs, for scores from -1 to 1."""
    from ingest.telling import linkage

    numbers = np.array(members)
    a, b, score = _columns(pairs)
    home = np.empty(len(numbers), np.int64)
    places = np.searchsorted(numbers, a), np.searchsorted(numbers, b)
    linkage.link(*places, np.rint(score * _UNITS).astype(np.int64), _LEAST, home)
    return [group.tolist() for group in _split(numbers, home)]


def _whole(pairs: Pairs) -> Iterable[tuple[int, int, int]]:
    """Yield pairs, the smaller first, with their scores in whole units."""
    a, b, score = _columns(pairs)
    units = map(int, np.rint(score * _UNITS).tolist())
    return zip(np.minimum(a, b).tolist(), np.maximum(a, b).tolist(), units, strict=True)


def _merge(sums: dict[int, dict[int, int]], groups: dict[int, list[int]], a: int, b: int) -> None:
    groups[a] += groups.pop(b)
    near = sums[a]
    for other, total in sums.pop(b).items():
        theirs = sums[other]
        del theirs[b]
        if other != a:
            near[other] = theirs[a] = near.get(other, 0) + total
