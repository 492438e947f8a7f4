"""Boilerplate in an article's own text goes where two signals speak for it; the story's words stay."""

import pytest

from ingest.clean import clean
from ingest.clean.engine.lines import Page
from ingest.clean.engine.run import find
from ingest.clean.verdict.judged_lines import STORY_RULE, judged_lines

HEADLINE = "Pilot of Orlen climbs down his last ladder"
BODY = [
    "For thirty-three years Arvid Spane has climbed rope ladders up the sides of moving ships off Orlen.",
    "On Tuesday he climbed down his last one, while colleagues stood on the quay with flares in their hands.",
    "“People think you steer,” he said. “You don't. You talk to a tired man in a language that is not yours.”",
    "His successor, Runa Feld, has brought in 140 ships under his eye and says that he whistled all the time.",
]
LAST = "Spane plans to learn to swim."
HEAD = ["Home", "News", "Harbour", "By Ansel Rook", "Share on Facebook", "Tweet", "Print", "Text size: A A A"]
FOOT = [
    "3 comments",
    "Sort by: newest",
    "Most popular",
    "Ferry stuck on a sandbank",
    "Choir sings for a lost umbrella",
    "Seven walks with a view of cranes",
    "Contact us",
    "Privacy policy",
]


def join(*lines: str) -> str:
    """One text of these lines."""
    return "\n".join(lines)


def test_head_and_foot_go():
    """What stands around the story goes, headline and last sentence stay."""
    cleaned = clean(join(HEADLINE, *HEAD, *BODY, LAST, *FOOT))
    kept = cleaned.text.splitlines()
    assert [line for line in kept if line in {HEADLINE, *BODY, LAST}] == [HEADLINE, *BODY, LAST]
    assert not set(kept) & {*HEAD[4:], *FOOT}


def test_the_model_says_what_convinced_it():
    """Its findings are never certain and name their grounds."""
    above = [
        "Ansel Rook",
        "Contributing Writer",
        "Posted: May 3, 2024",
        "View PDF/Print Mode",
        "Harbour",
        "Pilots",
    ]
    page = Page(join("HARBOUR", "Read Later", HEADLINE, *above, *BODY, LAST))
    found = judged_lines(page, find(page))
    assert "Contributing Writer" in "".join(page.text[item.start : item.stop] for item in found)
    assert all(item.rule == STORY_RULE and "% sure" in item.reason and not item.certain for item in found)


@pytest.mark.parametrize("foot", [["Advertisement"], ["Photo: Mara Lind"], ["3 comments", "Share"], FOOT])
def test_a_short_last_sentence_stays_above_a_foot(foot: list[str]):
    """However short, the story's last words are not drawn into what follows."""
    assert LAST in clean(join(HEADLINE, *BODY, LAST, *foot)).text


def test_a_short_headline_between_cut_lines_stays():
    """The first line that no rule takes is the headline, whatever stands around it."""
    above = ["Home > Region > Orlen", "", "Bread at midnight", "", "Reading time: 2 minutes", ""]
    assert "Bread at midnight" in clean(join(*above, *BODY, LAST, *FOOT)).text


def test_a_post_in_the_story_speaks_against_nobody():
    """The subheading beside a post stays."""
    post = ["We see flares from here! pic.example/x1", "— Orlen Pilots (@orlenpilots) May 3, 2024"]
    text = join(HEADLINE, *BODY[:2], *post, "A quiet successor", *BODY[2:], LAST)
    assert clean(text).text == join(HEADLINE, *BODY[:2], "A quiet successor", *BODY[2:], LAST)


def test_text_and_cuts_make_the_article():
    """Clean text and cuts together are the text, character for character."""
    text = join(HEADLINE, *HEAD, *BODY, LAST, *FOOT)
    cleaned = clean(text)
    pieces, at = [], 0
    for cut in cleaned.cuts:
        pieces.append(text[at : cut.start])
        at = cut.stop
    assert "".join(pieces) + text[at:] == cleaned.text


def test_too_little_would_be_left():
    """Where hardly a word would stay, the model keeps out."""
    page = Page(join(*HEAD, *FOOT))
    assert judged_lines(page, find(page)) == []


@pytest.mark.parametrize(
    "own",
    [
        ["Cod: 4.20 a kilo", "Herring: 1.95 a kilo"],
        ["Date: 9 May", "Place: Pilots' Hall", "Tickets: 12 crowns"],
        ["1 Orlen 22 14 5 3 47", "2 Tarrow 22 13 4 5 43", "3 Holm 22 9 9 4 36"],
        ["Runa Feld", "Lower Orlen"],
        ["Yellow cards: Venn, Rook", "Attendance: 3,114", "Referee: A. Spane"],
        ["Salt Press, 210pp, £14"],
        ["400g cod", "2 onions", "1 lemon"],
    ],
)
@pytest.mark.parametrize("foot", [["Share"], ["© 2026 Orlen Lantern"], ["Share", "Comments"]])
def test_the_storys_own_lists_stay_above_a_foot(own: list[str], foot: list[str]) -> None:
    """Tables, facts and signatures below the last paragraph are not drawn into the foot."""
    text = join(HEADLINE, *BODY, *own, *foot)
    assert clean(text).text.rstrip() == join(HEADLINE, *BODY, *own)


@pytest.mark.parametrize(
    "own",
    [
        ["• Tie the ladder", "• Check the ropes", "• Ring the bell"],
        ["1. Ladders", "2. Ropes", "3. Bells"],
        ["7pm Pilots of the North", "8pm News", "9pm Film: The Ladder"],
        ["How it began"],
        ["Chronology"],
    ],
)
def test_lists_and_subheadings_beside_an_advertisement_stay(own: list[str]) -> None:
    """An advertisement stands in the middle of any story; what is around it is the story's."""
    before, after = join(HEADLINE, *BODY[:2], *own), join(*BODY[2:], LAST)
    assert clean(join(before, "Advertisement", after)).text == join(before, after)
    above = join(HEADLINE, *BODY[:2])
    assert clean(join(above, "Advertisement", *own, after)).text == join(above, *own, after)
