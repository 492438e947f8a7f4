"""Reads a date that stands alone in a field. What is doubtful is no date: none is better than a wrong one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_FIRST_YEAR = 1900
_AHEAD = timedelta(days=2)
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T\s,]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?(?:\s+[A-Z]{3,4})?)?",
    re.IGNORECASE,
)
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = r"([A-Za-z]{3,9})\.?"
_CLOCK = r"(?:,?\s*(?:at|@|-|–|\|)?\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?\s*([A-Za-z]{1,4})?)?"
_WRITTEN = (
    (re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_CLOCK}"), (2, 1, 3)),
    (re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+{_MONTH},?[\s-]+(\d{{4}}){_CLOCK}"), (1, 2, 3)),
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?:first\s+)?(?:published|posted)(?:\s+on)?:?\s+", re.IGNORECASE)
# Hours from UTC of the zone names that English newsrooms print.
_ZONES = {"": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6}
_ZONES |= {"pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2}
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/)")


def parse_date(value: object) -> datetime | None:
    """The moment that a field names, aware: no zone means UTC, no time means midnight UTC.

    Takes ISO 8601 in its usual spellings, RFC 2822, written English dates, and seconds or milliseconds
    since 1970. None for anything else, for years before 1900 and for more than two days ahead.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        found = _from_epoch(value)
    elif isinstance(value, str) and len(value) <= 100:
        found = _from_text(" ".join(value.split()))
    else:
        return None
    return found if found is not None and _is_plausible(found) else None


def date_in_url(url: str | None) -> datetime | None:
    """The day of a `/YYYY/MM/DD/` path, midnight UTC."""
    found = _URL_DAY.search(url.split("?")[0].split("#")[0]) if url else None
    return parse_date(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else None


def _is_plausible(moment: datetime) -> bool:
    return moment.year >= _FIRST_YEAR and moment <= datetime.now(UTC) + _AHEAD


def _from_epoch(value: float) -> datetime | None:
    seconds = value / 1000 if abs(value) > 100_000_000_000 else value
    # A smaller number is a year or a count, not a moment in the age of the web.
    if not 100_000_000 < seconds < 10_000_000_000:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _from_text(text: str) -> datetime | None:
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _from_epoch(int(text))
    try:
        return _from_iso(text) or _from_written(text) or _from_mail(text)
    except (ValueError, OverflowError):
        return None


def _from_iso(text: str) -> datetime | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    local = datetime(year, month, day, tzinfo=_zone(found[7]))
    # 24:00 is the end of the day; 23:59:60 is a leap second.
    return (local + timedelta(hours=hour, minutes=minute, seconds=second)).astimezone(UTC)


def _zone(text: str | None) -> timezone:
    if not text or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _from_written(text: str) -> datetime | None:
    """A date in English words, such as `March 5, 2024 10:30 a.m. EST`."""
    text = _WEEKDAY.sub("", _LABEL.sub("", text, count=1), count=1)
    for pattern, (day, month, year) in _WRITTEN:
        found = pattern.fullmatch(text)
        number = found and _MONTHS.get(found[month][:3].lower())
        if found and number:
            midnight = datetime(int(found[year]), number, int(found[day]), tzinfo=UTC)
            return _at_clock(midnight, *found.groups()[3:])
    return None


def _at_clock(
    midnight: datetime, hour: str | None, minute: str | None, half: str | None, zone: str | None
) -> datetime | None:
    hours = _ZONES.get((zone or "").lower())
    if hours is None:
        return midnight
    past = int(hour or 0) % 12 + 12 * half.lower().startswith("p") if half else int(hour or 0)
    return midnight + timedelta(hours=past - hours, minutes=int(minute or 0))


def _from_mail(text: str) -> datetime | None:
    """A date as in mail headers and feeds, RFC 2822."""
    found = parsedate_to_datetime(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
