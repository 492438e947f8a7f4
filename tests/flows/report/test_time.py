"""Days gathered into columns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.report.time import MOST_COLUMNS, Column, gathered

FIRST = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days", "unit", "name"),
    [
        (20, "day", "2026-03-02"),
        (100, "week", "2026-03-02"),
        (900, "month", "2026-03"),
        (9000, "year", "2026"),
    ],
)
def test_the_longer_the_time_the_wider_the_columns(days: int, unit: str, name: str) -> None:
    """A few weeks are shown by day, months by week, years by month, decades by year."""
    told = gathered([(FIRST, 1, 0), (FIRST + timedelta(days), 3, 2)])
    assert told.unit == unit
    assert told.columns[0] == Column(name, 1, 0)
    assert told.columns[-1].documents == 3


def test_days_without_articles_are_columns_too() -> None:
    """Nothing published is a column of height zero, not a gap that closes."""
    told = gathered([(FIRST, 1, 0), (FIRST + timedelta(2), 1, 1)])
    assert told.columns == [
        Column("2026-03-02", 1, 0),
        Column("2026-03-03", 0, 0),
        Column("2026-03-04", 1, 1),
    ]


def test_nothing_is_no_column() -> None:
    """Documents without a date are counted apart."""
    assert gathered([(None, 4, 1)]).columns == []
    assert gathered([(None, 4, 1)]).undated == 4


@given(st.dictionaries(st.none() | st.dates(), st.integers(1, 9)))
def test_every_document_is_somewhere(days: dict[date | None, int]) -> None:
    """Whatever the dates, there are few columns, in order, and every document is in one or counted beside them."""
    told = gathered([(day, number, 0) for day, number in days.items()])
    assert len(told.columns) <= MOST_COLUMNS
    assert [each.name for each in told.columns] == sorted({each.name for each in told.columns})
    assert sum(each.documents for each in told.columns) + told.older + told.undated == sum(days.values())
