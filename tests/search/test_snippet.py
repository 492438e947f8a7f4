"""The piece of a text that a search shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.search import snippet, word_places

FAR = "Nothing of note here. " * 20
TEXT = f"A ferry left early. {FAR}The ferry met a flood in the harbour. {FAR}"


def places(text: str, *words: str) -> list[tuple[str, int, int]]:
    """The places of some words."""
    return [place for place in word_places(text) if place[0] in words]


def test_the_piece_with_most_words_is_shown() -> None:
    """Different words close together win over the first word alone, and their offsets are those of the text."""
    found = snippet(TEXT, places(TEXT, "ferry", "flood", "harbour"))
    shown = TEXT[found.start : found.stop]
    assert "The ferry met a flood in the harbour." in shown
    assert [TEXT[start:stop] for start, stop in found.found] == ["ferry", "flood", "harbour"]


def test_without_a_word_it_is_the_beginning() -> None:
    """What was found by its headline alone shows how its text begins."""
    found = snippet(TEXT, [])
    assert (found.start, found.found) == (0, ())
    assert TEXT[: found.stop].startswith("A ferry left early.")


@given(st.text(alphabet="ab \n", max_size=400), st.integers(1, 60))
def test_a_piece_is_no_longer_than_asked(text: str, width: int) -> None:
    """A piece keeps within its width, unless one word alone is wider, and marks words inside it only."""
    marked = list(word_places(text))
    found = snippet(text, marked, width)
    longest = max((stop - start for _, start, stop in marked), default=0)
    assert found.stop - found.start <= max(width, longest)
    assert all(found.start <= start < stop <= found.stop for start, stop in found.found)


def test_pairs_that_overlap_are_one_place() -> None:
    """What is marked of a script without spaces is the run, not its pairs."""
    text = "昨日東京港で洪水"
    found = snippet(text, places(text, "東京", "京港", "洪水"))
    assert [text[start:stop] for start, stop in found.found] == ["東京港", "洪水"]
