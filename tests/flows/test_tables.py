"""Answers of queries as table, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from flows.tables import cell, plain, write
from warehouse.stored import Result

ID = UUID("12345678-1234-5678-1234-567812345678")
MIXED = Result(
    ["name", "when", "tags", "nothing"],
    [('O\'Neil, "Bo"\nsecond line', datetime(2026, 3, 1, 9, 30, tzinfo=UTC), ["a", "b"], None)],
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (2**100, 2**100),
        (Decimal("1.50"), 1.5),
        (math.nan, None),
        (-math.inf, None),
        (ID, str(ID)),
        (datetime(2026, 3, 1, 9, 30, tzinfo=UTC), "2026-03-01T09:30:00+00:00"),
        (date(2026, 3, 1), "2026-03-01"),
        (time(9, 30), "09:30:00"),
        (timedelta(days=2), "2 days, 0:00:00"),
        (b"\x00\xff", "00ff"),
        ([ID, None], [str(ID), None]),
        ({ID: date(2026, 3, 1)}, {str(ID): "2026-03-01"}),
    ],
)
def test_every_kind_of_value_has_a_plain_form(value: Any, expected: Any) -> None:
    """Values of DuckDB become values that JSON knows, and JSON gives them back unchanged."""
    assert plain(value) == expected
    assert json.loads(json.dumps(plain(value))) == expected


def test_a_cell_is_text() -> None:
    """NULL is empty, text stays as it is, lists become JSON."""
    assert [cell(None), cell("x"), cell(3), cell(["é"])] == ["", "x", "3", '["é"]']


def test_csv_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    """Quotes, commas and line feeds survive CSV; NULL is an empty field."""
    write(MIXED, "csv")
    header, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header == MIXED.columns
    assert row == ['O\'Neil, "Bo"\nsecond line', "2026-03-01T09:30:00+00:00", '["a", "b"]', ""]


def test_json_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is one JSON array of objects, with lists as lists and NULL as null."""
    write(MIXED, "json")
    [record] = json.loads(capsys.readouterr().out)
    assert record["tags"] == ["a", "b"]
    assert record["nothing"] is None


def test_json_keeps_columns_of_the_same_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Of columns that share a name none is lost."""
    write(Result(["a", "a", "a_1"], [(1, 2, 3)]), "json")
    [record] = json.loads(capsys.readouterr().out)
    assert sorted(record.values()) == [1, 2, 3]


def test_an_empty_answer_keeps_its_form(capsys: pytest.CaptureFixture[str]) -> None:
    """Without rows JSON is an empty array and CSV a header."""
    write(Result(["a"], []), "json")
    assert json.loads(capsys.readouterr().out) == []
    write(Result(["a"], []), "csv")
    assert capsys.readouterr().out == "a\n"


def test_a_table_in_a_pipe_is_never_cropped(capsys: pytest.CaptureFixture[str]) -> None:
    """However long a value is, a piped table holds all of it on its line, wide characters too."""
    long, wide = "word " * 200 + "end", "港の灯台" * 50
    write(Result(["long", "wide", "none"], [(long, wide, None)]), "table")
    out = capsys.readouterr().out
    assert any(long in line and wide in line and "NULL" in line for line in out.splitlines())


def test_the_query_command_answers_in_each_form(command: Callable[..., Any]) -> None:
    """One query in three forms says the same."""
    sql = "SELECT source_uri FROM documents WHERE title = 'Rain'"
    assert json.loads(command("query", sql, "--format", "json").out) == [{"source_uri": "wire.jsonl#2"}]
    assert command("query", sql, "--format", "csv").out == "source_uri\nwire.jsonl#2\n"
    assert "wire.jsonl#2" in command("query", sql).out


def test_sql_may_begin_with_a_comment(command: Callable[..., Any]) -> None:
    """The dashes of a comment are no option; a misspelt option is still a mistake."""
    assert command("query", "-- how many\nSELECT 2 AS n", "--format", "csv").out == "n\n2\n"
    assert command("query", "SELECT 2 AS n", "--formatt", "csv").code == 2
