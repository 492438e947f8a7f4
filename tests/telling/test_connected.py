"""What pairs connect, found on arrays."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling import smallest_connected

_SIZE = 12
_ENDS = st.lists(st.tuples(st.integers(0, _SIZE - 1), st.integers(0, _SIZE - 1)), max_size=20)


@settings(max_examples=100, deadline=None)
@given(_ENDS)
def test_each_has_the_smallest_within_reach(ends: list[tuple[int, int]]) -> None:
    """Spreading along the pairs until nothing moves comes to the same."""
    smallest = list(range(_SIZE))
    for _ in range(_SIZE):
        for a, b in ends:
            smallest[a] = smallest[b] = min(smallest[a], smallest[b])
    a, b = np.array(ends, np.int32).reshape(-1, 2).T
    assert smallest_connected(_SIZE, a, b).tolist() == smallest


def test_a_long_chain_is_one() -> None:
    """Thousands in a row, in any order, are connected with the first."""
    order = np.random.default_rng(3).permutation(5_000)
    assert not smallest_connected(5_001, order, order + 1).any()
