"""Figures with what they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.figures import figures


@pytest.mark.parametrize(
    ("text", "value", "counted", "passage"),
    [
        ("Eighteen Northern soldiers have left the front.", 18, "soldier", "Eighteen Northern soldiers"),
        ("They met 18 of the soldiers.", 18, "soldier", "18 of the soldiers"),
        ("The ferry carried 312 passengers.", 312, "passenger", "312 passengers"),
        ("We counted 1,213 houses.", 1213, "house", "1,213 houses"),
        ("A hundred and twenty houses were flooded.", 120, "house", "hundred and twenty houses"),
        ("Half a dozen boats sank.", 6, "boat", "Half a dozen boats"),
        ("It is 40 miles away.", 40, "mile", "40 miles"),
        ("It is a 40-mile march.", 40, "mile", "40-mile"),
        ("He fell 60m.", 60, "metre", "60m"),
        ("It lies 10km away.", 10, "kilometre", "10km"),
        ("It cost £340m.", 3.4e8, "pound", "£340m"),
        ("It cost US$1.2 million.", 1.2e6, "dollar", "US$1.2 million"),
        ("It cost 3.5 billion euros.", 3.5e9, "euro", "3.5 billion euros"),
        ("Sales fell by 4.2 percent.", 4.2, "percent", "4.2 percent"),
        ("Sales fell by 12%.", 12, "percent", "12%"),
        ("A quake of magnitude 6.1 hit the coast.", 6.1, "magnitude", "magnitude 6.1"),
        ("A 6.1-magnitude quake hit the coast.", 6.1, "magnitude", "6.1-magnitude"),
        ("In 2005, 300 people came.", 300, "person", "300 people"),
        ("One man was hurt.", 1, "person", "One man"),
        (
            "Die Polizei und der Minister zählten mit 1.213 Soldaten das Ende.",
            1213,
            "soldat",
            "1.213 Soldaten",
        ),
        ("Le bilan des eaux : 3,5 millions d'euros.", 3.5e6, "euro", "3,5 millions d'euros"),
        ("Llegaron dieciocho soldados.", 18, "soldado", "dieciocho soldados"),
    ],
)
def test_what_a_figure_counts(text: str, value: float, counted: str, passage: str) -> None:
    """A figure has its value, the folded noun or unit, and the place of its words."""
    (figure,) = figures(text)
    assert (figure.value, figure.counted) == (value, counted)
    assert text[figure.start : figure.stop] == passage


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("18 soldiers", "exact"),
        ("the 18 soldiers", "exact"),
        ("about 18 soldiers", "about"),
        ("some 18 soldiers", "about"),
        ("over 18 soldiers", "over"),
        ("more than a dozen soldiers", "over"),
        ("at least 18 soldiers", "over"),
        ("18+ soldiers", "over"),
        ("nearly 18 soldiers", "under"),
        ("almost 18 soldiers", "under"),
        ("as many as 18 soldiers", "under"),
        ("fewer than 18 soldiers", "under"),
        ("mehr als 18 soldiers", "over"),
        ("près de 18 soldiers", "under"),
        ("casi 18 soldiers", "under"),
    ],
)
def test_how_exact_a_figure_is(words: str, qualifier: str) -> None:
    """The words before a figure, or a plus behind it, say how exact it is, and belong to it."""
    for text in (words, f"They saw {words} there."):
        (figure,) = figures(text)
        assert figure.qualifier == qualifier
        assert text[figure.start : figure.stop].endswith("soldiers")


@pytest.mark.parametrize(
    ("text", "values", "fate"),
    [
        ("At least 27 people died.", [27], "killed"),
        ("It left 27 dead.", [27], "killed"),
        ("The blast killed 27.", [27], "killed"),
        ("Nearly 200 have died.", [200], "killed"),
        ("The death toll rose to 213.", [213], "killed"),
        ("Six officers were killed.", [6], "killed"),
        ("Three others were injured.", [3], "injured"),
        ("Police arrested 31 protesters.", [31], "arrested"),
        ("Nine are missing.", [9], "missing"),
        ("18 soldiers killed three civilians.", [18, 3], ""),
        ("12 of the soldiers sang.", [12], ""),
    ],
)
def test_what_became_of_those_counted(text: str, values: list[float], fate: str) -> None:
    """The verb around a figure says what became of people; who does it to others is not who suffers it."""
    found = figures(text)
    assert [figure.value for figure in found] == values
    assert found[0].fate == fate


def test_the_two_sides_of_a_range() -> None:
    """A range is one figure with both its ends; a change from one to another is not."""
    (camp,) = figures("Between 10,000 and 12,000 soldiers are in the camp.")
    assert (camp.value, camp.high) == (10_000, 12_000)
    (walk,) = figures("It is a walk of 40-50 miles.")
    assert (walk.value, walk.high, walk.counted) == (40, 50, "mile")
    (toll,) = figures("It rose from 20 to 35 dead.")
    assert (toll.value, toll.high) == (35, 35)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 69-year-old Mara Lind spoke.", "lind"),
        ("Mara Lind, 69, spoke.", "lind"),
        ("Mara Lind (69) spoke.", "lind"),
        ("A boy aged 69 spoke.", ""),
        ("Die 69-jährige Mara Lind sprach.", "lind"),
        ("Mara Lind, 69 ans, a parlé.", "lind"),
    ],
)
def test_whose_age_it_is(text: str, name: str) -> None:
    """An age is no count, and belongs to the person named beside it."""
    (figure,) = figures(text)
    assert (figure.kind, figure.value, figure.counted) == ("age", 69, name)


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1987 and closed on October 3, 2005.",
        "The 2024 elections are on 3 March, the 21st.",
        "They won 3-1, then 98-97.",
        "Call +44 20 7946 0958 or 555-1234.",
        "He lives at 12 Harbour Street, room 7.",
        "It began at 7:37 AM, at 05:32, at 10 a.m. and at 10 Uhr.",
        "The Harbour 737 jets and the F-16 fighters flew.",
        "One of them said once that one can wait.",
        "Nine in ten residents agree.",
        "See page 12, No. 5 and chapter 7.",
        "A mother of two was killed.",
        "Fighting went on in the 1990s.",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """Years, dates, times, ordinals, scores, telephone numbers, addresses and names count nothing."""
    assert figures(text) == ()


@given(st.text(alphabet="0123456789 ,.-:/$%€abeginorsty½\n", max_size=80))
def test_figures_of_any_text(text: str) -> None:
    """Figures lie in the text, in order, and do not overlap, whatever the text."""
    stop = 0
    for figure in figures(text):
        assert stop <= figure.start < figure.stop <= len(text)
        stop = figure.stop
