"""Which documents tell the same story, given the scores of pairs: average linkage over what is known.

Groups merge while the mean score between their members is TOGETHER or more (Sokal and Michener, 1958), so one
likely pair cannot chain two stories. Two groups whose mean is that high have a pair that is: what is not
connected by such pairs can be grouped on its own, and comes out the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int, float]

# About as likely one story as not; a little less, as pairs that nothing brought together count as 0.
TOGETHER = 0.46
# In what is connected and larger than this, only likelier pairs connect: a theme falls into its parts.
_LARGE = 2_000
_STEP = 0.1
# Scores are summed as whole numbers, so that the order of the pairs cannot matter.
_UNITS = 1_000_000


def cluster(size: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """Group documents 0 to size - 1 by their pairs `(a, b, score)`; a pair that is not listed has score 0.

    Documents are numbered in an order that does not depend on their arrival, as ties go by number. Scores
    may lie outside 0 to 1: a very high one keeps two together, a very low one apart. Groups are ascending,
    in order of their first document, and those of a connected component depend on its pairs alone.
    """
    found = [group for part in _parts(range(size), pairs, TOGETHER) for group in _linked(*part)]
    return sorted(found)


def components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Return what pairs of TOGETHER or more connect among documents 0 to size - 1: whole stories lie within.

    Each component is ascending, and they are in order of their first document.
    """
    return sorted(_connected(range(size), (pair for pair in pairs if pair[2] >= TOGETHER)))


def _parts(members: Iterable[int], pairs: Iterable[Pair], least: float) -> list[tuple[list[int], list[Pair]]]:
    """Return what pairs of `least` or more connect, with all pairs within; large parts in pieces."""
    pairs = list(pairs)
    groups = _connected(members, (pair for pair in pairs if pair[2] >= least))
    part_of = {member: number for number, group in enumerate(groups) for member in group}
    within: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if part_of[pair[0]] == part_of[pair[1]]:
            within[part_of[pair[0]]].append(pair)
    parts = []
    for number, group in enumerate(groups):
        if len(group) > _LARGE and least < 1:
            parts += _parts(group, within[number], least + _STEP)
        else:
            parts.append((group, within[number]))
    return parts


def _connected(members: Iterable[int], pairs: Iterable[Pair]) -> list[list[int]]:
    root = {member: member for member in members}

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for a, b, _ in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for member in sorted(root):
        found[find(member)].append(member)
    return list(found.values())


def _linked(members: Sequence[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """Merge the two groups with the highest mean score, of equal ones the first, until none is left."""
    groups = {member: [member] for member in members}
    sums: dict[int, dict[int, int]] = {member: {} for member in members}
    for a, b, score in pairs:
        sums[a][b] = sums[b][a] = round(score * _UNITS)
    heap = [(-float(total), a, b) for a in members for b, total in sums[a].items() if a < b]
    heapify(heap)
    while heap and -heap[0][0] >= TOGETHER * _UNITS:
        mean, a, b = heappop(heap)
        # What was pushed before one of the two grew is stale.
        if b in sums.get(a, {}) and mean == _distance(sums, groups, a, b):
            _merge(sums, groups, a, b)
            for other in sums[a]:
                low, high = min(a, other), max(a, other)
                heappush(heap, (_distance(sums, groups, low, high), low, high))
    return [sorted(group) for group in groups.values()]


def _merge(sums: dict[int, dict[int, int]], groups: dict[int, list[int]], a: int, b: int) -> None:
    groups[a] += groups.pop(b)
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0) + total


def _distance(sums: dict[int, dict[int, int]], groups: dict[int, list[int]], a: int, b: int) -> float:
    return -sums[a][b] / (len(groups[a]) * len(groups[b]))
