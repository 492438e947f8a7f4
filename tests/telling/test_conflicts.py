"""Where two tellings disagree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling.conflicts import conflicts
from ingest.telling.facts import facts

DAM = "The Orla dam above Lakeside broke on Tuesday night."


def _found(a: str, b: str) -> list[tuple[str, str, str, str]]:
    return [(c.kind, c.what, c.text_a, c.text_b) for c in conflicts(facts(a), facts(b))]


@pytest.mark.parametrize(
    ("a", "b", "what", "text_a", "text_b"),
    [
        (
            f"{DAM} At least 27 people were killed when the flood reached Lakeside.",
            f"{DAM} The flood reached Lakeside and killed 12 people.",
            "person killed",
            "At least 27 people",
            "12 people",
        ),
        (
            "Over 200 Norland soldiers who fled to the south want to fight in the war, a paper says.",
            "A group of almost 200 former Norland soldiers who fled to the south want to join the war.",
            "soldier",
            "Over 200 Norland soldiers",
            "almost 200 former Norland soldiers",
        ),
        (
            "Over 200 Norland soldiers who defected to the south want to join the war against Ostmark, a paper says.",
            "Almost 200 Norland defectors in the south want to join the war against Ostmark.",
            "soldier",
            "Over 200 Norland soldiers",
            "Almost 200 Norland defectors",
        ),
        (
            "The soldiers were found some 40 miles from their posts near the border in Orla.",
            "The soldiers were in Orla, just four miles from the border.",
            "mile",
            "some 40 miles",
            "four miles",
        ),
        (
            "The camp lies less than 50 km from the border with Norland.",
            "The camp is located ten miles south of the border with Norland.",
            "kilometre",
            "less than 50 km",
            "ten miles",
        ),
        (
            "The 32-year-old climber Mara Lind fell.",
            "Mara Lind, 31, fell from a ridge.",
            "age of Lind",
            "32-year-old climber Mara Lind",
            "Mara Lind, 31",
        ),
    ],
)
def test_figures_of_one_thing_that_differ(a: str, b: str, what: str, text_a: str, text_b: str) -> None:
    """Two figures of one thing that cannot both be true are a conflict, with the words of both."""
    found = _found(a, b)
    assert [pair for kind, _, *pair in found if kind == "figure"] == [[text_a, text_b]]
    assert what in found[0][1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Nearly 200 Norland soldiers who fled to the south want to fight in the war.",
            "Almost 200 Norland soldiers who fled to the south want to fight in the war.",
        ),
        (
            f"{DAM} About 1,200 houses in Lakeside were damaged by the flood.",
            f"{DAM} The flood damaged 1,213 houses in Lakeside.",
        ),
        (
            f"{DAM} The flood killed 27 people in Lakeside.",
            f"{DAM} The flood in Lakeside injured 112 people.",
        ),
        (
            f"{DAM} The flood killed 12 people in Lakeside. By Friday it had killed 27 people there.",
            f"{DAM} The flood killed 27 people in Lakeside.",
        ),
        (
            "The flood of 1987 killed 300 people in Lakeside, and this flood reached it on Tuesday.",
            "The flood killed 27 people in Lakeside on Tuesday.",
        ),
        (
            "On Friday Lind scored 20 points and took nine rebounds for Lakeside that night against Harbour.",
            "On Friday Holt scored 12 points and took four rebounds for Rivage that night against Harbour.",
        ),
        (
            "Lakeside lost the last ten games of the season at home in the league, its coach said.",
            "Lakeside lost two games of the season at home in the league, its coach said.",
        ),
        ("The board bought 18 buses for the schools.", "He sold 20 buses."),
        (
            "Lind played in ten games for Lakeside this season before he hurt his left knee, his coach said.",
            "Lind missed four games for Lakeside this season after he hurt his left knee, his coach said.",
        ),
        (
            "The killing of a student by police set off five days of riots in Lakeside and Rivage.",
            "Police killed a student in Lakeside eight days ago, which set off riots there and in Rivage.",
        ),
        ("Mara Lind, 32, and Jonas Holt, 40, fell.", "Ella Lind, 31, fell."),
        ("", "The flood killed 27 people."),
    ],
)
def test_figures_that_are_no_conflict(a: str, b: str) -> None:
    """What agrees somewhere, is of another thing, person or year, or is a part of something, is none."""
    assert _found(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It was said by Orn Mara-il on Monday.", "It was said by Orn Mara Il on Monday."),
        (
            "They mourn the climber Jonas Holtt today.",
            "They mourn the climber Jonas Holt today.",
        ),
        (
            "He wrote to Norland’s Defence Minister, Kim Arn-hyun, on Monday.",
            "He met the Norland Defence Minister Kim Arn-kyun on Wednesday.",
        ),
        ("The judge Vincent Del Orno wept.", "The judge Vincent DelOrno wept."),
    ],
)
def test_a_name_spelt_two_ways(a: str, b: str) -> None:
    """The same letters in other parts, or one letter off in the same role, are one name."""
    ((kind, _, text_a, text_b),) = _found(a, b)
    assert kind == "name"
    assert text_a in a
    assert text_b in b


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The singer Maria Lind sang.", "The singer Mario Lind sang."),
        ("The singer Anna Lind sang.", "The singer Jonas Lind sang."),
        ("The climber Jonas Holt fell.", "The climbers Jonas Holt and Jonas Holtt fell."),
        ("They left the South Norland coast.", "They left the South Norlands coast."),
        ("They went to the Harbour Centre today.", "They went to the Harbour Center today."),
        ("They called the Lakeside Organisation today.", "They called the Lakeside Organization today."),
        ("They met at Rivage Harbour today.", "They met at Rivage Harbor today."),
        ("Kim Arn-hun sang.", "Kim Bro-kol danced."),
    ],
)
def test_two_names(a: str, b: str) -> None:
    """Relatives, adjectives, another country's spelling, and names that one text tells apart, are two names."""
    assert _found(a, b) == []


