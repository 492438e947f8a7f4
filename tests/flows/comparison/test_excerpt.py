"""What of long texts is shown."""

from __future__ import annotations

from flows.comparison.excerpt import Skipped, excerpt, note, shown
from ingest.fingerprint.alignment import Piece, align

SENTENCES = [
    f"The {n} keeper lit lamp {n} on the tower of {n}." for n in "Ash Birch Cedar Elm Fir Hazel".split()
]


def kinds(a: str, b: str) -> list[str]:
    rows = excerpt(align(a, b), a, b)
    return ["…" if isinstance(row, Skipped) else row.kind for row in rows]


def test_equal_rows_far_from_a_difference_are_skipped() -> None:
    """One equal sentence stays on each side of what differs; the rest is a note."""
    a = " ".join([*SENTENCES, "Odd.", *SENTENCES])
    assert kinds(a, " ".join([*SENTENCES, *SENTENCES])) == ["…", "same", "apart", "same", "…"]
    assert kinds(" ".join(["Odd.", *SENTENCES, "Even."]), " ".join(SENTENCES)) == [
        *("apart", "same", "…", "same", "apart")
    ]


def test_a_single_row_is_not_worth_a_note() -> None:
    """Where a note would stand for one sentence, the sentence itself is shown."""
    a = " ".join(["Odd.", *SENTENCES[:3], "Even."])
    assert kinds(a, " ".join(SENTENCES[:3])) == ["apart", "same", "same", "same", "apart"]


def test_equal_texts_show_their_beginning() -> None:
    """Of copies the first sentence is shown and the number of all others."""
    a = " ".join(SENTENCES)
    first, rest = excerpt(align(a, a), a, a)
    assert not isinstance(first, Skipped)
    assert rest == Skipped(5, 55, 55)
    assert note(rest) == "… 5 equal sentences, 55 words …"
    assert note(Skipped(2, 10, 11)) == "… 2 equal sentences, 10 and 11 words …"


def test_long_pieces_keep_head_and_tail() -> None:
    """Nothing between them is lost from the count, and no word is cut in two."""
    text = " ".join(f"word{n}" for n in range(200))
    part = shown(Piece(0, len(text), "alone"), text)
    assert text.startswith(part.head)
    assert text.endswith(part.tail)
    assert len(part.head.split()) + part.left_out + len(part.tail.split()) == 200
    assert shown(Piece(0, 300, "alone"), text).left_out == 0


def test_scripts_without_spaces_are_shortened_too() -> None:
    """Where there is no white space near, the cut is made between two characters."""
    text = "日本語新聞" * 200
    part = shown(Piece(0, len(text), "alone"), text)
    assert part.left_out > 500
    assert len(part.head) + len(part.tail) == 320
