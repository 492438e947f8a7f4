"""What changed between two texts, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.revision.words import count, marked, word_diff

WORDS = st.lists(st.sampled_from("quay, vote. 1,213 港口 the The «so» \n\t a-b".split(" ")), max_size=30)
OLD = "The council voted on Tuesday, by 12 to 3, to close the quay."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (OLD, OLD.replace("Tuesday", "Wednesday"), "on [-Tuesday-]{+Wednesday+}, by"),
        (OLD, OLD.replace(" by 12 to 3,", ""), "Tuesday, [-by 12 to 3,-] to close"),
        (OLD, OLD.replace("the quay", "the old quay"), "close the {+old+} quay."),
        ("It fell by 1,213.", "It fell by 1,214.", "It fell by [-1,213-]{+1,214+}."),
        ("mayor Ahn Chan-il", "Mayor Ahn Chan-il", "[-mayor-]{+Mayor+} Ahn Chan-il"),
        ("港口委員會星期二投票", "港口委員會星期三投票", "港口委員會星期[-二-]{+三+}投票"),
        ("", "All new.", "{+All new.+}"),
    ],
)
def test_what_changed_is_told_in_one_line(old: str, new: str, told: str) -> None:
    """Words that went stand as [-…-], those that came as {+…+}, in their places."""
    assert told in marked(word_diff(old, new))


def test_what_is_far_from_a_change_is_left_out() -> None:
    """Only a few words around each change are shown, and changes far apart have lines of their own."""
    middle = " ".join(f"word{number}" for number in range(100))
    told = marked(word_diff(f"One. {middle} Two.", f"Uno. {middle} Due."))
    first, second = told.split("\n")
    assert first == "[-One-]{+Uno+}. word0 word1 word2 word3 word4 word5 word6 …"
    assert second == "… word92 word93 word94 word95 word96 word97 word98 word99 [-Two-]{+Due+}."


def test_white_space_is_no_change() -> None:
    """Texts that differ in white space alone have the same words."""
    pieces = word_diff("One two.\n\nThree.", "One  two. Three.")
    assert marked(pieces) == ""
    assert [piece.mark for piece in pieces] == ["same"]


def test_signs_are_no_words() -> None:
    """A comma that came is shown and not counted as a word."""
    pieces = word_diff("so it is", "so, it was")
    assert (count(pieces, "added"), count(pieces, "removed")) == (1, 1)
    assert marked(pieces) == "so{+,+} it [-is-]{+was+}"


@given(WORDS, WORDS)
def test_the_pieces_make_one_text_out_of_the_other(old: list[str], new: list[str]) -> None:
    """What is not removed is the new text, what is not added has the words of the old one."""
    a, b = " ".join(old), " ".join(new)
    pieces = word_diff(a, b)
    assert "".join(p.space + p.text for p in pieces if p.mark != "removed") == b.rstrip()
    kept = "".join(p.text for p in pieces if p.mark != "added")
    assert "".join(kept.split()) == "".join(a.split())
    assert all(one.mark != two.mark for one, two in pairwise(pieces))


def test_long_texts_with_many_changes() -> None:
    """Texts of thousands of words are compared word by word all the same."""
    old = [f"w{number % 700}x{number % 13}" for number in range(8000)]
    new = [word if number % 50 else f"{word}!" for number, word in enumerate(old)]
    pieces = word_diff(" ".join(old), " ".join(new))
    assert sum(piece.mark == "added" for piece in pieces) == 160
    assert count(pieces, "added") == count(pieces, "removed") == 0
