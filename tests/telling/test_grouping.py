import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling.grouping import TOGETHER, Pair, cluster, components, link_compiled, link_plainly

_SIZE = 9
_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, _SIZE - 1), st.integers(0, _SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
    max_size=25,
).map(lambda found: [(a, b, score) for (a, b), score in found.items()])


def test_likely_pairs_are_together() -> None:
    """Documents that are all alike form a group, others stay alone."""
    assert cluster(4, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7), (2, 3, 0.3)]) == [[0, 1, 2], [3]]


def test_one_pair_chains_nothing() -> None:
    """One likely pair between two groups does not join them."""
    pairs = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9)]
    assert cluster(4, pairs) in ([[0, 1], [2, 3]], [[0], [1, 2], [3]])


def test_a_person_has_the_last_word() -> None:
    """A very low score keeps two apart whatever the others say, a very high one together."""
    alike = [(a, b, 0.9) for a in range(5) for b in range(a + 1, 5)]
    groups = cluster(5, [pair for pair in alike if pair[:2] != (0, 4)] + [(0, 4, -1e15)])
    assert not any({0, 4} <= set(group) for group in groups)
    assert cluster(3, [(0, 2, 1e9)]) == [[0, 2], [1]]


@settings(max_examples=100, deadline=None)
@given(_PAIRS, st.randoms(use_true_random=False))
def test_order_does_not_matter(pairs: list[Pair], chance: random.Random) -> None:
    """Groups are the same for pairs in any order, either way round."""
    shuffled = [(b, a, score) if chance.random() < 0.5 else (a, b, score) for a, b, score in pairs]
    chance.shuffle(shuffled)
    assert cluster(_SIZE, shuffled) == cluster(_SIZE, pairs)


@settings(max_examples=100, deadline=None)
@given(_PAIRS)
def test_groups_lie_within_components(pairs: list[Pair]) -> None:
    """Every document is in one group, and each component grouped on its own comes out the same."""
    whole = cluster(_SIZE, pairs)
    assert sorted(member for group in whole for member in group) == list(range(_SIZE))
    alone = []
    for part in components(_SIZE, pairs):
        place = {member: number for number, member in enumerate(part)}
        within = [(place[a], place[b], score) for a, b, score in pairs if a in place and b in place]
        alone += [[part[number] for number in group] for group in cluster(len(part), within)]
    assert sorted(alone) == whole


@settings(max_examples=100, deadline=None)
@given(_PAIRS)
def test_groups_hold_together(pairs: list[Pair]) -> None:
    """No two groups are left whose mean score is high enough to merge."""
    known = {frozenset(pair[:2]): pair[2] for pair in pairs}
    groups = cluster(_SIZE, pairs)
    for number, group in enumerate(groups):
        for other in groups[:number]:
            total = sum(known.get(frozenset((a, b)), 0.0) for a in group for b in other)
            assert total / (len(group) * len(other)) < TOGETHER + 1e-5


def test_a_large_theme_falls_into_parts() -> None:
    """Where likely pairs connect thousands, the tight groups among them are found all the same."""
    size = 2_400
    tight = [
        (a, b, 0.95)
        for start in range(0, size, 4)
        for a in range(start, start + 4)
        for b in range(a + 1, start + 4)
    ]
    chain = [(start - 1, start, 0.55) for start in range(4, size, 4)]
    assert cluster(size, tight + chain) == [list(range(start, start + 4)) for start in range(0, size, 4)]


@settings(max_examples=200, deadline=None)
@given(_PAIRS, st.sampled_from([1, 2, 10, 10**6]))
def test_compiled_code_forms_the_same_groups(pairs: list[Pair], steps: int) -> None:
    """Sums of all pairs give the groups that sums of known pairs give, with many equal scores and with few."""
    rows = np.array([(a, b, round(score * steps) / steps) for a, b, score in pairs]).reshape(-1, 3)
    members = list(range(_SIZE))
    assert sorted(link_plainly(members, rows)) == sorted(link_compiled(members, rows))
