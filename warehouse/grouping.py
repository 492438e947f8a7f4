"""Groups of copies and the document that stands for each. Pure: documents, pairs, verdicts in; groups out."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from ingest.fingerprint.compare import Comparison
from ingest.fingerprint.thresholds import Thresholds
from warehouse.policy import LATER_THAN_ALL, Member, Policy, Rank

# The rules by which groups are formed. Where a file was grouped by others, it is grouped anew.
GROUPING = "1"


@dataclass(frozen=True, slots=True)
class Scores:
    """How two texts are related: true values. All but `kind` are None for what a person linked."""

    kind: str
    jaccard: float | None
    containment: float | None
    score: float | None


EXACT = Scores("exact", 1.0, 1.0, 1.0)
LINKED = Scores("linked", None, None, None)
_NUMBERS = re.compile(r"([0-9]+)")
# The texts that are similar to each text, both ways, by number; thresholds say which of them are copies.
Neighbours = dict[int, dict[int, Comparison]]
# A text, and what holds for documents with it.
_Face = tuple[int, Thresholds]


@dataclass(frozen=True, slots=True)
class Hold:
    """What holds a document in its group: the document that it is a copy of, and how strongly."""

    doc_id: UUID
    scores: Scores


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What analysts said, both ways: who is linked with whom, and who is never with whom."""

    linked: dict[UUID, set[UUID]] = field(default_factory=dict)
    unlinked: dict[UUID, set[UUID]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """Copies of one text. `members` stand in the order of their rank, the canonical one first.

    `holds` says for each of the others what holds it.
    """

    members: tuple[Member, ...]
    holds: dict[UUID, Hold]
    why: str

    @property
    def canonical(self) -> Member:
        return self.members[0]

    @property
    def anchor(self) -> Member:
        """The document that gives the group its id: the earliest, whatever policy chose the canonical one.

        Of one moment, or without dates, it is the one with the first address, numbers in their order.
        Articles mostly arrive so; the anchor moves less than any other that depends on documents alone.
        """
        return self.canonical if len(self.members) == 1 else min(self.members, key=age)


def age(member: Member) -> tuple[object, ...]:
    """Return what documents are compared by to find the earliest: date, address with its numbers, id."""
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(member.place)]
    return member.published_at or LATER_THAN_ALL, parts, member.doc_id.bytes


@dataclass(frozen=True, slots=True)
class _Unit:
    """Documents that always go together: linked ones, or all of one text and thresholds without a verdict."""

    members: tuple[Member, ...]
    bond: bool
    rank: Rank

    @property
    def faces(self) -> set[_Face]:
        return {(m.content_no, m.thresholds) for m in self.members if m.content_no is not None}


def neighbours(pairs: Iterable[tuple[int, int, Comparison]]) -> Neighbours:
    """Return for each text those similar to it, from pairs that stand there once each."""
    found: Neighbours = defaultdict(dict)
    for a, b, comparison in pairs:
        found[a][b] = found[b][a] = comparison
    return found


def group(
    members: Iterable[Member],
    near: Neighbours,
    verdicts: Verdicts | None = None,
    policy: Policy | None = None,
) -> list[Group]:
    """Split documents into groups of copies.

    The best document takes all documents whose texts are copies of its own, then the best of the rest
    takes its own, and so on: every member is a verified copy of the canonical document, and copies of
    copies do not chain. Linked documents go together, and each takes its copies along; of two unlinked
    documents the one with the better rank stays. The outcome depends on what goes in alone, not on
    its order.
    """
    return _Grouping(near, verdicts or Verdicts(), policy or Policy()).run(members)


