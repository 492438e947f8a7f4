"""Days gathered into as many columns as a plot can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# More columns than this are no longer told apart.
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time: its name, the documents published in it, and how many of them are copies."""

    name: str
    documents: int
    copies: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Stretches of time without a gap, and how many documents are in none: older ones, undated ones."""

    unit: str
    columns: list[Column]
    older: int
    undated: int


def gathered(days: Iterable[tuple[date | None, int, int]]) -> Columns:
    """Gather days into days, weeks, months or years, the shortest that give at most MOST_COLUMNS columns."""
    days = list(days)
    undated = sum(documents for day, documents, _ in days if day is None)
    dated = [(day, documents, copies) for day, documents, copies in days if day is not None]
    if not dated:
        return Columns("day", [], 0, undated)
    first, last = min(day for day, *_ in dated), max(day for day, *_ in dated)
    unit, start, following = _unit(first, last)
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for day, documents, copies in dated:
        counts[start(day)][0] += documents
        counts[start(day)][1] += copies
    starts = [start(last)]
    while starts[-1] > start(first) and len(starts) < MOST_COLUMNS:
        starts.append(start(following(starts[-1])))
    columns = [Column(_name(each, unit), *counts[each]) for each in reversed(starts)]
    shown = sum(column.documents for column in columns)
    return Columns(unit, columns, sum(documents for _, documents, _ in dated) - shown, undated)


_Step = Callable[[date], date]


def _unit(first: date, last: date) -> tuple[str, _Step, _Step]:
    """Return a unit, where the one that holds a day begins, and a day in the one before."""

    def before(day: date) -> date:
        return day - timedelta(days=1) if day > date.min else day

    span = (last - first).days
    if span < MOST_COLUMNS:
        return "day", lambda day: day, before
    if span < 7 * (MOST_COLUMNS - 1):
        return "week", lambda day: day - timedelta(days=day.weekday()), before
    if span < 28 * (MOST_COLUMNS - 1):
        return "month", lambda day: day.replace(day=1), before
    return "year", lambda day: day.replace(month=1, day=1), before


def _name(start: date, unit: str) -> str:
    return start.isoformat()[: {"year": 4, "month": 7}.get(unit, 10)]
