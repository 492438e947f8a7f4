"""Pairs of similar texts in memory."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.compare import compare
from ingest.fingerprint.pairs import candidates, similar
from ingest.fingerprint.profile import profile

KEYS = st.lists(
    st.lists(st.integers(0, 5).map(lambda key: key << 60 | key), min_size=3, max_size=3), max_size=12
)
LINE = (
    "the harbour board of Lindholm voted to close the old ferry quay for good after a long debate on Tuesday"
)


@given(KEYS)
def test_who_shares_a_key_meets_once(rows: list[list[int]]) -> None:
    """Rows with an equal key in the same column are a pair, whatever they share besides."""
    keys = np.array(rows, dtype=np.uint64).reshape(-1, 3)
    expected = [
        (a, b) for a, b in combinations(range(len(rows)), 2) if any(x == y for x, y in zip(rows[a], rows[b], strict=True))
    ]  # fmt: skip
    assert sorted(map(tuple, candidates(keys).tolist())) == expected


def test_room_is_made_for_many_pairs() -> None:
    """A hundred equal rows are all pairs of a hundred."""
    assert len(candidates(np.zeros((100, 2), np.uint64))) == 100 * 99 / 2


def test_scores_are_those_of_compare() -> None:
    """Copies are found with the true Jaccard that the verdict on two texts has; the threshold is reached."""
    texts = [f"{LINE} and {number // 3} {'more ' * (number % 3)}" for number in range(9)] + ["…", "🎉", ""]
    found = similar(texts, 0.7)
    scores = dict(zip(map(tuple, found.pairs.tolist()), found.jaccard.tolist(), strict=True))
    profiles = [profile(text) for text in texts]
    true = {(a, b): compare(profiles[a], profiles[b]).jaccard for a, b in combinations(range(len(texts)), 2)}
    assert scores == {pair: score for pair, score in true.items() if score >= 0.7}
    assert 0.7 <= min(scores.values()) < 1


def test_nothing_is_similar_to_nothing() -> None:
    """Few texts, or none with words, have no pairs."""
    for texts in ([], [LINE], ["…", "…"]):
        assert len(similar(texts, 0.7).pairs) == 0
