"""How well a group holds together: its weakest link, and the document that bridges a large one. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from warehouse.grouping import Group, Hold, Neighbours, Verdicts, group
from warehouse.policy import Member, Policy

# A group of more different texts than this is checked for a bridge. The largest one in 1,100 real articles
# and 20,000 made-up ones has five; six times that leaves room for a report that everybody prints and edits.
LARGE = 30


@dataclass(frozen=True, slots=True)
class Bridge:
    """A document that holds a group together: without its text, `holds` others would fall off the rest."""

    doc_id: UUID
    holds: int


def texts(found: Group) -> int:
    """Return the number of different texts in a group."""
    return len({member.content_no for member in found.members})


def weakest(found: Group) -> tuple[UUID, Hold] | None:
    """Return the member with the lowest score, and what holds it; of equal ones that with the lowest Jaccard.

    None where links of a person, which have no score, hold the group alone.
    """
    scored = [
        ((hold.scores.score, hold.scores.jaccard, doc_id.bytes), doc_id, hold)
        for doc_id, hold in found.holds.items()
        if hold.scores.score is not None
    ]
    return min(scored, key=lambda each: each[0])[1:] if scored else None


def bridge(found: Group, near: Neighbours, verdicts: Verdicts, policy: Policy) -> Bridge | None:
    """Return the bridge of a group of more than `LARGE` texts; None for a smaller one.

    Without a document, the others form groups of their own; those that are not in the largest of these
    were together through it alone. Asked are the canonical document and those that hold others.
    """
    if texts(found) <= LARGE:
        return None
    by_id = {member.doc_id: member for member in found.members}
    asked = {found.canonical.doc_id, *(hold.doc_id for hold in found.holds.values() if hold.doc_id in by_id)}
    held = ((_fallen(found, by_id[doc_id], near, verdicts, policy), doc_id) for doc_id in asked)
    most, doc_id = max(held, key=lambda each: (each[0], each[1] == found.canonical.doc_id, each[1].bytes))
    return Bridge(doc_id, most)


def _fallen(found: Group, without: Member, near: Neighbours, verdicts: Verdicts, policy: Policy) -> int:
    rest = [
        member
        for member in found.members
        if member.doc_id != without.doc_id
        and (member.content_no is None or member.content_no != without.content_no)
    ]
    return len(rest) - max((len(each.members) for each in group(rest, near, verdicts, policy)), default=0)
