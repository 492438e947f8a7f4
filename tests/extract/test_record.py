"""A record's article comes from its html or text, and its own fields win."""

import json
from datetime import UTC, datetime

import pytest

from ingest.errors import Refused
from ingest.extract.record import extract_record
from ingest.model import Extracted

STORY = "The ferry to Northhaven sails again from Monday, the harbour office said, and fares stay the same."
MARKUP = f"""<html lang="de"><head><title>Page title</title><meta name="author" content="Lin Wu">
<meta property="article:published_time" content="2023-01-01">
<link rel="canonical" href="https://harbour.example/ferry"></head><body><p>{STORY}</p></body></html>"""


def record(**fields: object) -> Extracted:
    return extract_record(json.dumps(fields).encode(), {})


def test_fields_of_a_text_record() -> None:
    """All known fields are taken, and unknown ones are kept."""
    found = record(
        text=STORY,
        id=17,
        url="https://www.harbour.example/ferry?utm_source=x",
        title="Ferry  sails",
        byline="By Jane Doe, Staff Writer",
        published_at="2024-03-05T10:00:00+01:00",
        site="Harbour.example",
        language="en-US",
        section="news",
        tags=["sea"],
    )
    assert found == Extracted(
        text=STORY,
        media_type="text/plain",
        url="https://www.harbour.example/ferry?utm_source=x",
        canonical_url="https://www.harbour.example/ferry",
        site="harbour.example",
        title="Ferry sails",
        byline="Jane Doe",
        published_at=datetime(2024, 3, 5, 9, tzinfo=UTC),
        published_from="record",
        language="en",
        record_id="17",
        extra={"section": "news", "tags": ["sea"]},
    )


def test_record_fields_win_over_the_page() -> None:
    """What the record says of the article counts more than what its page says."""
    found = record(
        html=MARKUP, title="Record title", byline=["Ana Silva", "Jo Berg"], published_at=1709632800
    )
    assert (found.title, found.byline, found.published_from) == (
        "Record title",
        "Ana Silva, Jo Berg",
        "record",
    )
    assert found.canonical_url == "https://harbour.example/ferry"
    assert found.language == "de"


def test_page_fields_fill_the_gaps() -> None:
    """What the record does not say is taken from its page."""
    found = record(html=MARKUP, title=None, byline="")
    assert (found.text, found.media_type) == (STORY, "text/html")
    assert (found.title, found.byline, found.published_from) == ("Page title", "Lin Wu", "meta")
    assert found.extra == {}


@pytest.mark.parametrize("markup", ["", "<html></html>", "<!-- x -->", "<script>var x;</script>", None])
def test_text_where_html_yields_none(markup: str | None) -> None:
    """Html without any text leaves the article to the record's text."""
    found = record(html=markup, text=STORY)
    assert (found.text, found.media_type) == (STORY, "text/plain")


def test_text_stays_as_it_is() -> None:
    """A record's text is not stripped or folded."""
    assert record(text="\r\n  One.\n\nTwo. ").text == "\r\n  One.\n\nTwo. "


def test_day_of_the_address() -> None:
    """Without a date of its own a record has that of its address."""
    found = record(text=STORY, url="https://harbour.example/2024/03/05/ferry")
    assert (found.published_at, found.published_from) == (datetime(2024, 3, 5, tzinfo=UTC), "url")


def test_unusable_values_are_kept() -> None:
    """A known field with a value of no use is not lost."""
    odd = {"url": "not an address", "published_at": "soon", "language": "Elvish", "title": 5, "id": [1]}
    found = record(text=STORY, **odd)
    assert found.extra == odd
    assert (found.url, found.published_at, found.language, found.title, found.record_id) == (None,) * 5


@pytest.mark.parametrize(
    "fields", [{}, {"title": "x"}, {"text": None}, {"text": 5}, {"html": ["x"]}, {"text": STORY, "html": {}}]
)
def test_record_without_content_is_malformed(fields: dict[str, object]) -> None:
    """A record with neither text nor html, or with one that is no string, is malformed."""
    with pytest.raises(Refused) as refusal:
        record(**fields)
    assert refusal.value.code == "malformed"
