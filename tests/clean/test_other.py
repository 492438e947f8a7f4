"""What fits no other kind: notes about the author, disclaimers, doubled lines, what hangs at the foot."""

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, STORY, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    "line",
    [
        "The views expressed in this column are the author's own and do not reflect those of the paper.",
        "Ada Lind is a staff reporter who covers the harbour.",
        "https://hesktribune.example/2026/03/ferry",
    ],
)
def test_standing_notes_go(line: str) -> None:
    """Disclaimers, author notes and a bare address at the end are cut."""
    assert_cut(below(line), "other")


def test_the_second_of_two_equal_lines_goes() -> None:
    """A line that stands twice in a row stays once."""
    twice = "The ferry lies at its berth while the welders wait"
    text = f"{OPENING}\n{twice}\n{twice}\n{MIDDLE}\n{CLOSING}"
    assert clean(text).text == f"{OPENING}\n{twice}\n{MIDDLE}\n{CLOSING}"


def test_a_sentence_that_stands_twice_stays() -> None:
    """Refrains and answers given twice are the story's."""
    answer = "I do not remember who gave me the key."
    assert_kept(f"{OPENING}\n{answer}\n{answer}\n{MIDDLE}")


def test_doubled_captions_go_where_a_text_doubles_more_than_one() -> None:
    """Long sentences stay once where two or more lines stand twice; an answer given twice stays."""
    first = "A sign for the berth stands along a desert road south of Orlen, where the bus turns."
    second = "Seaside huts are part of what the town has built for its guests since last spring."
    doubled = f"{OPENING}\n{first}\n{first}\n{MIDDLE}\n{second}\n{second}\n{CLOSING}"
    assert clean(doubled).text == f"{OPENING}\n{first}\n{MIDDLE}\n{second}\n{CLOSING}"
    answer = "I do not remember who gave me the key."
    assert_kept(f"{OPENING}\n{answer}\n{answer}\n{MIDDLE}\n{answer}\n{answer}\n{CLOSING}")


def test_a_short_refrain_stays() -> None:
    """Short lines may repeat, as in a song."""
    assert_kept(f"{OPENING}\nRow on, row on\nRow on, row on\n{MIDDLE}")


def test_unknown_lines_at_the_foot_go_with_known_ones() -> None:
    """Short lines after the last paragraph go when known boilerplate of two kinds surrounds them."""
    foot = ("Share this article", "The Orlen Letter", "12 comments", "Harbour House, Orlen", "Back to top")
    assert clean(below(*foot)).text == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lind is a reporter who was arrested in Tarrow last week.",
        "Rowing: Tarrow 3, Orlen 2",
        "Results: 1. Tarrow, 2. Orlen, 3. Port Hesk",
    ],
)
def test_news_at_the_end_stays(line: str) -> None:
    """A last line that reports something stays."""
    assert_kept(below(line))


@pytest.mark.parametrize(
    "line",
    [
        "Ida Fenn was a reporter of the old kind.",
        "Ida Fenn has written two letters to the editor about the foghorn since June.",
    ],
)
def test_a_life_that_the_story_tells_stays(line: str) -> None:
    """An obituary ends with what somebody was; a note about the author says what somebody is."""
    assert_kept(below(line))


@pytest.mark.parametrize(
    "last",
    [
        ["The wall fell at noon."],
        ["The wall fell at noon.", "No boat was lost.", "Its owner wept."],
        ["El muro cayó.", "Nadie resultó herido."],
        ["'I heard the rope,' she said.", "'Then I ran.'"],
        ["The rope is wet,", "the night is long,", "and nobody has come."],
        ["Orlen 2, Tarrow 1", "Goals: Venn 12, 40; Rook 77"],
        ["Who pays for the wall?", "The town does."],
        ["She leaves two daughters and a boat called Patience"],
    ],
)
@pytest.mark.parametrize("foot", [["Share", "Print"], ["Share this article", "3 comments", "© 2026 Hesk"]])
def test_the_end_of_a_story_below_an_advertisement_stays(last: list[str], foot: list[str]) -> None:
    """The label of an advertisement in mid-article does not open the foot."""
    text = "\n".join([STORY, "Advertisement", *last, *foot])
    assert clean(text).text.rstrip() == "\n".join([STORY, *last])


def test_sentences_in_the_foot_stay() -> None:
    """Between buttons only the shortest sentences go."""
    foot = ("Share this article", "The berth has no roof and no lamp.", "12 comments", "Back to top")
    assert "The berth has no roof and no lamp." in clean(below(*foot)).text
