"""What short lines look like."""

import pytest

from ingest.clean.engine.lines import Page
from ingest.clean.engine.shapes import is_entry, is_headline, is_spoken


@pytest.mark.parametrize(
    "text",
    [
        "Ferry stuck on a sandbank",
        "Who owns the fog over the bay?",
        "Spane: “We whistle”",
        "灯台守が最後の明かりを消す",
    ],
)
def test_headlines(text: str) -> None:
    """Titles, questions and quoted titles could be headlines."""
    assert is_headline(Page(text).lines[0])


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late.",
        "修理は春まで続く。",
        "“Tie it,” she said",
        "The rope is wet,",
        "He ran. Nobody saw him!",
        "Nobody on the whole quay could say why the bell had rung so long before the boat came!",
    ],
)
def test_no_headlines(text: str) -> None:
    """Sentences, quotations, verses and paragraphs are none."""
    assert not is_headline(Page(text).lines[0])


@pytest.mark.parametrize(
    "text", ["“I whistle,” he said", "«Je siffle», dit-il", "„Ich pfeife“, sagte er", "'I did,' he said."]
)
def test_speech(text: str) -> None:
    """A mark beside the closing quotation mark or a verb of speech tells that somebody speaks."""
    assert is_spoken(Page(text).lines[0])


@pytest.mark.parametrize("text", ["The ‘Bell’ sails again", "Share “The last lamp”", "Sailors' home reopens"])
def test_titles_and_apostrophes_are_no_speech(text: str) -> None:
    """Quotation marks around a name say nothing."""
    assert not is_spoken(Page(text).lines[0])


@pytest.mark.parametrize(
    "text",
    ["Cod: 4.20 a kilo", "Orlen 2, Tarrow 1", "Salt Press, 210pp, £14", "3 Holm 22 9 9 4 36", "2. Ropes"],
)
def test_entries(text: str) -> None:
    """Labels with values, scores, prices and rows of figures are entries."""
    assert is_entry(Page(text).lines[0])
    assert not is_entry(Page("Ferry stuck on a sandbank").lines[0])


@pytest.mark.parametrize("unit", [" 'a", "„", "“ 'b 1, ", "a 1, "])
def test_long_lines_are_judged_by_their_length_alone(unit: str) -> None:
    """A line of a hundred thousand characters is none of these."""
    line = Page("x" + unit * 40_000).lines[0]
    assert not any(looks(line) for looks in (is_spoken, is_headline, is_entry))
