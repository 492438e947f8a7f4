"""Which finding owns a character that several rules claim."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import pairwise

from ingest.clean.engine.rule import Found

# A post is one whole thing; a notice says more than the rail or menu that it stands in.
PRIORITY = (
    "embed",
    "copyright",
    "credit",
    "advertisement",
    "comments",
    "subscription",
    "related",
    "widget",
    "navigation",
    "repeated",
    "other",
)
_RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}


def settle(found: Iterable[Found]) -> list[tuple[int, int, Found]]:
    """Disjoint spans `(start, stop, owner)` in order, which together cover what `found` covers.

    The kind that stands first in `PRIORITY` owns a shared character; within a kind the certain
    finding, then the longer, then the earlier one.
    """
    waiting = sorted(found, key=lambda item: item.start)
    points = sorted({point for item in waiting for point in (item.start, item.stop)})
    active: list[tuple[tuple[int, bool, int, int, str], int, Found]] = []
    spans: list[tuple[int, int, Found]] = []
    taken = 0
    for start, stop in pairwise(points):
        while taken < len(waiting) and waiting[taken].start <= start:
            heapq.heappush(active, (_order(waiting[taken]), taken, waiting[taken]))
            taken += 1
        while active and active[0][2].stop <= start:
            heapq.heappop(active)
        if active:
            _append(spans, start, stop, active[0][2])
    return spans


def _order(item: Found) -> tuple[int, bool, int, int, str]:
    return (_RANK[item.kind], not item.certain, item.start - item.stop, item.start, item.rule)


def _append(spans: list[tuple[int, int, Found]], start: int, stop: int, owner: Found) -> None:
    if spans and spans[-1][1] == start and spans[-1][2] is owner:
        start = spans.pop()[0]
    spans.append((start, stop, owner))
