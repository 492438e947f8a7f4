"""Analysts' verdicts on tellings, carried out on any groups."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warehouse.stories.judged import joined, kept_apart

SIZE = 9
pairs = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    max_size=5,
)


def groups_of(labels: list[int]) -> list[list[int]]:
    return [[at for at, label in enumerate(labels) if label == known] for known in sorted(set(labels))]


def together(groups: list[list[int]], a: int, b: int) -> bool:
    return any(a in group and b in group for group in groups)


@given(st.lists(st.integers(0, 3), min_size=SIZE, max_size=SIZE), pairs, pairs)
def test_no_verdict_is_broken_that_can_be_kept(
    labels: list[int], linked: list[tuple[int, int]], unlinked: list[tuple[int, int]]
) -> None:
    """Who is kept apart stays so; links hold unless they contradict that; every telling is in one group."""
    apart = kept_apart(SIZE, linked, unlinked)
    singles = [[at] for at in range(SIZE)]
    before = [group for group in groups_of(labels) if not any({a, b} <= set(group) for a, b in apart)]
    before += [single for single in singles if not any(single[0] in group for group in before)]
    found = joined(before, linked, apart)
    assert sorted(at for group in found for at in group) == list(range(SIZE))
    assert not any(together(found, a, b) for a, b in apart)
    bonds = joined(singles, linked, set())
    for a, b in linked:
        [bond] = [bond for bond in bonds if a in bond]
        assert together(found, a, b) or any({x, y} <= set(bond) for x, y in apart)
    if not linked:
        assert found == sorted(before)


def test_a_link_brings_whole_groups_along() -> None:
    """Both groups become one, unless somebody in them is kept out of it: then only the linked two do."""
    groups = [[0, 1], [2, 3], [4]]
    assert joined(groups, [(1, 2)], set()) == [[0, 1, 2, 3], [4]]
    assert joined(groups, [(1, 2)], kept_apart(5, [(1, 2)], [(0, 3)])) == [[0], [1, 2], [3], [4]]


def test_what_is_kept_apart_from_one_is_kept_apart_from_all_linked_with_it() -> None:
    """A telling unlinked from one of two linked ones is not to come in through the other."""
    assert kept_apart(4, [(0, 1)], [(1, 2)]) == {(1, 2), (0, 2)}
