"""Which document stands for a group, by which policy, and the sentence about it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from ingest.errors import UsageError
from warehouse.policy import Member, Policy, parse


def member(number: int, *, day: int | None = None, length: int = 100, site: str | None = None) -> Member:
    published_at = datetime(2026, 3, day, tzinfo=UTC) if day else None
    return Member(UUID(int=number), number, published_at, length, f"{number}.txt", site, "wires")


def chosen(policy: Policy, *members: Member) -> tuple[int, str]:
    """The number of the canonical document, and why it is that one."""
    ranked = sorted(members, key=policy.rank)
    return ranked[0].doc_id.int, policy.why(ranked)


@pytest.mark.parametrize("text", ["earliest", "longest", "prefer:wire.example", "prefer:a.example,desk"])
def test_what_is_written_is_read_again(text: str) -> None:
    """A policy is stored as users write it."""
    assert str(parse(text)) == text


def test_names_are_read_kindly() -> None:
    """Case, www., spaces and repetitions make no other name."""
    assert str(parse("prefer:WWW.Wire.example, desk,wire.example")) == "prefer:wire.example,desk"


@pytest.mark.parametrize("text", ["", "newest", "prefer:", "prefer:a,,b", "prefer", "earliest,longest"])
def test_other_words_are_refused(text: str) -> None:
    """What is no policy is told in a sentence that lists them."""
    with pytest.raises(UsageError, match="choose earliest, longest, or sites"):
        parse(text)


def test_the_longest() -> None:
    """Length comes first, then the date, then the alphabet."""
    policy = Policy(longest=True)
    assert chosen(policy, member(1, day=1), member(2, day=2, length=300)) == (
        2,
        "It is the longest, with 300 characters.",
    )
    assert chosen(policy, member(2, day=2), member(1, day=1)) == (
        1,
        "None is longer; it was published first, on 2026-03-01 00:00 UTC.",
    )
    assert chosen(policy, member(2), member(1)) == (
        1,
        "Nobody's date is known; its address comes first in the alphabet.",
    )


def test_preferred_places_come_in_their_order() -> None:
    """A site or a collection counts; after these the earliest is chosen."""
    policy = parse("prefer:b.example,a.example")
    assert chosen(policy, member(1, day=1, site="a.example"), member(2, day=2, site="b.example")) == (
        2,
        "It comes from b.example, number 1 of the preferred ones.",
    )
    assert chosen(policy, member(1, day=2, site="c.example"), member(2, day=1)) == (
        2,
        "None comes from a preferred place; it was published first, on 2026-03-01 00:00 UTC.",
    )
    assert chosen(policy, member(1, site="a.example"), member(2, length=900, site="a.example")) == (
        2,
        "It shares the most preferred place; nobody's date is known; it is the longest, with 900 characters.",
    )
    assert chosen(parse("prefer:wires"), member(1, day=2), member(2, day=1))[0] == 2
