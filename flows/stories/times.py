"""Times of publication, in UTC and to the minute."""

from __future__ import annotations

from datetime import UTC, datetime


def minute(time: datetime | None) -> str:
    """Write a time; the same length for an unknown one."""
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M}" if time else "no date         "


def span(first: datetime | None, last: datetime | None) -> str:
    """Write from when to when; of one moment, when."""
    if first is None or last is None:
        return "nobody's date is known"
    return f"{minute(first)} UTC" if first == last else f"{minute(first)} to {minute(last)} UTC"
