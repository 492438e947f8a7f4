"""Partners of words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.runs import Run, shared_runs
from ingest.fingerprint.shingle import token_hashes
from ingest.fingerprint.wordmatch import chain, matching

WORDS = st.lists(st.sampled_from("abcd"), max_size=30)
RUNS = st.lists(st.builds(Run, st.integers(0, 12), st.integers(0, 12), st.integers(1, 5)), max_size=7)


def heaviest(runs: list[Run], end_a: int = 0, end_b: int = 0) -> int:
    """The most tokens in any chain, by trying all of them."""
    after = [run for run in runs if run.a >= end_a and run.b >= end_b]
    return max(
        (run.length + heaviest(runs, run.a + run.length, run.b + run.length) for run in after), default=0
    )


@given(RUNS)
def test_the_chain_is_the_heaviest(runs: list[Run]) -> None:
    """Its runs follow each other in both texts, and no other chain has more tokens."""
    found = chain(runs)
    assert all(p.a + p.length <= q.a and p.b + p.length <= q.b for p, q in pairwise(found))
    assert sum(run.length for run in found) == heaviest(runs)


@given(WORDS, WORDS, st.integers(1, 8))
def test_partners_are_equal_and_rise(a: list[str], b: list[str], least: int) -> None:
    """Partners are the same word, in the same order in both texts."""
    in_a, in_b = token_hashes(a), token_hashes(b)
    found = list(matching(in_a, in_b, shared_runs(in_a, in_b, least)).items())
    assert all(a[i] == b[j] for i, j in found)
    assert all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(found))


def test_wide_gaps_are_matched_by_short_runs() -> None:
    """Between two long stretches of other words, three equal ones in a row are found."""
    a = [*(f"a{n}" for n in range(300)), "one", "two", "three", *(f"c{n}" for n in range(300))]
    b = [*(f"b{n}" for n in range(300)), "one", "two", "three", *(f"d{n}" for n in range(300))]
    assert matching(token_hashes(a), token_hashes(b), []) == {300: 300, 301: 301, 302: 302}
