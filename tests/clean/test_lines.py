"""The parse of a text into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.engine.lines import Page, as_written, count_words, fold


@given(st.text())
def test_lines_hold_all_visible_characters(text: str) -> None:
    """Offsets are exact, lines are in order, and nothing visible lies between them."""
    at = 0
    for line in Page(text).lines:
        assert text[line.start : line.stop] == line.text == line.text.strip()
        assert not text[at : line.start].strip()
        at = line.stop
    assert not text[at:].strip()


@given(st.text())
def test_lower_case_keeps_offsets(text: str) -> None:
    """The lowered text is as long as the text, also where lower case would be longer."""
    assert len(Page(text).lowered) == len(text)


def test_gaps_count_line_breaks() -> None:
    """One for the next line, more where blank lines stand between."""
    assert [line.gap for line in Page("a\nb\n\nc\r\n\r\n\r\nd").lines] == [1, 1, 2, 3]


def test_words_of_scripts_without_spaces() -> None:
    """Two characters count as a word where there are no spaces."""
    assert count_words("港の図書館が新しくなりました") == 7
    assert count_words("three little words") == 3


def test_fold_makes_spellings_equal() -> None:
    """Case, curly quotes and invisible characters do not count."""
    assert fold("What’s\u200b  YOUR “Reaction”") == 'what\'s your "reaction"'


@pytest.mark.parametrize("text", ["an app.", "(app)", "get the app"])
def test_words_are_found_with_their_marks(text: str) -> None:
    """A word is found beside punctuation."""
    assert Page(text).lines_with(as_written(["app"])) == {0: [text.split()[-1]]}


def test_parts_of_words_are_not_found() -> None:
    """`app` is not in `apple`."""
    assert Page("an apple").lines_with(as_written(["app"])) == {}
