"""When a plain text says that it was published or changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clean_story import CLOSING, MIDDLE, OPENING
from ingest.clean.engine.lines import Page
from ingest.fields import printed_dates
from ingest.model import Document, Raw
from ingest.process import process

BODY = f"{OPENING}\n\n{MIDDLE}\n\n{CLOSING}"
DAY = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on Wednesday, 4 March 2026",
        "Published: Mar. 4, 2026",
        "By Ida Fenn\nMarch 4, 2026",
        "Veröffentlicht: 4. März 2026",
    ],
)
def test_a_date_above_the_story(line: str) -> None:
    """A line that says when the text was published, in several languages, dates it to the day."""
    assert printed_dates(Page(f"Ferry stops\n{line}\n{BODY}")) == (DAY, None)


def test_a_time_with_its_zone() -> None:
    """The hour counts where the line has one."""
    published, modified = printed_dates(
        Page(f"Ferry stops\nPublished: March 4, 2026 9:30 am EST\nUpdated: March 5, 2026\n{BODY}")
    )
    assert published == datetime(2026, 3, 4, 14, 30, tzinfo=UTC)
    assert modified == datetime(2026, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize("line", ["It opened on March 4, 2026", "March 4, 2026 was a cold day on the quay."])
def test_dates_in_sentences_do_not_count(line: str) -> None:
    """What a story tells about a day does not date the story."""
    assert printed_dates(Page(f"Ferry stops\n{line}\n{BODY}")) == (None, None)


@pytest.mark.parametrize(
    "head", ["8 °C\nOrlen\nFriday, March 6, 2026", "Orlen\nFriday, March 6, 2026", "March 6, 2026"]
)
def test_the_day_in_the_head_of_a_page_does_not_count(head: str) -> None:
    """It may be the day on which somebody read the page."""
    assert printed_dates(Page(f"{head}\n\nFerry stops\n\n{BODY}")) == (None, None)


def test_a_date_below_the_first_paragraph_does_not_count() -> None:
    """Inside the story, a date is a subheading of a chronicle."""
    assert printed_dates(Page(f"{OPENING}\nMarch 4, 2026\n{CLOSING}")) == (None, None)


def test_the_document_says_where_its_date_comes_from() -> None:
    """The field is filled from the line, which is cut."""
    document = process(
        Raw("default", "a.txt", "text", f"Ferry stops\nPublished: March 4, 2026\n{BODY}".encode())
    )
    assert isinstance(document, Document)
    assert (document.published_at, document.published_from) == (DAY, "text")
    assert [cut.rule for cut in document.cuts] == ["widget-date"]


def test_a_date_of_the_record_is_better() -> None:
    """What a record says of itself is not overruled by its text."""
    data = b'{"text": "Ferry stops\\nPublished: March 4, 2026\\nIt was cold.", "published_at": "2026-03-06"}'
    document = process(Raw("default", "a.jsonl#1", "record", data))
    assert isinstance(document, Document)
    assert (document.published_at, document.published_from) == (datetime(2026, 3, 6, tzinfo=UTC), "record")
