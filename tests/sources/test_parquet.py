"""Parquet files: every row a record with all its columns."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from ingest.columns import parse_map
from ingest.model import Reject
from ingest.process import process
from ingest.sources.reading import limits
from reading import STORY, outcomes, read_bytes, records, refused


def packed(table: Any, **options: Any) -> bytes:
    out = io.BytesIO()
    parquet.write_table(table, out, **options)
    return out.getvalue()


def test_rows_of_several_groups() -> None:
    """Rows come in the order of the file, through all its row groups, also from a stream without an end in sight."""
    data = packed(pa.table({"text": [f"Story {n}." for n in range(300)]}), row_group_size=70)
    assert [row["text"] for row in records(data, "a.parquet")] == [f"Story {n}." for n in range(300)]
    assert len(records(gzip.compress(data), "a.parquet.gz")) == 300


def test_all_columns_are_kept() -> None:
    """Nested columns stay what they are, times and numbers that JSON lacks become text."""
    row = {
        "text": STORY,
        "date": datetime(2026, 3, 3, 18, 30, tzinfo=UTC),
        "day": date(2026, 3, 3),
        "price": Decimal("1.50"),
        "page": "<p>Größe</p>".encode(),
        "authors": ["Ana", "Lin"],
        "place": {"name": "Northhaven", "at": [1.5, None]},
        "far": None,
    }
    [found] = records(packed(pa.Table.from_pylist([row])), "a.parquet")
    assert found == {
        **row,
        "date": "2026-03-03 18:30:00.000000Z",
        "day": "2026-03-03",
        "price": "1.50",
        "page": "<p>Größe</p>",
    }
    [raw] = read_bytes(packed(pa.Table.from_pylist([row])), "a.parquet")
    assert not isinstance(raw, Reject)
    document = process(raw)
    assert not isinstance(document, Reject)
    assert (document.published_at, document.byline) == (row["date"], "Ana, Lin")


def test_times_beyond_python() -> None:
    """Nanoseconds and years beyond 9999 are no reason to lose a row."""
    moments = pa.array([10**18 + 1, -(2**62)], pa.timestamp("ns"))
    far = pa.array([2**60, 0], pa.timestamp("us"))
    data = packed(pa.table({"text": ["One.", "Two."], "a": moments, "b": far}))
    assert [row["text"] for row in records(data, "a.parquet")] == ["One.", "Two."]


def test_a_row_that_cannot_be_read_costs_itself() -> None:
    """Text that is not UTF-8 rejects its row alone."""
    broken = pa.StringArray.from_buffers(
        2, pa.py_buffer(b"\0\0\0\0\4\0\0\0\7\0\0\0"), pa.py_buffer(b"One.\xff\xfe\xfd")
    )
    data = packed(pa.table({"text": broken}))
    assert outcomes(data, "a.parquet") == [("a.parquet#1", "record"), ("a.parquet#2", "malformed")]


@pytest.mark.parametrize(
    ("table", "columns", "code", "words"),
    [
        (pa.table({"story": ["One."]}), "", "malformed", "the columns are story"),
        (pa.table({"text": ["One."]}), "title=name", "malformed", "no column 'name'"),
        (pa.table([["One."], ["Two."]], names=["text", "text"]), "", "malformed", "the same name: text"),
        (pa.table({"text": pa.array([], pa.string())}), "", "empty", "no row"),
    ],
)
def test_tables_that_cannot_be_used(table: Any, columns: str, code: str, words: str) -> None:
    """Doubled and missing columns and a table without rows are one reject."""
    reject = refused(read_bytes(packed(table), "a.parquet", parse_map([columns])))
    assert (reject.code, reject.source_uri) == (code, "a.parquet")
    assert words in reject.reason


def test_a_value_that_all_rows_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that holds one long text once, for very many rows, is given up out of proportion."""
    monkeypatch.setattr(limits, "FREE_UNPACKED", 1 << 20)
    shared = pa.DictionaryArray.from_arrays(pa.array([0] * 2000, pa.int32()), pa.array(["x" * 100_000]))
    found = outcomes(packed(pa.table({"text": shared})), "a.parquet")
    assert found[-1] == ("a.parquet", "too_large")
    assert len(found) < 100


def test_a_row_that_is_too_large_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row above the limit is a reject among others."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 1000)
    data = packed(pa.table({"text": ["One.", "x" * 2000, "Three."]}))
    assert [code for _, code in outcomes(data, "a.parquet")] == ["record", "too_large", "record"]


@pytest.mark.parametrize("damage", [slice(0, 200), slice(4, None), slice(0, -8)])
def test_damaged_files(damage: slice) -> None:
    """A file that is cut short or no Parquet at all is a reject."""
    data = packed(pa.table({"text": [STORY] * 50}))[damage]
    assert refused(read_bytes(data, "a.parquet")).code == "malformed"
