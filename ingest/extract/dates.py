"""Reads a date that stands alone in a field. What is doubtful is no date: none is better than a wrong one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_FIRST_YEAR = 1900
_AHEAD = timedelta(days=2)
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T\s,]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([+-]\d{2}:?\d{0,2})?\s*(?:\(?(Z|[A-Z]{3,4})\)?)?)?",
    re.IGNORECASE,
)
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = r"([A-Za-z]{3,9})\.?"
_CLOCK = (
    r"(?:,?\s*(?:at|@|-|–|\|)?\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?"
    r"\s*(?:\(?([A-Za-z]{1,4})\)?)?)?"
)
_WRITTEN = (
    (re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_CLOCK}"), (2, 1, 3)),
    (re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+{_MONTH},?[\s-]+(\d{{4}}){_CLOCK}"), (1, 2, 3)),
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?:first\s+)?(?:published|posted)(?:\s+on)?:?\s+", re.IGNORECASE)
# Hours from UTC of the zone names that newsrooms print. CST is taken as the American one and BST as British
# summer time. Names that many countries share, such as IST, are unknown.
_ZONES = {"utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3}
_ZONES |= {"msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11}
_ZONES |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_NAME = re.compile(r":\d\d\s+\(?([A-Z]{3,4})\b")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/)")


def parse_date(value: object) -> datetime | None:
    """The moment that a field names, aware: no zone means UTC, no time means midnight UTC.

    A zone's common abbreviation counts, such as CET or PDT. The time beside one that is unknown or stands
    for several zones, such as IST, is taken as UTC: the date is kept, and the time is off by the zone.

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
    local = datetime(year, month, day, tzinfo=_zone(found[7], found[8]))
    # 24:00 is the end of the day; 23:59:60 is a leap second.
    return (local + timedelta(hours=hour, minutes=minute, seconds=second)).astimezone(UTC)


def _zone(offset: str | None, name: str | None) -> timezone:
    """The zone of an offset such as `+02:00`, else of a name; UTC without either or for an unknown name."""
    if not offset:
        return timezone(timedelta(hours=_ZONES.get((name or "").lower(), 0)))
    digits = offset[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-ahead if offset[0] == "-" else ahead)


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
    past = int(hour or 0) % 12 + 12 * half.lower().startswith("p") if half else int(hour or 0)
    local = midnight + timedelta(hours=past, minutes=int(minute or 0))
    return local.replace(tzinfo=_zone(None, zone)).astimezone(UTC)


def _from_mail(text: str) -> datetime | None:
    """A date as in mail headers and feeds, RFC 2822."""
    found = parsedate_to_datetime(text)
    if found.tzinfo is None:
        name = _NAME.search(text)
        found = found.replace(tzinfo=_zone(None, name and name[1]))
    return found.astimezone(UTC)
