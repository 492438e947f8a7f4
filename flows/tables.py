"""The answer to a query as CSV or JSON for programs, or as a table for people."""

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


def write(result: Result, form: str) -> None:
    """Write a result to stdout as `table`, `csv` or `json`."""
    if form == "table":
        from flows.grid import print_grid

        print_grid(result.columns, [["NULL" if v is None else cell(v) for v in row] for row in result.rows])
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
