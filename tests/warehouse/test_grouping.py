"""Groups of copies and their canonical documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import permutations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from warehouse.grouping import Group, Scores, Verdicts, neighbours
from warehouse.grouping import group as group_by
from warehouse.policy import Member, Policy


def member(number: int, *, day: int | None = None, length: int = 100, content: int | None = None) -> Member:
    published_at = datetime(2026, 3, day, tzinfo=UTC) if day else None
    return Member(
        UUID(int=number), number if content is None else content, published_at, length, f"{number}.txt"
    )


def group(
    members: Iterable[Member],
    pairs: Iterable[tuple[int, int]],
    verdicts: Verdicts | None = None,
    policy: Policy | None = None,
) -> list[Group]:
    """Groups of members whose pairs are all equally near."""
    near = neighbours((a, b, Scores("near", 0.8, 0.9, 0.8)) for a, b in pairs)
    return group_by(members, near, verdicts, policy)


def ids(groups: list[Group]) -> set[tuple[int, ...]]:
    return {tuple(m.doc_id.int for m in each.members) for each in groups}


def test_the_earliest_stands_for_the_group() -> None:
    """The first publication wins, even when it is shorter; a document without a date comes last."""
    [found] = group([member(1, length=900), member(2, day=5), member(3, day=4)], [(1, 2), (2, 3), (1, 3)])
    assert ids([found]) == {(3, 2, 1)}
    assert found.why == "It was published first, on 2026-03-04 00:00 UTC."


def test_then_the_longest_then_a_fixed_order() -> None:
    """Without dates the longest wins, and among equals the first in the alphabet."""
    [longest] = group([member(1), member(2, length=200)], [(1, 2)])
    assert (longest.canonical.doc_id.int, longest.why) == (
        2,
        "Nobody's date is known; it is the longest, with 200 characters.",
    )
    [first] = group([member(2), member(1)], [(1, 2)])
    assert first.canonical.doc_id.int == 1
    assert "alphabet" in first.why


def test_copies_of_copies_do_not_chain() -> None:
    """Every member is a copy of the canonical document itself."""
    chain = [member(number, day=number) for number in (1, 2, 3, 4)]
    assert ids(group(chain, [(1, 2), (2, 3), (3, 4)])) == {(1, 2), (3, 4)}


def test_one_text_in_many_documents() -> None:
    """Documents that hold the same text are together without any pair."""
    assert ids(group([member(2, content=7), member(1, content=7)], [])) == {(1, 2)}


def test_a_text_that_matches_nothing() -> None:
    """Documents without matchable text are alone."""
    lone = Member(UUID(int=1), None, None, 0, "1.txt"), Member(UUID(int=2), None, None, 0, "2.txt")
    groups = group(lone, [])
    assert ids(groups) == {(1,), (2,)}
    assert groups[0].why == "It has no copies."


def test_input_order_does_not_matter() -> None:
    """Any order of members and pairs gives the same groups."""
    members = [member(1, day=3), member(2, day=3, length=50), member(3), member(4, day=9)]
    pairs = [(1, 2), (4, 3), (2, 3)]
    outcomes = {
        frozenset(ids(group(order, pairs_order)))
        for order in permutations(members)
        for pairs_order in permutations(pairs)
    }
    assert len(outcomes) == 1


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30), st.integers(1, 28))
def test_every_document_is_in_one_group(pairs: list[tuple[int, int]], day: int) -> None:
    """Groups split the documents, and each member has a pair with the canonical one."""
    members = [member(n, day=(n * day) % 28 + 1, length=n) for n in range(13)]
    linked = {frozenset(pair) for pair in pairs}
    groups = group(members, [pair for pair in pairs if pair[0] != pair[1]])
    assert sorted(m.doc_id.int for each in groups for m in each.members) == list(range(13))
    for each in groups:
        for other in each.members[1:]:
            assert frozenset((each.canonical.doc_id.int, other.doc_id.int)) in linked
