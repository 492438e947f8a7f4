"""Texts that were broken into lines of one width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean_story import CLOSING, MIDDLE, OPENING, assert_kept
from ingest.clean import clean
from ingest.clean.engine.lines import Page

PARAGRAPHS = (OPENING, MIDDLE, CLOSING)


def wrapped(*paragraphs: str, width: int, gap: str = "\n\n") -> str:
    return gap.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 120])
def test_a_wrapped_paragraph_is_one_line(width: int) -> None:
    """Rules see the paragraphs as they were before they were wrapped, with offsets of the text."""
    text = wrapped(*PARAGRAPHS, width=width)
    lines = Page(text).lines
    assert [line.text for line in lines] == list(PARAGRAPHS)
    assert [text[line.start : line.stop].replace("\n", " ") for line in lines] == list(PARAGRAPHS)


@pytest.mark.parametrize("word", ["share.", "comments.", "Reuters.", "play.", "close.", "Register."])
def test_a_word_that_is_left_for_the_last_line_stays(word: str) -> None:
    """The end of a sentence is no button, though it stands in a line of its own."""
    story = textwrap.fill(" ".join(PARAGRAPHS), 72, break_on_hyphens=False).splitlines()
    assert_kept("\n".join([*story[:-1], "x" * (72 - len(word)), word, "", textwrap.fill(CLOSING, 72)]))


def test_boilerplate_between_wrapped_paragraphs_goes() -> None:
    """A line of its own is still one."""
    text = wrapped(OPENING, MIDDLE, width=72) + "\n\nAdvertisement\n\n" + textwrap.fill(CLOSING, 72)
    assert clean(text).text == wrapped(*PARAGRAPHS, width=72)


def test_lists_and_menus_keep_their_lines() -> None:
    """Short lines of many lengths were not broken for their width."""
    menu = "Home News Sport Opinion Culture Weather Traffic Obituaries Classifieds Contact".split()
    assert [line.text for line in Page("\n".join(menu)).lines] == menu


def test_short_paragraphs_of_one_length_keep_their_lines() -> None:
    """Lines that end their sentences were not broken for their width either."""
    paragraphs = [
        f"The ferry number {n} sails again from Monday, the harbour office said after repairs."
        for n in range(9)
    ]
    assert [line.text for line in Page("\n".join(paragraphs)).lines] == paragraphs


@given(st.text(alphabet="ab .\n\r\t\u2028", max_size=300))
def test_lines_are_spans_of_the_text(text: str) -> None:
    """However a text is broken, every visible character is in one line, at its own place."""
    lines = Page(text).lines
    assert all(line.stop - line.start == len(line.text) for line in lines)
    seen = {at for line in lines for at in range(line.start, line.stop)}
    assert {at for at, mark in enumerate(text) if not mark.isspace()} <= seen
