"""Lines that count towards what a site repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.engine.lines import Page
from ingest.clean.learned.blocks import block_key, blocks, fold_line, key_of
from ingest.fingerprint.normalise import normalise
from ingest.model import Cut

OWNER = "tarn.example"


def lines(text: str, cuts: list[Cut] | None = None, title: str | None = None) -> list[str]:
    return [text[block.start : block.stop] for block in blocks(Page(text), cuts or [], OWNER, title)]


def test_lines_of_several_words_or_one_long_one_count() -> None:
    """Shorter ones could be the same by chance."""
    text = "Walk with us today\nGo now\nWalk with us\n\nZweiundzwanzigzeichen\nBackground\n"
    assert lines(text) == ["Walk with us today", "Walk with us", "Zweiundzwanzigzeichen"]


def test_lines_in_scripts_without_spaces_count_by_characters() -> None:
    """Seven characters are enough where no words can be told apart."""
    assert lines("港の新聞を読もう") != []
    assert lines("港の新聞") == []


@pytest.mark.parametrize(
    "line",
    [
        "“We shall walk there again on Sunday,” she said.",
        '"Nobody has asked us yet," he said.',
        "„Wir gehen am Sonntag wieder hin“, sagte sie.",
        "— We shall walk there again on Sunday.",
        "1 204 55 310 2 000 17",
        "2026-03-04 18:20 +1 10 200",
        "———————————————————————————",
    ],
)
def test_speech_and_figures_do_not_count(line: str) -> None:
    """What somebody says may be printed often, and tables of figures repeat themselves."""
    assert lines(line) == []


def test_a_sentence_with_a_figure_counts() -> None:
    """Only lines that are mostly figures are left out."""
    assert lines("Printed since 1911 in Tarn Valley") == ["Printed since 1911 in Tarn Valley"]


def test_the_title_does_not_count() -> None:
    """The headline may stand above every part of a series."""
    text = "Letters to the editor: March\n\nThe bridge is too narrow."
    assert lines(text, title="Letters to the Editor – March") == ["The bridge is too narrow."]


def test_what_is_cut_already_does_not_count() -> None:
    """A line that a built-in rule touches needs no learned one."""
    text = "Walk with us today\nShare this with your friends\nThe bridge is too narrow."
    cut = Cut(19, 30, "navigation", "share", "It is a button.")
    assert lines(text, [cut]) == ["Walk with us today", "The bridge is too narrow."]


def test_the_key_goes_by_words_and_site() -> None:
    """Case, punctuation and white space do not matter; the site does."""
    [one] = blocks(Page("Walk with us —  today!"), [], OWNER, None)
    [same] = blocks(Page("  WALK with us today"), [], OWNER, None)
    [other] = blocks(Page("Walk with us today"), [], "other.example", None)
    assert one.key == same.key == block_key(OWNER, fold_line("WALK, with us today"))
    assert other.key != one.key


def test_a_rule_is_named_after_its_line() -> None:
    """The name gives the key back, and no other name does."""
    assert key_of("repeated-00000000000000ff") == 255
    assert key_of("repeated-ffffffffffffffff") == 2**64 - 1
    with pytest.raises(ValueError, match="not the name of a learned rule"):
        key_of("ad-label")


@given(st.text())
def test_any_text_has_whole_lines_as_blocks(text: str) -> None:
    """Spans are in order, apart, and without white space or line breaks at their ends."""
    at = 0
    for block in blocks(Page(text), [], OWNER, None):
        assert at <= block.start < block.stop <= len(text)
        assert text[block.start : block.stop] == text[block.start : block.stop].strip()
        assert 0 <= block.key < 2**64
        at = block.stop


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_lines_fold_as_all_do(text: str) -> None:
    """The short way for lines in ASCII gives what matching folds them to."""
    assert fold_line(text).decode() == normalise(text).replace(" ", "")
