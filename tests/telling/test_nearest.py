"""Of many pairs, those of tellings that are most alike."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling import nearest

_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.5, 0.6, 1.0]),
)


def test_one_side_is_enough() -> None:
    """A pair is kept where one of the two is near the other, and of equal scores the smaller number is nearer."""
    a, b = np.array([0, 0, 0, 2]), np.array([1, 2, 3, 3])
    assert nearest(a, b, np.array([0.9, 0.8, 0.7, 0.8]), 1).tolist() == [True, True, False, True]
    assert nearest(a, b, np.array([0.9, 0.8, 0.9, 0.8]), 1).tolist() == [True, True, True, False]


@given(_PAIRS, st.integers(0, 8), st.permutations(range(28)))
def test_it_is_what_ranks_say_in_any_order(
    pairs: dict[tuple[int, int], float], most: int, order: list[int]
) -> None:
    """Each pair has one of the ranks below `most` on one side, whatever the order of the pairs."""
    listed = [pair for _, pair in sorted(zip(order, pairs, strict=False))]
    a, b = (np.array([pair[side] for pair in listed], np.int64) for side in (0, 1))
    found = nearest(a, b, np.array([pairs[pair] for pair in listed]), most).tolist()
    for pair, near in zip(listed, found, strict=True):
        ranks = [
            sorted((-score, sum(other) - end) for other, score in pairs.items() if end in other).index(
                (-pairs[pair], sum(pair) - end)
            )
            for end in pair
        ]
        assert near == (min(ranks) < most)
