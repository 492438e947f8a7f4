"""Groups of copies and their canonical documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.compare import Comparison
from warehouse.grouping import Group, Verdicts, connected, neighbours
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
    near = neighbours((a, b, Comparison("near", 0.8, 0.9)) for a, b in pairs)
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


def verdicts(linked: Iterable[tuple[int, int]] = (), unlinked: Iterable[tuple[int, int]] = ()) -> Verdicts:
    def both_ways(pairs: Iterable[tuple[int, int]]) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = {}
        for a, b in pairs:
            found.setdefault(UUID(int=a), set()).add(UUID(int=b))
            found.setdefault(UUID(int=b), set()).add(UUID(int=a))
        return found

    return Verdicts(both_ways(linked), both_ways(unlinked))


def holds(found: Group) -> dict[int, tuple[int, str]]:
    """What holds each member, and the kind of it."""
    return {doc_id.int: (hold.doc_id.int, hold.scores.kind) for doc_id, hold in found.holds.items()}


def test_linked_documents_are_together_without_any_relation() -> None:
    """A link joins two texts that have nothing in common, and says that it alone does."""
    [found] = group([member(1, day=1), member(2, day=2)], [], verdicts(linked=[(1, 2)]))
    assert holds(found) == {2: (1, "linked")}
    assert found.holds[UUID(int=2)].scores.score is None


def test_a_link_brings_the_copies_of_both_together() -> None:
    """Each linked document takes its verified copies along, however the link comes into the group."""
    days = [member(number, day=number) for number in (1, 2, 3, 4, 5)]
    [found] = group(days, [(1, 2), (3, 4), (4, 5)], verdicts(linked=[(2, 4)]))
    assert holds(found) == {2: (1, "near"), 3: (4, "near"), 4: (2, "linked"), 5: (4, "near")}


def test_a_verified_copy_needs_no_link() -> None:
    """Where a linked document is a copy as well, the relation with its scores is what is told."""
    [found] = group([member(1, day=1), member(2, day=2)], [(1, 2)], verdicts(linked=[(1, 2)]))
    assert holds(found) == {2: (1, "near")}


def test_an_unlinked_document_leaves_the_better_one_its_copies() -> None:
    """The canonical document keeps the others; the other one is alone, though it is a copy of them too."""
    days = [member(number, day=number) for number in (1, 2, 3)]
    pairs = [(1, 2), (1, 3), (2, 3)]
    assert ids(group(days, pairs, verdicts(unlinked=[(1, 2)]))) == {(1, 3), (2,)}


def test_two_members_that_are_unlinked_are_not_together_through_the_canonical_one() -> None:
    """Of two copies of one document, the better one stays with it."""
    days = [member(number, day=number) for number in (1, 2, 3)]
    assert ids(group(days, [(1, 2), (1, 3)], verdicts(unlinked=[(3, 2)]))) == {(1, 2), (3,)}


def test_documents_of_one_text_can_be_unlinked() -> None:
    """The same words are no reason to stay together against a verdict."""
    same = [member(number, day=number, content=7) for number in (1, 2, 3)]
    assert ids(group(same, [], verdicts(unlinked=[(1, 2)]))) == {(1, 3), (2,)}


def test_a_document_without_words_can_be_linked() -> None:
    """Links need no text."""
    empty = Member(UUID(int=2), None, None, 0, "2.txt")
    assert ids(group([member(1, day=1), empty], [], verdicts(linked=[(1, 2)]))) == {(1, 2)}


def test_links_lead_through_documents_that_are_not_here() -> None:
    """Who is linked with the same missing document is linked."""
    [found] = group([member(1, day=1), member(3, day=3)], [], verdicts(linked=[(1, 2), (2, 3)]))
    assert holds(found) == {3: (1, "linked")}


def test_the_group_keeps_its_anchor_whoever_is_canonical() -> None:
    """The earliest document gives the id, also where the longest or a preferred one stands for the group."""
    members = [member(1, day=5, length=10), member(2, day=4, length=20), member(3, length=30)]
    pairs = [(1, 2), (1, 3), (2, 3)]
    for policy, canonical in ((Policy(), 2), (Policy(longest=True), 3)):
        [found] = group(members, pairs, policy=policy)
        assert (found.canonical.doc_id.int, found.anchor.doc_id.int) == (canonical, 2)


def test_numbered_files_keep_the_group_where_it_was() -> None:
    """Without dates the first address is the anchor, and 10 comes after 9."""
    numbered = [replace(member(n), place=f"default:news/2026-3-{n}.jsonl#{n}") for n in (9, 10, 11, 100)]
    pairs = [(a, b) for b in (9, 10, 11, 100) for a in (9, 10, 11, 100) if a < b]
    for size in (1, 2, 3, 4):
        [found] = group(numbered[:size], pairs)
        assert found.anchor.doc_id.int == 9


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Member], list[tuple[int, int]], Verdicts]:
    """Documents, some of one text, with pairs and verdicts that do not contradict each other."""
    texts = draw(st.lists(st.integers(0, 7), min_size=1, max_size=12))
    members = [
        member(number, day=draw(st.integers(1, 4)), length=draw(st.integers(1, 3)), content=text)
        for number, text in enumerate(texts)
    ]
    some = st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), max_size=14
    )
    two = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1])
    linked, unlinked = draw(st.lists(two, max_size=4)), draw(st.lists(two, max_size=5))
    bonds = connected(verdicts(linked=linked).linked)
    apart = [p for p in unlinked if bonds.get(UUID(int=p[0]), 0) != bonds.get(UUID(int=p[1]), 1)]
    return members, draw(some), verdicts(linked, apart)


@given(worlds(), st.randoms(), st.sampled_from([Policy(), Policy(longest=True), Policy(preferred=("x",))]))
def test_what_verdicts_promise_holds(
    world: tuple[list[Member], list[tuple[int, int]], Verdicts], random: Random, policy: Policy
) -> None:
    """Linked ones are together, unlinked ones never, and each other member is a copy of what holds it."""
    members, pairs, said = world
    groups = group(members, pairs, said, policy)
    at = {m.doc_id: number for number, each in enumerate(groups) for m in each.members}
    assert sorted(at) == sorted(m.doc_id for m in members)
    texts = {m.doc_id: m.content_no for m in members}
    near = {frozenset(pair) for pair in pairs}
    for a in at:
        assert all(at[a] == at[b] for b in said.linked.get(a, ()) if b in at)
        assert all(at[a] != at[b] for b in said.unlinked.get(a, ()) if b in at)
    for each in groups:
        assert set(each.holds) == {m.doc_id for m in each.members[1:]}
        for doc_id, hold in each.holds.items():
            assert at[hold.doc_id] == at[doc_id]
            if hold.scores.kind == "linked":
                continue
            assert hold.doc_id == each.canonical.doc_id or hold.doc_id in said.linked
            assert texts[doc_id] == texts[hold.doc_id] or {texts[doc_id], texts[hold.doc_id]} in near
    shuffled = random.sample(members, len(members)), random.sample(pairs, len(pairs))
    assert sorted(group(*shuffled, said, policy), key=repr) == sorted(groups, key=repr)


@given(worlds())
def test_without_links_every_member_is_a_copy_of_the_canonical_one(
    world: tuple[list[Member], list[tuple[int, int]], Verdicts],
) -> None:
    """Nothing chains: what holds a member is the canonical document itself."""
    members, pairs, said = world
    for each in group(members, pairs, Verdicts(unlinked=said.unlinked)):
        assert {hold.doc_id for hold in each.holds.values()} <= {each.canonical.doc_id}
