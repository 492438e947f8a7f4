"""Cuts made visible in their text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.marks import COLOURS, marked, pieces, put_back, removed
from ingest.model import KINDS
from warehouse.stored import StoredCut


def cut(text: str, start: int, stop: int, kind: str = "widget") -> StoredCut:
    return StoredCut(start, stop, kind, "a-rule", "A reason.", text[start:stop])


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=6, unique=True))
def test_pieces_give_the_whole_text(text: str, places: list[int]) -> None:
    """Whatever is cut, the pieces together are the extracted text, and the cut ones are the cuts."""
    inside = sorted(place for place in places if place <= len(text))
    cuts = [cut(text, *span) for span in zip(inside[::2], inside[1::2], strict=False)]
    found = list(pieces(text, cuts))
    assert "".join(piece for piece, _ in found) == text
    assert [piece for piece, at in found if at] == [each.text for each in cuts]


def test_marks_frame_the_words_and_not_the_line_ends() -> None:
    """A frame closes before the line feeds that its cut took along."""
    assert (
        removed("\n- Advertisement -\n", "advertisement").plain == "\n[-advertisement: - Advertisement --]\n"
    )
    assert put_back("Must read ", "related").plain == "[+related: Must read+] "
    assert removed(" \n", "other").plain == " \n"


def test_each_cut_is_drawn_as_asked() -> None:
    """One cut may be shown and another left out."""
    text = "one two three"
    cuts = [cut(text, 0, 4, "widget"), cut(text, 8, 13, "credit")]
    drawn = marked(text, cuts, lambda each: removed if each.kind == "credit" else None)
    assert drawn.plain == "two [-credit: three-]"


def test_every_kind_has_a_colour_of_its_own() -> None:
    """No two kinds look alike."""
    assert set(COLOURS) == set(KINDS)
    assert len(set(COLOURS.values())) == len(COLOURS)
