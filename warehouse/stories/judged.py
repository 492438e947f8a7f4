"""What analysts said of tellings, carried out on groups of them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from ingest.telling import components

Pair = tuple[int, int]
_TOGETHER = 1.0


def kept_apart(size: int, linked: Iterable[Pair], unlinked: Iterable[Pair]) -> set[Pair]:
    """Return the pairs (smaller first) of tellings 0 to `size` - 1 that are never in one story.

    Whoever is linked with one of two unlinked tellings is kept apart from the other, too.
    """
    unlinked = list(unlinked)
    if not unlinked:
        return set()
    parts = _bonds(size, linked)
    home = {at: part for part in parts for at in part}
    apart = set()
    for a, b in unlinked:
        apart.add((min(a, b), max(a, b)))
        if home[a] is not home[b]:
            apart |= {(min(x, y), max(x, y)) for x, y in product(home[a], home[b])}
    return apart


def joined(groups: Sequence[Sequence[int]], linked: Iterable[Pair], apart: set[Pair]) -> list[list[int]]:
    """Join groups of tellings by links, each with all that it has.

    Where that would put two together that are kept apart, only the linked tellings themselves go into a
    group of their own; and where even these cannot be together, everything stays. Links are taken in the
    order of their smallest telling.
    """
    blocks: dict[int, set[int]] = {}
    for group in groups:
        block = set(group)
        blocks |= dict.fromkeys(group, block)
    for bond in _bonds(len(blocks), linked):
        if len(bond) == 1:
            continue
        whole = set().union(*(blocks[at] for at in bond))
        if _clash(whole, apart):
            whole = set(bond)
            if _clash(whole, apart):
                continue
            for at in bond:
                blocks[at].discard(at)
        blocks |= dict.fromkeys(whole, whole)
    distinct = {min(block): block for block in blocks.values()}
    return [sorted(block) for _, block in sorted(distinct.items())]


def _bonds(size: int, linked: Iterable[Pair]) -> list[list[int]]:
    return components(size, [(a, b, _TOGETHER) for a, b in linked])


def _clash(block: set[int], apart: set[Pair]) -> bool:
    return any(a in block and b in block for a, b in apart)
