"""Where sentences begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[i:j] for i, j in zip(starts, [*starts[1:], len(text)], strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? “Three!” Four", ["One. ", "Two? ", "“Three!” ", "Four"]),
        ("Headline\n\nFirst line\nsecond", ["Headline\n\n", "First line\n", "second"]),
        ("一つ。二つ！」三つ", ["一つ。", "二つ！」", "三つ"]),
        ("It cost 3.50 in all.", ["It cost 3.50 in all."]),
        ("\n\nLate.", ["\n\nLate."]),
        ("", []),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: list[str]) -> None:
    """Full stops with their quotes, line ends and the stops of East Asia end a sentence; decimals do not."""
    assert sentences(text) == expected


@given(st.text(st.sampled_from("ab .!\n”。"), max_size=40))
def test_sentences_are_the_whole_text(text: str) -> None:
    """Joined, the sentences give the text, and none is blank unless all is."""
    found = sentences(text)
    assert "".join(found) == text
    assert all(each.strip() for each in found) or len(found) == 1
