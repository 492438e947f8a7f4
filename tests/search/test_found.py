"""Which words of a text answer a query."""

from __future__ import annotations

from ingest.search import found, parts, word_places


def marked(text: str, *rows: tuple[str, int, int, int]) -> list[str]:
    """The words that are found, as the text has them."""
    return [text[start:stop] for _, start, stop in found(list(word_places(text)), parts(rows))]


def test_a_phrase_is_found_whole() -> None:
    """Its words do not count elsewhere, nor where the text ends before the phrase does."""
    text = "It's the ferry's crew that saw it. It is it"
    assert marked(text, ("it", 1, 2, 1), ("s", 1, 2, 2)) == ["It", "s"]


def test_parts_of_a_query_do_not_mix() -> None:
    """Words of different phrases make none, and a word that is asked for by itself is found everywhere."""
    text = "old quay, new harbour, old harbour"
    rows = [("old", 1, 2, 1), ("harbour", 1, 2, 2), ("new", 2, 2, 1), ("quay", 2, 2, 2), ("quay", 3, 1, 1)]
    assert marked(text, *rows) == ["quay", "old", "harbour"]


def test_a_phrase_may_overlap_itself() -> None:
    """All words of both are found."""
    assert marked("so so so", ("so", 1, 2, 1), ("so", 1, 2, 2)) == ["so", "so", "so"]


def test_runs_without_spaces() -> None:
    """Characters are found as a phrase of pairs that overlap, in the middle of a run too."""
    rows = [("京港", 1, 2, 1), ("港内", 1, 2, 2)]
    assert marked("東京港内で。内港", *rows) == ["京港", "港内"]
