"""Cutting what was learned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clean_story import CLOSING, OPENING
from ingest.clean.learned.blocks import block_key, fold_line
from ingest.model import Document, Raw, Repeat
from ingest.process import process

LINE = "Become a friend of the Tarn Valley Record and walk with us"
LEARNED = {
    block_key("default", fold_line(LINE)): Repeat(
        "repeated-1", "The same line stands in 9 different articles of default."
    )
}


def made(text: str, learned: dict[int, Repeat] | None = None) -> Document:
    document = process(Raw("default", "a.txt", "text", text.encode()), learned)
    assert isinstance(document, Document)
    return document


def test_the_line_is_cut_wherever_it_stands() -> None:
    """Every occurrence goes, with the rule's name and reason, and what stays is the story."""
    document = made(f"{OPENING}\n\n{LINE}\n\n{CLOSING}\n\n{LINE.upper()}", LEARNED)
    assert document.text == f"{OPENING}\n\n{CLOSING}"
    assert [(cut.kind, cut.rule) for cut in document.cuts] == [("repeated", "repeated-1")] * 2
    assert document.cuts[0].reason == "The same line stands in 9 different articles of default."


def test_a_line_of_another_site_stays() -> None:
    """A rule belongs to its site or collection."""
    elsewhere = {block_key("tarn.example", fold_line(LINE)): Repeat("repeated-2", "Because.")}
    assert made(f"{OPENING}\n\n{LINE}", elsewhere).cuts == ()


def test_a_sentence_that_holds_the_line_stays() -> None:
    """Only the whole line is boilerplate; a story may quote it."""
    text = f"{OPENING}\n\nThe poster reads: {LINE}.\n\n{CLOSING}"
    assert made(text, LEARNED).text == text


def test_a_text_of_nothing_else_stays() -> None:
    """A document that would lose its last words keeps them."""
    assert made(LINE, LEARNED).text == LINE


def test_built_in_rules_cut_first() -> None:
    """What a built-in rule reads out of a line is not lost to a learned one."""
    owner = "© 2026 The Tarn Valley Record. All rights reserved."
    learned = LEARNED | {block_key("default", fold_line(owner)): Repeat("repeated-3", "Because.")}
    document = made(f"{OPENING}\n\n{LINE}\n\n{CLOSING}\n\n{owner}", learned)
    assert [cut.kind for cut in document.cuts] == ["repeated", "copyright"]
    assert [notice.role for notice in document.notices] == ["copyright"]


def test_learning_makes_no_new_version() -> None:
    """The same bytes are the same version with a rule and without; headline and words follow the text."""
    text = f"{LINE}\n\nFerry crew finds crack\n\n{OPENING}\n\n{CLOSING}"
    before, after = made(text), made(text, LEARNED)
    assert before.version_hash == after.version_hash
    assert before.blocks == after.blocks
    assert before.content_hash != after.content_hash
    assert after.title == "Ferry crew finds crack"
    assert after.word_count < before.word_count


@given(
    st.lists(st.sampled_from([LINE, LINE.upper(), OPENING, CLOSING, "Advertisement", "", " "]), min_size=1)
)
def test_clean_text_and_cuts_give_the_text_back(parts: list[str]) -> None:
    """Nothing is lost with learned rules either."""
    text = "\n".join([*parts, OPENING])
    document = made(text, LEARNED)
    kept, at = [], 0
    for cut in document.cuts:
        kept.append(text[at : cut.start])
        at = cut.stop
    assert "".join([*kept, text[at:]]) == document.text
    assert LINE.upper() not in document.text.upper()
