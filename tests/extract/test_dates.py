"""Dates are read in their usual spellings, and what is doubtful is none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.dates import date_in_url, parse_date


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", utc(2024, 3, 5)),
        ("20240305", utc(2024, 3, 5)),
        ("2024-03-05T10:30:00Z", utc(2024, 3, 5, 10, 30)),
        ("2024-03-05T10:30", utc(2024, 3, 5, 10, 30)),
        ("2024-03-05T10:30:15.123456789+02:00", utc(2024, 3, 5, 8, 30, 15)),
        ("2024-03-05T10:30:00-0500", utc(2024, 3, 5, 15, 30)),
        ("2024-03-05 10:30:00 +0100", utc(2024, 3, 5, 9, 30)),
        ("2024-03-05 10:30:00 +0000 UTC", utc(2024, 3, 5, 10, 30)),
        (" 2024-03-05 10:30:00 UTC\n", utc(2024, 3, 5, 10, 30)),
        ("2024-03-05T24:00:00Z", utc(2024, 3, 6)),
        ("Tue, 05 Mar 2024 10:30:00 GMT", utc(2024, 3, 5, 10, 30)),
        ("Tue, 05 Mar 2024 10:30:00 -0500", utc(2024, 3, 5, 15, 30)),
        ("March 5, 2024", utc(2024, 3, 5)),
        ("Mar. 5th, 2024", utc(2024, 3, 5)),
        ("5 March 2024", utc(2024, 3, 5)),
        ("Published: Tuesday, March 5, 2024 at 10:30 p.m. EST", utc(2024, 3, 6, 3, 30)),
        ("March 5, 2024 12:05 am", utc(2024, 3, 5, 0, 5)),
        (1709634600, utc(2024, 3, 5, 10, 30)),
        ("1709634600000", utc(2024, 3, 5, 10, 30)),
    ],
)
def test_usual_spellings(value: object, expected: datetime) -> None:
    """Each usual spelling gives its moment; no zone means UTC and no time means midnight."""
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        *(("UTC", 12), ("GMT", 12), ("Z", 12), ("WET", 12), ("WEST", 11), ("BST", 11), ("CET", 11)),
        *(("CEST", 10), ("EET", 10), ("EEST", 9), ("MSK", 9), ("JST", 3), ("KST", 3), ("AEST", 2)),
        *(("AEDT", 1), ("EST", 17), ("EDT", 16), ("CST", 18), ("CDT", 17), ("MST", 19), ("MDT", 18)),
        *(("PST", 20), ("PDT", 19)),
    ],
)
@pytest.mark.parametrize(
    "form", ["2026-03-03 12:00 {}", "2026-03-03T12:00:00 ({})", "3 March 2026, 12:00 {}"]
)
def test_zone_abbreviations(form: str, zone: str, hour: int) -> None:
    """A zone's common abbreviation sets the moment, in ISO and in written dates."""
    assert parse_date(form.format(zone)) == utc(2026, 3, 3, hour)


@pytest.mark.parametrize(
    ("value", "hour"),
    [
        ("Tue, 03 Mar 2026 12:00:00 CET", 11),
        ("Tue Mar 3 12:00:00 CET 2026", 11),
        ("2026-03-03 12:00:00 +0100 CET", 11),
        ("2026-03-03 12:00 IST", 12),
        ("3 March 2026 12:00 IST", 12),
    ],
)
def test_zone_names_beside_other_signs(value: str, hour: int) -> None:
    """Mail dates know the names too, an offset goes before a name, an ambiguous name counts as UTC."""
    assert parse_date(value) == utc(2026, 3, 3, hour)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "today",
        "3 hours ago",
        "2024",
        "March 2024",
        "05/03/2024",
        "2024-13-01",
        "2024-02-30",
        "0000-00-00",
        "1823-05-01",
        "2999-01-01",
        "2024-03-05T25:99:00Z x",
        "Tuesday",
        "4.2 C",
        "x" * 500,
        2024,
        True,
        None,
        [],
    ],
)
def test_doubtful_values_are_none(value: object) -> None:
    """A relative, partial, ambiguous, impossible or absurd date is no date."""
    assert parse_date(value) is None


def test_the_near_future_is_allowed() -> None:
    """A clock in another zone may be ahead by a day, not by a week."""
    now = datetime.now(UTC)
    assert parse_date((now + timedelta(days=1)).isoformat()) is not None
    assert parse_date((now + timedelta(days=7)).isoformat()) is None


@given(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2020, 1, 1)))
def test_iso_round_trip(moment: datetime) -> None:
    """Every ISO moment comes back to the second."""
    assert parse_date(moment.isoformat()) == moment.replace(microsecond=0, tzinfo=UTC)


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    """Whatever a field holds, reading it raises nothing."""
    found = parse_date(text)
    assert found is None or found.tzinfo is not None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://harbour.example/2024/03/05/ferry/", utc(2024, 3, 5)),
        ("https://harbour.example/news/2024/3/5/ferry", utc(2024, 3, 5)),
        ("https://harbour.example/2024/03/ferry", None),
        ("https://harbour.example/2024/13/05/ferry", None),
        ("https://harbour.example/story?back=/2024/03/05/", None),
        (None, None),
    ],
)
def test_date_in_url(url: str | None, expected: datetime | None) -> None:
    """Only a full day in the path is a date."""
    assert date_in_url(url) == expected
