"""Exporting documents and what hangs on them as plain files, with a manifest and a data card.

The same documents give the same bytes, whatever runs brought them: rows have a fixed order, and columns
that tell of runs are left out. Of a DuckDB file that holds where DuckDB begins with zeroed memory, which it
has to be asked for before it is imported (`warehouse.zeros`); else rows and columns are the same, and what
stands between them is not.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from ingest import __version__
from ingest.errors import UsageError
from warehouse.database import condition, one_line, query
from warehouse.datacard import data_card
from warehouse.errors import WarehouseError
from warehouse.exporting import Database, file_writer

# Tables of an export, and whether the rows of one belong to one document and go by its month.
TABLES = {
    "documents": True,
    "removals": True,
    "embeds": True,
    "notices": True,
    "relations": False,
    "evidence": False,
}
DATABASE = "copydesk.duckdb"
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Request:
    """What to export: `where` is a condition in SQL on `documents`, None takes all of them."""

    form: str
    where: str | None = None
    only_canonical: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table, or of one month of it, by the places [first, last] of the documents."""

    table: str
    month: str | None
    first: int
    last: int

    def path(self, form: str) -> Path:
        """Where they are written, relative to the folder of the export."""
        folder = Path(self.table) / f"month={self.month}" if self.month else Path(self.table)
        return folder / f"{self.table}.{form}"


def export(connection: duckdb.DuckDBPyConnection, request: Request, folder: Path) -> dict[str, Any]:
    """Write an export into `folder`, which appears when it is complete; return its manifest.

    `connection` is one that can read the warehouse and nothing else, since `where` comes from a user.
    Raises UsageError where the folder has something in it, WarehouseError where no document fits.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty; name a new folder for the export.")
    _choose(connection, request)
    partial = folder.with_name(f".{folder.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        manifest = _write(connection, request, partial)
        partial.rename(folder)
    except OSError as error:
        raise WarehouseError(f"Cannot write {folder}: {error.strerror}.") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return manifest


def _choose(connection: duckdb.DuckDBPyConnection, request: Request) -> None:
    """Fill the temporary table `chosen`."""
    try:
        ids = condition("SELECT doc_id FROM documents", "true" if request.where is None else request.where)
        statement = query("choose_exported").format(
            chosen=ids, only_canonical=str(request.only_canonical).lower()
        )
        connection.execute(statement)
    except (WarehouseError, duckdb.Error) as error:
        told = one_line(error) if isinstance(error, duckdb.Error) else str(error)
        raise WarehouseError(f"--where cannot be used: {told}") from error
    if not connection.execute("SELECT place FROM chosen LIMIT 1").fetchall():
        raise WarehouseError("No document fits; nothing was exported.")


def _write(connection: duckdb.DuckDBPyConnection, request: Request, folder: Path) -> dict[str, Any]:
    described = {
        (table, column): comment
        for table, column, _, comment in connection.execute(query("described_columns")).fetchall()
    }
    tables: dict[str, dict[str, Any]] = {table: {"rows": 0, "columns": []} for table in TABLES}
    files: list[dict[str, Any]] = []
    if request.form == "duckdb":
        with Database(folder / DATABASE, described) as database:
            for part in _parts(connection, by_month=False):
                for rows in _rows(connection, part):
                    database.write(part.table, rows)
                    _count(tables[part.table], rows)
        files.append(_file(folder, Path(DATABASE), sum(table["rows"] for table in tables.values())))
    else:
        for part in _parts(connection, by_month=True):
            _write_part(connection, part, request.form, folder, tables[part.table], files)
    manifest = {
        "program": f"copydesk {__version__}",
        "schema": _schema(connection),
        "export": asdict(request),
        "tables": tables,
        "files": files,
    }
    (folder / "README.md").write_text(data_card(connection, manifest, described), encoding="utf-8")
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(f"{text}\n", encoding="utf-8")
    return manifest


def _parts(connection: duckdb.DuckDBPyConnection, *, by_month: bool) -> Iterator[Part]:
    months = connection.execute(query("exported_months")).fetchall()
    last = months[-1][2]
    for table, has_months in TABLES.items():
        if has_months and by_month:
            yield from (Part(table, *month) for month in months)
        else:
            yield Part(table, None, 1, last)


def _rows(connection: duckdb.DuckDBPyConnection, part: Part) -> Iterator[pa.Table]:
    """Yield the rows of a part, a table at least, of so many documents at a time."""
    for first in range(part.first, part.last + 1, _AT_ONCE):
        places = {"first": first, "last": min(first + _AT_ONCE - 1, part.last)}
        yield connection.sql(query(f"export_{part.table}"), params=places).to_arrow_table()


def _write_part(
    connection: duckdb.DuckDBPyConnection,
    part: Part,
    form: str,
    folder: Path,
    table: dict[str, Any],
    files: list[dict[str, Any]],
) -> None:
    path, count = part.path(form), 0
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    writer = file_writer(folder / path, form)
    try:
        for rows in _rows(connection, part):
            writer.write(rows)
            _count(table, rows)
            count += rows.num_rows
    finally:
        writer.close()
    if count or part.month is None:
        files.append(_file(folder, path, count))
    else:
        (folder / path).unlink()
        for empty in (folder / path.parent, folder / path.parent.parent):
            if not any(empty.iterdir()):
                empty.rmdir()


def _count(table: dict[str, Any], rows: pa.Table) -> None:
    table["rows"] += rows.num_rows
    table["columns"] = [{"name": each.name, "type": str(each.type)} for each in rows.schema]


def _file(folder: Path, path: Path, rows: int) -> dict[str, Any]:
    with (folder / path).open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size = (folder / path).stat().st_size
    return {"path": path.as_posix(), "rows": rows, "bytes": size, "sha256": digest}


def _schema(connection: duckdb.DuckDBPyConnection) -> int:
    [(number,)] = connection.execute("SELECT max(number) FROM migrations").fetchall()
    return int(number)
