"""Runs of equal tokens."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.runs import Run, shared_runs
from ingest.fingerprint.shingle import token_hashes

# Few different words repeat themselves, many do not: that is looked at in two ways.
FEW = st.lists(st.sampled_from("abc"), max_size=24)
PARTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=4)
MANY = PARTS.map(lambda parts: [f"w{n}" for start, length in parts for n in range(start, start + length)])
WORDS = FEW | MANY


def runs_of(a: Sequence[str], b: Sequence[str], least: int) -> list[Run]:
    return shared_runs(token_hashes(a), token_hashes(b), least)


def equal_at(a: Sequence[str], i: int, b: Sequence[str], j: int) -> bool:
    return 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j]


@given(WORDS, WORDS, st.integers(1, 5))
def test_runs_are_equal_and_maximal(a: list[str], b: list[str], least: int) -> None:
    """Both sides hold the same tokens, at least as many as asked, and differ before and after them."""
    for i, j, length in runs_of(a, b, least):
        assert length >= least
        assert a[i : i + length] == b[j : j + length]
        assert not equal_at(a, i - 1, b, j - 1)
        assert not equal_at(a, i + length, b, j + length)


@given(WORDS, WORDS, st.integers(1, 5))
def test_no_shared_run_is_missing(a: list[str], b: list[str], least: int) -> None:
    """Every stretch of `least` tokens that the other side has too lies within a run, on either side."""
    runs = runs_of(a, b, least)
    for mine, other, side in ((a, b, 0), (b, a, 1)):
        held = {tuple(other[j : j + least]) for j in range(len(other) - least + 1)}
        for i in range(len(mine) - least + 1):
            if tuple(mine[i : i + least]) in held:
                assert any(run[side] <= i and i + least <= run[side] + run.length for run in runs)


@given(WORDS, WORDS)
def test_the_longest_run_is_found_in_full(a: list[str], b: list[str]) -> None:
    """The longest common stretch, found by trying all pairs of places, is among the runs."""
    longest = 0
    for i in range(len(a)):
        for j in range(len(b)):
            length = 0
            while equal_at(a, i + length, b, j + length):
                length += 1
            longest = max(longest, length)
    assert max((run.length for run in runs_of(a, b, 1)), default=0) == longest


def test_repeated_runs_go_together_in_their_order() -> None:
    """The first refrain goes with the first, the last with all that are left over."""
    a, b = "r s 1 r s 2".split(), "3 r s 4 r s 5 r s".split()
    assert runs_of(a, b, 2) == [Run(0, 1, 2), Run(3, 4, 2), Run(3, 7, 2)]


def test_equal_sequences_are_one_run() -> None:
    """However often a word is repeated, two equal texts share one run."""
    assert runs_of(["la"] * 3000, ["la"] * 3000, 8) == [Run(0, 0, 3000)]


def test_repetition_stays_within_the_length() -> None:
    """A text of one phrase thousands of times gives no more runs than both texts have words."""
    assert len(runs_of(["la"] * 3000, ["la"] * 2000, 8)) == 1001
