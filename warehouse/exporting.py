"""The files of an export: one writer per format, each the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Protocol, get_args

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

Format = Literal["parquet", "jsonl", "csv", "duckdb"]
FORMATS: tuple[str, ...] = get_args(Format)
# The newest that a DuckDB of early 2025 opens; the oldest with zstd for texts.
STORAGE_VERSION = "v1.2.0"
_LONG = ("text", "extracted_text")


class Writer(Protocol):
    """Takes the rows of one table, or of one month of it, batch by batch."""

    def write(self, rows: pa.Table) -> None:
        """Append rows; they all have one schema."""

    def close(self) -> None:
        """Finish the file."""


@dataclass(slots=True)
class ParquetWriter:
    """Parquet, compressed with zstd."""

    path: Path
    _file: pq.ParquetWriter | None = None

    def write(self, rows: pa.Table) -> None:
        """Append rows as a row group."""
        if self._file is None:
            self._file = pq.ParquetWriter(self.path, rows.schema, compression="zstd")
        self._file.write_table(rows)

    def close(self) -> None:
        """Write the footer."""
        if self._file is not None:
            self._file.close()


@dataclass(slots=True)
class LineWriter:
    """JSON, one object a line, or CSV with a line of names; UTF-8, line feeds."""

    path: Path
    form: Literal["jsonl", "csv"]
    _file: IO[str] | None = None

    def write(self, rows: pa.Table) -> None:
        """Append rows."""
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", newline="")
            if self.form == "csv":
                self._file.write(_csv([rows.column_names]))
        records = [{name: _plain(value) for name, value in row.items()} for row in rows.to_pylist()]
        if self.form == "csv":
            self._file.write(_csv([_cell(value) for value in record.values()] for record in records))
        else:
            self._file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


@dataclass(slots=True)
class Database:
    """One DuckDB file with a table each, in a storage version that older programs open; a context."""

    path: Path
    comments: dict[tuple[str, str], str]
    _connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def __enter__(self) -> Database:
        # Symbols of FSST are drawn by lot; without it the same rows give the same file, but for a few bytes.
        self._connection.execute("SET threads = 1")
        self._connection.execute("SET TimeZone = 'UTC'")
        self._connection.execute("SET disabled_compression_methods = 'fsst'")
        place = str(self.path).replace("'", "''")
        self._connection.execute(f"ATTACH '{place}' AS export (STORAGE_VERSION '{STORAGE_VERSION}')")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._connection.execute("DETACH export")
        self._connection.close()

    def write(self, table: str, rows: pa.Table) -> None:
        """Append rows to a table; the first call makes it."""
        self._connection.register("incoming", rows)
        known = self._connection.execute(
            "SELECT 1 FROM duckdb_tables() WHERE database_name = 'export' AND table_name = ?", [table]
        ).fetchall()
        if not known:
            self._create(table)
        self._connection.execute(f"INSERT INTO export.{table} SELECT * FROM incoming")
        self._connection.unregister("incoming")

    def _create(self, table: str) -> None:
        described = self._connection.execute("DESCRIBE SELECT * FROM incoming").fetchall()
        columns = ", ".join(
            f'"{name}" {kind}{" USING COMPRESSION zstd" if name in _LONG else ""}'
            for name, kind, *_ in described
        )
        self._connection.execute(f"CREATE TABLE export.{table} ({columns})")
        for name, *_ in described:
            comment = self.comments.get((table, name), "").replace("'", "''")
            self._connection.execute(f"COMMENT ON COLUMN export.{table}.\"{name}\" IS '{comment}'")


def file_writer(path: Path, form: str) -> Writer:
    """Return the writer of a file of one of the formats but `duckdb`."""
    if form == "parquet":
        return ParquetWriter(path)
    return LineWriter(path, "csv" if form == "csv" else "jsonl")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _cell(value: Any) -> Any:
    """Lists and truth values as JSON; nothing for NULL."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else value


def _csv(rows: Iterable[Sequence[Any]]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue()
