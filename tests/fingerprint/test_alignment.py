"""Two texts side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.alignment import Row, align
from ingest.fingerprint.normalise import tokens

VOTE = "The harbour board voted on {} to close the old ferry quay for good, its chairwoman said."
SURVEY = "Two members asked for a survey of the {} piles before the work begins."
SWANS = "A footbridge was closed because swans had built their nest in the middle of it."
RAIN = "Meanwhile rain fell over hills where nobody lives."
TEXT = st.lists(
    st.sampled_from(
        [VOTE.format("Monday"), VOTE.format("Tuesday"), SURVEY.format(40), SWANS, RAIN, "*", "Ja."]
    ),
    max_size=7,
)
ANY = st.text(st.sampled_from("ab ½ﬁ日本語。.\n\u00ad\u0301”"), max_size=60)


def column(text: str, rows: list[Row], side: str) -> str:
    return "".join(text[start:stop] for row in rows for start, stop, _ in getattr(row, side))


def marked(text: str, row: Row, side: str, mark: str) -> list[str]:
    return [text[start:stop] for start, stop, found in getattr(row, side) if found == mark]


@given(TEXT, TEXT, st.sampled_from([" ", "\n\n"]), st.sampled_from([" ", "\n"]))
def test_the_columns_are_the_texts(left: list[str], right: list[str], in_a: str, in_b: str) -> None:
    """Joined, the pieces of each column give the whole text, and equal rows hold equal words."""
    a, b = in_a.join(left), in_b.join(right)
    rows = align(a, b)
    assert (column(a, rows, "a"), column(b, rows, "b")) == (a, b)
    for row in rows:
        if row.kind == "same":
            words = [
                token for side, text in (("a", a), ("b", b)) for token in tokens(column(text, [row], side))
            ]
            assert words[: len(words) // 2] == words[len(words) // 2 :]


@given(ANY, ANY)
def test_nothing_is_lost_whatever_is_written(a: str, b: str) -> None:
    """Fractions, ligatures, soft hyphens and scripts without spaces come out as they went in."""
    rows = align(a, b)
    assert (column(a, rows, "a"), column(b, rows, "b")) == (a, b)


def test_equal_texts_are_the_same_throughout() -> None:
    """A copy in other quotes and line ends has no row that differs."""
    a = " ".join([VOTE.format("Monday"), SWANS, SURVEY.format(40)])
    assert {row.kind for row in align(a, a.replace(". ", ".\n\n").upper())} == {"same"}


def test_words_that_differ_are_marked_in_their_sentence() -> None:
    """Within a nearly equal sentence only the other words are marked, on each side."""
    a, b = f"{SWANS} {VOTE.format('Monday')}", f"{SWANS} {VOTE.format('a rainy Tuesday')}"
    same, changed = align(a, b)
    assert (same.kind, changed.kind) == ("same", "changed")
    assert marked(a, changed, "a", "differs") == ["Monday"]
    assert marked(b, changed, "b", "differs") == ["a rainy Tuesday"]
    assert marked(a, changed, "a", "shared")[1].startswith("to close the old ferry quay")


def test_sentences_without_a_partner_stand_apart() -> None:
    """What only one text says is in a row of its own, not marked word for word."""
    a, b = f"{VOTE.format('Monday')} {SWANS}", f"{VOTE.format('Monday')} {RAIN} {SWANS}"
    rows = align(a, b)
    assert [row.kind for row in rows] == ["same", "apart", "same"]
    assert rows[1].a == ()
    assert marked(b, rows[1], "b", "alone")[0] == RAIN[:-1]


def test_moved_sentences_are_told_from_lonely_ones() -> None:
    """A passage in another place is marked as moved on both sides; the longer one is the fixed point."""
    a, b = f"{SWANS} {VOTE.format('Monday')}", f"{VOTE.format('Monday')} {SWANS}"
    rows = align(a, b)
    assert [row.kind for row in rows] == ["moved", "same", "moved"]
    assert marked(a, rows[0], "a", "moved") == [SWANS[:-1]]
    assert marked(b, rows[2], "b", "moved") == [SWANS[:-1]]


def test_moved_sentences_have_rows_of_their_own() -> None:
    """A moved sentence does not hide among those that only one text has."""
    a, b = f"{RAIN} {SWANS} Ja. {VOTE.format('Monday')}", f"{VOTE.format('Monday')} {SWANS}"
    rows = align(a, b)
    assert [row.kind for row in rows] == ["apart", "moved", "apart", "same", "moved"]
    assert [bool(row.b) for row in rows] == [False, False, False, True, True]


def test_a_shared_word_within_other_passages_links_nothing() -> None:
    """Two moved passages that both hold an everyday word are no partners because of it."""
    first, second = (
        "Swans sat on the old quay all day long and slept.",
        "Rope was laid on the deck while gulls flew by.",
    )
    a, b = f"{first} {VOTE.format('Monday')} {second}", f"{second} {VOTE.format('Monday')} {first}"
    assert [row.kind for row in align(a, b)] == ["moved", "moved", "same", "moved", "moved"]


def test_a_sentence_cut_in_two_meets_both_halves() -> None:
    """Rows follow the words, not the full stops."""
    a = "The board voted to close the quay and two members asked for a survey of the piles."
    b = "The board voted to close the quay. Two members asked for a survey of the piles."
    [row] = align(a, b)
    assert row.kind == "changed"
    assert marked(a, row, "a", "differs") == ["and"]


def test_chance_words_make_no_partners() -> None:
    """Sentences that have only everyday words in common stand apart."""
    assert [
        row.kind for row in align(SWANS, "It was the end of a day in the old town, and of their hopes.")
    ] == ["apart"]


def test_long_unlike_texts_stand_apart() -> None:
    """Thousands of different words are not compared one by one."""
    a = " ".join(f"left{n}{'.' if n % 15 == 0 else ''}" for n in range(20_000))
    b = " ".join(f"right{n}{'.' if n % 15 == 0 else ''}" for n in range(20_000))
    assert [row.kind for row in align(a, b)] == ["apart"]
