"""Cutting texts into words for searching."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.search import spaced, stemmed, stems, word_places


def test_words_are_those_of_matching() -> None:
    """Case, punctuation and invisible marks do not count; diacritics stay until the words are folded."""
    assert spaced("The Café's “har\u00adbour”, 14.5 m").split() == "the café s harbour 14 5 m".split()


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    """Every character of a run begins a word, the last one a word of its own."""
    assert spaced("東京港の iPhone水").split() == ["東京", "京港", "港の", "の", "iphone", "水"]


def test_stems_depend_on_the_language() -> None:
    """Languages with a stemmer share a stem between forms of a word; others keep words as they are."""
    assert stems(["floods", "flooding", "flooded"], stemmed("en")) == ["flood"] * 3
    assert stems(["Häfen".lower(), "hafen"], stemmed("de")) == ["haf", "haf"]
    assert stems(["floods"], stemmed("zu")) == stems(["floods"], stemmed(None)) == ["floods"]


def test_each_pair_has_one_place() -> None:
    """A run of a script without spaces has its pairs in order, each once, and the next run begins anew."""
    assert [word for word, _, _ in word_places("東京港の水。水港")] == [
        "東京",
        "京港",
        "港の",
        "の水",
        "水港",
    ]
    assert [(start, stop) for _, start, stop in word_places("東京港")] == [(0, 2), (1, 3)]


@given(st.text())
def test_places_lie_in_the_text(text: str) -> None:
    """Each word has a place inside the text, and there are no words that indexing does not know."""
    known = set(spaced(text).split())
    for word, start, stop in word_places(text):
        assert 0 <= start < stop <= len(text)
        assert word in known
