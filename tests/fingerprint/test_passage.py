"""Shared passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.passage import shared_passages

LINE = "the harbour board of Lindholm voted to close the old ferry quay for good"
VOCABULARY = st.sampled_from("a b c “d” E’s ﬁ 日本 18 x-y é".split())


def test_both_sides_hold_the_words() -> None:
    """The offsets of a passage cut the same words out of both texts, whatever their typography."""
    a = f"Norvik. “{LINE.title()}”, it said."
    b = f"It was said on Monday that\n{LINE.replace(' ', '  ')}!"
    [passage] = shared_passages(a, b)
    assert a[passage.start_a : passage.stop_a] == LINE.title()
    assert tokens(b[passage.start_b : passage.stop_b]) == tokens(LINE)
    assert passage.length == len(LINE.split())


def test_short_runs_are_no_evidence() -> None:
    """Seven equal words happen by themselves."""
    assert shared_passages("one two three four five six seven", "one two three four five six seven") == []


def test_moved_paragraphs_are_found() -> None:
    """Passages are found in another order too."""
    first, second = LINE, "two members asked for a survey of the piles before work begins"
    assert len(shared_passages(f"{first}. {second}.", f"{second}. {first}.")) == 2


def test_repetition_does_not_explode() -> None:
    """A text that repeats one phrase thousands of times is compared all the same."""
    assert shared_passages("la " * 3000, "la " * 3000)


@given(st.lists(VOCABULARY, max_size=60), st.lists(VOCABULARY, max_size=60), st.integers(0, 30))
def test_offsets_hold_the_same_tokens(left: list[str], right: list[str], at: int) -> None:
    """In any two texts both spans of a passage hold the same eight or more tokens, and none overlap in a."""
    a, b = " ".join(left), " ".join([*right, *left[at:]])
    last = 0
    for passage in shared_passages(a, b):
        words = tokens(a[passage.start_a : passage.stop_a])
        assert words == tokens(b[passage.start_b : passage.stop_b])
        assert len(words) >= PASSAGE_TOKENS
        assert passage.start_a >= last
        last = passage.stop_a