def test_a_conflict_has_both_places() -> None:
    """The words of a conflict stand where it says, and the passages are the sentences around them."""
    a = f"{DAM}\nAt least 27 people were killed when the flood reached Lakeside. It rained."
    b = f"It rained. The flood reached Lakeside and killed 12 people. {DAM}"
    (conflict,) = conflicts(facts(a), facts(b))
    assert a[conflict.start_a : conflict.stop_a] == conflict.text_a
    assert b[conflict.start_b : conflict.stop_b] == conflict.text_b
    assert conflict.passage_a == "At least 27 people were killed when the flood reached Lakeside."
    assert conflict.passage_b == "The flood reached Lakeside and killed 12 people."


SENTENCES = st.lists(
    st.sampled_from(
        [
            DAM,
            "The flood killed 27 people in Lakeside.",
            "The flood reached Lakeside and killed 12 people.",
            "It damaged 300 houses in Lakeside.",
            "It damaged nearly 2,000 houses in Lakeside.",
            "The mayor Mara Lind, 32, wept.",
            "The mayor Marra Lind, 31, wept.",
            "The camp is 40 miles from the border.",
            "The camp is four miles from the border.",
        ]
    ),
    max_size=6,
).map(" ".join)


@settings(max_examples=60)
@given(SENTENCES, SENTENCES)
def test_conflicts_do_not_depend_on_the_order(a: str, b: str) -> None:
    """The two texts have the same conflicts whichever comes first, and none with themselves."""
    forth = {(c.start_a, c.start_b) for c in conflicts(facts(a), facts(b))}
    back = {(c.start_b, c.start_a) for c in conflicts(facts(b), facts(a))}
    assert forth == back
    assert conflicts(facts(a), facts(a)) == []
