"""When a plain text says that it was published or changed: lines near its top that are nothing but a date."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import NamedTuple

from ingest.clean.blocks.header import date_lines
from ingest.clean.engine.lines import Page
from ingest.clean.posts.dates import read_date
from ingest.extract.dates import parse_date


class PrintedDates(NamedTuple):
    """Aware times, each None where no line says so; a date without a time is midnight UTC."""

    published: datetime | None
    modified: datetime | None


def printed_dates(page: Page) -> PrintedDates:
    """Read the date lines of a text: with a word such as “Published” or “Updated”, or below a byline."""
    published, modified = None, None
    for line, changed in date_lines(page):
        if changed:
            modified = modified or _moment(line)
        else:
            published = published or _moment(line)
    return PrintedDates(published, modified)


def _moment(line: str) -> datetime | None:
    if (parsed := parse_date(line)) is not None:
        return parsed
    day = read_date(line)
    return None if day is None else parse_date(datetime.combine(day, time(), UTC).isoformat())
