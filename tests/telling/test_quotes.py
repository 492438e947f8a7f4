"""Quotations and who said them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.quotes import quotes

WORDS = "We had no choice but to go"


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS},” said Mara Lind.",
        f"“{WORDS},” said 69-year-old prof. Mara Lind, who left.",
        f"“{WORDS},” said the mayor of the harbour, Mara Lind.",
        f"“{WORDS},” Mara Lind, the mayor, said.",
        f"“{WORDS},” a former soldier, 69-year-old Mara Lind, told the board.",
        f'"{WORDS}," said Mara Lind.',
        f"``{WORDS},'' Mara Lind said.",
        f"‘{WORDS},’ said Mara Lind.",
        f"„{WORDS}“, sagte Mara Lind.",
        f"»{WORDS}«, sagte Mara Lind.",
        f"« {WORDS} », a déclaré Mara Lind.",
        f"«{WORDS}», dijo Mara Lind.",
        f"Mara Lind told the board: “{WORDS}.”",
        f"– {WORDS} – said Mara Lind.",
    ],
)
def test_a_quotation_with_its_speaker(text: str) -> None:
    """Quotation marks of all kinds hold a quotation; the name beside it is the speaker's."""
    (quote,) = quotes(text)
    assert WORDS in text[quote.start : quote.stop]
    assert quote.speaker == "Mara Lind"
    assert text[quote.speaker_start : quote.speaker_stop] == "Mara Lind"


@pytest.mark.parametrize(
    "text", [f"“{WORDS}.” It rained.", f"“{WORDS},” she said.", f"The board’s letter says: “{WORDS}.”"]
)
def test_a_quotation_of_nobody_by_name(text: str) -> None:
    """Where no name stands beside it, a quotation has no speaker."""
    (quote,) = quotes(text)
    assert quote.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "They looked “shabby”.",
        "She reads the “Lakeside Morning Post Weekly”.",
        "It’s the boys’ own fault, she’d say",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    """Single words, titles and apostrophes are none."""
    assert quotes(text) == ()


def test_a_quotation_over_two_paragraphs() -> None:
    """A paragraph that opens a quotation without closing it is one, and so is the next."""
    text = f"“{WORDS}.\n“{WORDS} again,” said Mara Lind."
    assert [quote.speaker for quote in quotes(text)] == [None, "Mara Lind"]


@given(st.text(alphabet="“”\"„«»‘’`' \nabcdefgh.,–", max_size=200))
def test_quotations_of_any_text(text: str) -> None:
    """Quotations lie in the text, in order, and do not overlap, whatever the text."""
    stop = 0
    for quote in quotes(text):
        assert stop <= quote.start < quote.stop <= len(text)
        stop = quote.stop
