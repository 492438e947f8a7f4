"""Groups of copies and the document that stands for each. Pure: members and pairs in, groups out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

_LATER_THAN_ALL = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Member:
    """A document as grouping sees it. `content_no` is None for a text that matches nothing."""

    doc_id: UUID
    content_no: int | None
    published_at: datetime | None
    length: int
    place: str

    @property
    def rank(self) -> tuple[datetime, int, str, bytes]:
        """The canonical document has the lowest: published first, longest, then a fixed order."""
        return (self.published_at or _LATER_THAN_ALL, -self.length, self.place, self.doc_id.bytes)


@dataclass(frozen=True, slots=True)
class Group:
    """Copies of one text; `members` stand in the order of their rank, the canonical one first."""

    members: tuple[Member, ...]

    @property
    def canonical(self) -> Member:
        return self.members[0]

    @property
    def why(self) -> str:
        """Say in a sentence why the canonical document is that one."""
        if len(self.members) == 1:
            return "It has no copies."
        first, second = self.members[:2]
        if first.published_at != second.published_at and first.published_at:
            return f"It was published first, on {first.published_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC."
        tie = "Nobody's date is known" if first.published_at is None else "It shares the earliest date"
        if first.length != second.length:
            return f"{tie}; it is the longest, with {first.length} characters."
        return f"{tie}; of the longest ones its address comes first in the alphabet."


def group(members: Iterable[Member], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """Split documents into groups of copies.

    The text of the best document takes all texts that are copies of it, then the best of the rest
    takes its own, and so on. So every member is a verified copy of the canonical text: copies of
    copies do not chain. The outcome depends on members and pairs alone, not on their order.
    """
    holders: dict[int, list[Member]] = defaultdict(list)
    groups = []
    for member in members:
        if member.content_no is None:
            groups.append(Group((member,)))
        else:
            holders[member.content_no].append(member)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    waiting = dict.fromkeys(sorted(holders, key=lambda number: min(m.rank for m in holders[number])))
    while waiting:
        centre = next(iter(waiting))
        taken = [centre, *(number for number in neighbours[centre] if number in waiting and number != centre)]
        for number in taken:
            del waiting[number]
        groups.append(_ranked(member for number in taken for member in holders[number]))
    return groups


def _ranked(members: Iterable[Member]) -> Group:
    ordered: Sequence[Member] = sorted(members, key=lambda member: member.rank)
    return Group(tuple(ordered))
