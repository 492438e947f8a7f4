"""The words of a text are found and hashed alike, plainly and by compiled code."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.lexicon import Lexicon
from ingest.telling.pieces import Piece, read_compiled, read_plainly, read_text

TEXT = "“Fähre 7” sank: 1,200.50 tons, 3rd loss… B52_x, Ω1٢ l’été 4. a,b 5.,6 \ud800 ½ x² 12. Juni"


def columns(piece: Piece) -> list[list[object]]:
    """All that a piece says of its words."""
    return [each.tolist() for each in (piece.starts, piece.stops, piece.hashes, piece.breaks)]


@given(
    st.text(
        st.one_of(st.sampled_from("aB9990٣,.:_   \u00a0\u202f\n’é½日"), st.characters(codec=None)),
        max_size=60,
    )
)
def test_compiled_code_finds_the_same_words(text: str) -> None:
    """Places, hashes and beginnings of sentences are those of the plain function, on any characters."""
    for each in (text, TEXT):
        assert columns(read_compiled(each)) == columns(read_plainly(each))


def test_words_are_letters_and_whole_numbers() -> None:
    """A number keeps points and commas within it, and letters after it are a word of their own."""
    piece = read_plainly(TEXT)
    words = [TEXT[start:stop] for start, stop in zip(piece.starts, piece.stops, strict=True)]
    assert words[:11] == ["Fähre", "7", "sank", "1,200.50", "tons", "3", "rd", "loss", "B52", "x", "Ω1٢"]
    opening = [word for word, ends in zip(words, piece.breaks, strict=True) if ends]
    assert opening[:5] == ["Fähre", "sank", "1,200.50", "B52", "été"]


def test_scripts_without_spaces_are_read_in_runs_of_three() -> None:
    """Such a text has overlapping runs as words, none of which opens a phrase."""
    piece = read_text("港口委员会")
    assert list(zip(piece.starts.tolist(), piece.stops.tolist(), strict=True)) == [(0, 3), (1, 4), (2, 5)]
    assert not piece.spaced


def test_a_lexicon_knows_any_number_of_words() -> None:
    """Words keep their rows while the lexicon grows and after it has forgotten all of them."""
    lexicon = Lexicon()
    words = [f"w{number}x" for number in range(5000)]
    pieces = [read_plainly(" ".join(words)), read_plainly("Norvik 17 May")]
    asked: list[int] = []

    def rows(piece: Piece) -> dict[str, list[object]]:
        def written(place: int) -> str:
            asked.append(place)
            return piece.text[piece.starts[place] : piece.stops[place]]

        found = lexicon.rows(lexicon.look_up(piece.hashes, written))
        return {name: column.tolist() for name, column in found.items()}

    before = rows(pieces[1])
    assert (before["digits"], before["month"], before["day"]) == ([0, 2, 0], [0, 0, 5], [0, 17, 0])
    assert len(np.unique(rows(pieces[0])["name"])) == 5000
    assert rows(pieces[1]) == before
    assert len(asked) == 5003
