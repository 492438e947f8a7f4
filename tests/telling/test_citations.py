"""Outlets that a text cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.citations import citations


@pytest.mark.parametrize(
    ("text", "outlet", "how", "passage"),
    [
        (
            "The dam broke, according to the Lakeside Herald.",
            "Lakeside Herald",
            "according_to",
            "according to the Lakeside Herald",
        ),
        (
            "According to a new report from the Lakeside Herald, it broke.",
            "Lakeside Herald",
            "according_to",
            "According to a new report from the Lakeside Herald",
        ),
        ("According to “Rivage”, it broke.", "Rivage", "according_to", "According to “Rivage"),
        (
            "According to Norland's public broadcaster, Sendewerk, it broke.",
            "Sendewerk",
            "according_to",
            "According to Norland's public broadcaster, Sendewerk",
        ),
        ("Per the Lakeside Herald, it broke.", "Lakeside Herald", "according_to", "Per the Lakeside Herald"),
        ("It broke. (With inputs from Reuters)", "Reuters", "credit", "inputs from Reuters"),
        (
            "Wie die Zeitung Rivage zuerst berichtete, brach er.",
            "Rivage",
            "reported",
            "Rivage zuerst berichtete",
        ),
        ("Elle a cédé, selon le site Rivage.", "Rivage", "according_to", "selon le site Rivage"),
        ("Lo riferisce il Lakeside Herald.", "Lakeside Herald", "reported", "riferisce il Lakeside Herald"),
        ("Secondo il quotidiano Rivage cedette.", "Rivage", "according_to", "Secondo il quotidiano Rivage"),
        ("Volgens de krant Rivage brak hij.", "Rivage", "according_to", "Volgens de krant Rivage"),
        ("Segundo o jornal Rivage, rompeu.", "Rivage", "according_to", "Segundo o jornal Rivage"),
        ("She told the Harbour Post it broke.", "Harbour Post", "told", "told the Harbour Post"),
        ("“It broke,” said the mayor to Reuters.", "Reuters", "told", "said the mayor to Reuters"),
        ("She told local broadcaster Kanal Sju.", "Kanal Sju", "told", "told local broadcaster Kanal Sju"),
        ("It was reported by Radio Harbour.", "Radio Harbour", "reported", "reported by Radio Harbour"),
        (
            "The Harbour Mirror reports that it broke.",
            "Harbour Mirror",
            "reported",
            "The Harbour Mirror reports",
        ),
        ("The Rivage newspaper said it broke.", "Rivage", "reported", "The Rivage newspaper said"),
        (
            "It broke, reports the Norland newspaper “Harbour Post”.",
            "Harbour Post",
            "reported",
            "reports the Norland newspaper “Harbour Post",
        ),
        (
            "In an interview with Radio Harbour, she wept.",
            "Radio Harbour",
            "interview_with",
            "interview with Radio Harbour",
        ),
        ("He was quoted by AFP as saying so.", "Agence France-Presse", "quoted_by", "quoted by AFP"),
        ("State media said so, citing TASS.", "TASS", "citing", "citing TASS"),
        ("HARBOUR (AP) — The dam broke.", "Associated Press", "agency", "HARBOUR (AP) —"),
        ("HARBOUR, July 2 (Xinhua) -- It broke.", "Xinhua", "agency", "HARBOUR, July 2 (Xinhua) --"),
        ("Source: Reuters", "Reuters", "credit", "Source: Reuters"),
        ("She told harbour.example that it broke.", "harbour.example", "told", "told harbour.example"),
        ("Laut Hafener Zeitung brach er.", "Hafener Zeitung", "according_to", "Laut Hafener Zeitung"),
        (
            "Das sagte sie gegenüber der Deutschen Presse-Agentur.",
            "Deutsche Presse-Agentur",
            "told",
            "gegenüber der Deutschen Presse-Agentur",
        ),
        ("Das berichtet der „Hafenkurier“.", "Hafenkurier", "reported", "berichtet der „Hafenkurier"),
        (
            "Selon le journal Ouest-Rivage, il a cédé.",
            "Ouest-Rivage",
            "according_to",
            "Selon le journal Ouest-Rivage",
        ),
        ("Elle l'a déclaré à l'AFP.", "Agence France-Presse", "told", "déclaré à l'AFP"),
        ("Según el diario La Ribera, cedió.", "La Ribera", "according_to", "Según el diario La Ribera"),
        ("Ella lo dijo a la agencia EFE.", "Agencia EFE", "told", "dijo a la agencia EFE"),
    ],
)
def test_how_an_outlet_is_cited(text: str, outlet: str, how: str, passage: str) -> None:
    """A citation has the outlet, the way it is cited and the passage that says so, in eight languages."""
    (citation,) = citations(text)
    assert (citation.outlet, citation.how) == (outlet, how)
    assert text[citation.start : citation.stop] == passage
    assert citation.start <= citation.name_start < citation.name_stop <= citation.stop


@pytest.mark.parametrize(
    "text",
    [
        "According to police, he told the court the truth.",
        "According to John Smith, the Justice Department told the Senate.",
        "According to Emily Post, it is rude. Mike Sun said so.",
        "He told a press conference, and then the Press Secretary.",
        "The Record Company reported a loss. The Standard Bank reported a profit.",
        "The sun rose, time said nothing. Time said nothing.",
        "People said it broke. The British newspaper said so. Local media reported it.",
        "According to the World Health Organization, cases rose.",
        "Laut Polizei brach er. Selon la police. Según la policía.",
        "In British television, Lind will be the first. Lind says: no.",
        "Reuters rose by two percent on the exchange.",
        "Thirty miles per Sunday Times reader were counted. Lind met the site Grand Pier said to be closed.",
        "",
    ],
)
def test_who_is_no_outlet(text: str) -> None:
    """People, offices, companies and everyday words are cited in the same words and are none."""
    assert citations(text) == ()


@pytest.mark.parametrize("name", ["AP", "the AP", "Associated Press", "the Associated Press"])
def test_one_name_for_all_variants(name: str) -> None:
    """Short and long names of an outlet, with the article or without, are one outlet."""
    (citation,) = citations(f"She told {name} that it broke.")
    assert citation.outlet == "Associated Press"


def test_short_forms_of_the_same_text() -> None:
    """A short form stands for the long name that the text has as well."""
    text = "She told the Lakeside Evening Herald so. The Herald reported it. According to “LEH”, it broke."
    assert {citation.outlet for citation in citations(text)} == {"Lakeside Evening Herald"}


def test_several_outlets_in_one_passage() -> None:
    """Two outlets after one verb are both cited."""
    text = "Police told Reuters and AFP that it broke."
    assert [(c.outlet, c.how) for c in citations(text)] == [
        ("Reuters", "told"),
        ("Agence France-Presse", "told"),
    ]


def test_an_outlet_that_the_text_introduces() -> None:
    """A name that the text once calls a newspaper is one wherever the text cites it."""
    text = "The Norland news outlet Rivage saw it.\nRivage reported that it broke."
    assert [(c.outlet, c.how) for c in citations(text)] == [("Rivage", "reported")]


def test_a_site_does_not_cite_itself() -> None:
    """What a site's own reporters were told is no citation of another outlet."""
    text = "She told the Harbour Post it broke."
    assert citations(text, site="harbourpost.example") == ()
    assert citations(text, site="www.lakeside.example") != ()


@given(
    st.lists(
        st.sampled_from(
            ["told", "the", "Harbour", "Post", "Reuters", "(AP)", "—", "“", "”", "\n", "’s", "and", "."]
        )
    )
)
def test_citations_of_any_text(words: list[str]) -> None:
    """Citations lie in the text, in the order of their names."""
    text = " ".join(words)
    place = -1
    for citation in citations(text):
        assert 0 <= citation.start <= citation.name_start < citation.name_stop <= citation.stop <= len(text)
        assert citation.name_start > place
        place = citation.name_start
