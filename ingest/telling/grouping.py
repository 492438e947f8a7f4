"""Which documents tell the same story, given the scores of pairs: average linkage over what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

TOGETHER = 0.46
_UNITS = 1_000_000


def components(size: int, pairs: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Return the connected components of documents 0 to size - 1, each ascending, in order of their first."""
    root = list(range(size))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for a, b, _ in pairs:
        a, b = find(a), find(b)
        root[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = defaultdict(list)
    for at in range(size):
        found[find(at)].append(at)
    return list(found.values())


def cluster(size: int, pairs: Sequence[tuple[int, int, float]]) -> list[list[int]]:
    """Group documents 0 to size - 1 by average linkage; a pair that is not listed has score 0.

    Documents are numbered in an order that does not depend on their arrival, as ties go by number. Groups
    merge while the mean score between them is TOGETHER or more (Sokal and Michener, 1958), the highest first.
    Groups are ascending, in order of their first document. Scores are summed as whole numbers, so that the
    order of the pairs cannot matter.
    """
    sums: list[dict[int, int]] = [{} for _ in range(size)]
    for a, b, score in pairs:
        sums[a][b] = sums[b][a] = round(score * _UNITS)
    members = [[at] for at in range(size)]
    heap = [(-value / 1, a, b) for a in range(size) for b, value in sums[a].items() if a < b]
    heapify(heap)
    while heap:
        mean, a, b = heappop(heap)
        if -mean < TOGETHER * _UNITS:
            break
        if not members[a] or not members[b] or b not in sums[a] or mean != _mean(sums, members, a, b):
            continue
        members[a] += members[b]
        members[b] = []
        for other, value in sums[b].items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0) + value
        sums[b] = {}
        for other in sums[a]:
            low, high = min(a, other), max(a, other)
            heappush(heap, (_mean(sums, members, low, high), low, high))
    return sorted(sorted(group) for group in members if group)


def _mean(sums: list[dict[int, int]], members: list[list[int]], a: int, b: int) -> float:
    return -sums[a][b] / (len(members[a]) * len(members[b]))
