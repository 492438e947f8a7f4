"""Widgets go; the same facts in a sentence stay."""

import pytest

from clean_story import STORY, around, assert_cut, assert_kept
from ingest.clean import clean


@pytest.mark.parametrize(
    "header",
    [
        "4.2 C\nLondon\nThursday, January 2, 2025",
        "18 °C\nOrlen\nFreitag, 6. März 2026",
        "Monday, March 2, 2026\n64°F\nPort Hesk",
        "Orlen, 12°C | Saturday, 7 March 2026",
    ],
)
def test_weather_on_top_goes(header: str) -> None:
    """Temperature, place and date on top are one widget."""
    assert_cut(f"{header}\n\n{STORY}", "widget")


def test_a_headline_below_the_weather_stays() -> None:
    """The widget ends with its date."""
    head = "7 C\nOrlen\nFriday, March 6, 2026\n\nFerry stays in port\n\n"
    assert clean(head + STORY).text == "Ferry stays in port\n\n" + STORY


@pytest.mark.parametrize(
    "line",
    [
        "Listen to this article",
        "Reading time: 4 minutes",
        "5 min read",
        "Lesezeit: 3 Minuten",
        "Loading…",
        "Play video",
        "Please enable JavaScript to view this content.",
        "Your browser does not support the audio element.",
        "We use cookies to improve your experience. Read our cookie policy.",
        "An dieser Stelle finden Sie einen externen Inhalt von YouTube.",
        "Text size: A A A",
        "Last updated: March 6, 2026 at 9:14 pm",
        "Chargement",
    ],
)
def test_small_machines_go(line: str) -> None:
    """Messages and labels of players, browsers and consent boxes are cut."""
    assert_cut(around(line), "widget")


@pytest.mark.parametrize(
    "line",
    [
        "At 4 C on Thursday, January 2, 2025, it was the coldest morning of the winter.",
        "“We use cookies to make people happy,” the baker told the court, and passed the tin along.",
        "– We use cookies at every meeting, the mayor said, because nobody shouts with a full mouth.",
        "The office published the report on March 3, 2026, and withdrew it a day later.",
        "10:45 — The minister said the bridge would stay shut.",
        "A study of cookie banners found that most readers never open the settings.",
    ],
)
def test_facts_in_sentences_stay(line: str) -> None:
    """Dates, degrees, times and cookies in a sentence stay."""
    assert_kept(around(line))


def test_a_header_with_byline_date_and_counters_goes() -> None:
    """Weather, byline, a second date and bare counters on top go; the headline stays."""
    head = "4.2 C\nFenn\nTuesday, March 3, 2026\nBridge to close\nBy Ida Fenn -\nMarch 3, 2026\n0\n19\n"
    cleaned = clean(head + STORY)
    assert cleaned.text == "Bridge to close\n" + STORY
    assert [notice.name for notice in cleaned.notices] == ["Ida Fenn"]
    assert [cut.kind for cut in cleaned.cuts] == ["widget", "credit", "widget", "widget"]


@pytest.mark.parametrize("below_headline", ["1984", "19\n0"])
def test_numbers_without_byline_or_date_stay(below_headline: str) -> None:
    """A bare number elsewhere may be the story's."""
    text = f"The year of the flood\n{below_headline}\n{STORY}"
    assert clean(text).text == text


def test_a_date_alone_is_no_dirt() -> None:
    """A day between headline and story goes where something else goes, and stays in a text without dirt."""
    dated = STORY.replace("\n\n", "\n\nMarch 6, 2026\n\n", 1)
    assert_kept(f"Ferry stops\n\nMarch 6, 2026\n\n{STORY}")
    assert "March 6, 2026" not in clean(f"Ferry stops\n\nMarch 6, 2026\n\n{STORY}\n\nAdvertisement").text
    assert "March 6, 2026" in clean(f"{dated}\n\nAdvertisement").text


def test_the_forecast_of_a_story_stays() -> None:
    """Days and temperatures below the first paragraph are what the story is about."""
    days = "Monday 4 May: 14C, rain\nTuesday 5 May: 16C, rain\nWednesday 6 May: 21C, sun"
    assert_kept(around(days))


@pytest.mark.parametrize(
    "line",
    [
        "googletag.cmd.push(function() { googletag.display('ad-2'); });",
        "window.dataLayer = window.dataLayer || [];",
        ".teaser { margin: 0 auto; }",
        '<div class="slot" id="top"></div>',
        '[caption id="attachment_12" align="alignright"]',
        "0:00 / 3:58",
        "We value your privacy",
    ],
)
def test_what_was_meant_for_the_browser_goes(line: str) -> None:
    """Code, place holders and the clock of a player are no words of the story."""
    assert_cut(around(line), "widget")


@pytest.mark.parametrize("line", ["The score was 12:30 / 11:58 in the end.", "He wrote: var means variable."])
def test_code_in_sentences_stays(line: str) -> None:
    """A sentence about code or about clocks is the story."""
    assert_kept(around(line))
