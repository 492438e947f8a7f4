"""The answer to a query as a table for people, as CSV or as JSON."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from flows.screen import on_terminal, visible
from warehouse.stored import Result

# A table with narrower columns cannot be read; rows are then written one value a line.
_NARROWEST = 12


def write(result: Result, form: str) -> None:
    """Write a result to stdout as `table`, `csv` or `json`."""
    if form == "table":
        _table(result)
        return
    lines = _csv(result) if form == "csv" else _json(result)
    safe: Callable[[str], str] = visible if on_terminal() else str
    for line in lines:
        sys.stdout.write(safe(line))


def plain(value: Any) -> Any:
    """Turn a value of DuckDB into one that JSON knows.

    Times become ISO 8601, UUIDs and intervals text, bytes hex, decimals numbers; NaN and infinity
    become null, which JSON has in their stead.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float | Decimal):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)


def cell(value: Any) -> str:
    """Return a value as the text of one cell; NULL is empty."""
    simple = plain(value)
    if simple is None:
        return ""
    if isinstance(simple, str):
        return simple
    return json.dumps(simple, ensure_ascii=False)


def _csv(result: Result) -> Iterator[str]:
    for row in (result.columns, *result.rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([cell(value) for value in row])
        yield line.getvalue()


def _json(result: Result) -> Iterator[str]:
    """One array, a row a line. Columns of the same name are told apart, or all but one would be lost."""
    names = _distinct(result.columns)
    before = "[\n"
    for row in result.rows:
        record = dict(zip(names, (plain(value) for value in row), strict=True))
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if result.rows else "[]\n"


def _distinct(names: Sequence[str]) -> list[str]:
    made: list[str] = []
    for name in names:
        number, chosen = 0, name
        while chosen in made:
            number += 1
            chosen = f"{name}_{number}"
        made.append(chosen)
    return made


def _table(result: Result) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not result.columns:
        return
    rows = [[Text("NULL", "dim") if value is None else Text(visible(cell(value))) for value in row] for row in result.rows]
    widths = [max(len(line) for text in column for line in text) for column in _columns(result.columns, rows)]
    console = Console(highlight=False)
    if not on_terminal():
        console = Console(highlight=False, width=sum(widths) * 2 + 3 * len(widths) + 8)
    elif sum(min(width, _NARROWEST) + 2 for width in widths) > console.width:
        _records(console, result.columns, rows)
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, values in zip(result.columns, zip(*result.rows, strict=True) if rows else [()] * len(widths), strict=True):
        table.add_column(Text(visible(name)), overflow="fold", justify=_side(values))
    for row in rows:
        table.add_row(*row)
    console.print(table)