class _Grouping:
    def __init__(self, near: Neighbours, verdicts: Verdicts, policy: Policy) -> None:
        self._near, self._verdicts, self._policy = near, verdicts, policy
        self._waiting: dict[int, _Unit] = {}
        self._holders: dict[int, list[tuple[int, Thresholds]]] = defaultdict(list)

    def run(self, members: Iterable[Member]) -> list[Group]:
        units = sorted(self._units(members), key=lambda unit: unit.rank)
        self._waiting = dict(enumerate(units))
        for number, unit in self._waiting.items():
            for content, thresholds in unit.faces:
                self._holders[content].append((number, thresholds))
        groups = []
        while self._waiting:
            number = next(iter(self._waiting))
            groups.append(self._around(self._waiting.pop(number)))
        return groups

    def _units(self, members: Iterable[Member]) -> Iterator[_Unit]:
        bonds = connected(self._verdicts.linked)
        parts: dict[object, list[Member]] = defaultdict(list)
        for member in members:
            free = member.doc_id not in bonds and member.doc_id not in self._verdicts.unlinked
            alone = member.content_no is None or not free
            face = member.content_no, member.thresholds
            parts[bonds.get(member.doc_id, member.doc_id) if alone else face].append(member)
        for part in parts.values():
            ranked = sorted(part, key=self._policy.rank)
            bond = ranked[0].doc_id in bonds
            yield _Unit(tuple(ranked), bond, self._policy.rank(ranked[0]))

    def _around(self, centre: _Unit) -> Group:
        """Form the group of the best unit that is left."""
        canonical = centre.members[0]
        members, cores, inside = [canonical], [canonical], {canonical.doc_id}
        holds: dict[UUID, Hold] = {}
        queue: list[int] = []
        unit: _Unit | None = centre
        while unit:
            rest = [member for member in unit.members if member is not canonical]
            self._hold(rest, cores, holds)
            members += rest
            inside.update(member.doc_id for member in rest)
            if unit.bond:
                cores += rest
            if unit.bond or unit is centre:
                self._ask(unit, queue)
            unit = self._next(queue, inside)
        ranked = sorted(members, key=self._policy.rank)
        return Group(tuple(ranked), holds, self._policy.why(ranked))

    def _ask(self, unit: _Unit, queue: list[int]) -> None:
        """Queue the waiting units that hold a text of `unit` or a copy of it. Numbers go by rank."""
        for face in unit.faces:
            for other in (face[0], *self._near.get(face[0], ())):
                for number, thresholds in self._holders.get(other, ()):
                    if number in self._waiting and self._related(face, (other, thresholds)):
                        heapq.heappush(queue, number)

    def _next(self, queue: list[int], inside: set[UUID]) -> _Unit | None:
        """Return the best unit of the queue that nothing keeps out of the group."""
        while queue:
            number = heapq.heappop(queue)
            unit = self._waiting.get(number)
            if unit and not any(self._verdicts.unlinked.get(m.doc_id, set()) & inside for m in unit.members):
                return self._waiting.pop(number)
        return None

    def _hold(self, members: Sequence[Member], cores: Sequence[Member], holds: dict[UUID, Hold]) -> None:
        """Say what holds each of a unit's members; documents that only a link holds come last."""
        by_face: dict[tuple[int | None, Thresholds], Hold | None] = {}
        left = {}
        for member in members:
            face = member.content_no, member.thresholds
            if face not in by_face:
                by_face[face] = self._strongest(member, cores)
            found = by_face[face]
            if found:
                holds[member.doc_id] = found
            else:
                left[member.doc_id] = member
        self._hold_linked(left, cores[0].doc_id, holds)

    def _hold_linked(self, left: dict[UUID, Member], canonical: UUID, holds: dict[UUID, Hold]) -> None:
        """Follow links from what is held to those that nothing else holds."""
        queue = sorted(
            doc_id
            for partner in left
            for doc_id in self._verdicts.linked[partner]
            if doc_id == canonical or doc_id in holds
        )
        # Links may lead through a document that is not here.
        for holder in [*queue, canonical]:
            reached = [holder]
            while reached:
                current = reached.pop()
                for doc_id in sorted(self._verdicts.linked.get(current, ())):
                    if left.pop(doc_id, None):
                        holds[doc_id] = Hold(current, LINKED)
                        reached.append(doc_id)
        holds.update(dict.fromkeys(left, Hold(canonical, LINKED)))

    def _strongest(self, member: Member, cores: Sequence[Member]) -> Hold | None:
        """Return the verified relation to the canonical document, else the strongest to a linked one."""
        found = [(core, scores) for core in cores if (scores := self._between(member, core))]
        if not found:
            return None
        core, scores = found[0] if found[0][0] is cores[0] else max(found, key=lambda each: _strength(*each))
        return Hold(core.doc_id, scores)

    def _between(self, a: Member, b: Member) -> Scores | None:
        if a.content_no is None or b.content_no is None:
            return None
        return self._related((a.content_no, a.thresholds), (b.content_no, b.thresholds))

    def _related(self, a: _Face, b: _Face) -> Scores | None:
        """Return what makes two texts copies by the stricter thresholds of their documents."""
        if a[0] == b[0]:
            return EXACT
        found = self._near.get(a[0], {}).get(b[0])
        found = found and found.under(a[1].stricter(b[1]))
        if found is None or found.kind is None:
            return None
        return Scores(found.kind, found.jaccard, found.containment, found.score)


def _strength(core: Member, scores: Scores) -> tuple[float, bytes]:
    return scores.score or 0.0, core.doc_id.bytes


def connected(linked: dict[UUID, set[UUID]]) -> dict[UUID, UUID]:
    """Return for each linked document the smallest id among all that links connect it with."""
    bonds: dict[UUID, UUID] = {}
    for start in sorted(linked):
        heap = [] if start in bonds else [start]
        while heap:
            doc_id = heap.pop()
            if doc_id not in bonds:
                bonds[doc_id] = start
                heap += linked.get(doc_id, ())
    return bonds
