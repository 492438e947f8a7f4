"""Opening DuckDB files, with the settings that every part relies on and errors that a person understands."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.files import Files

MEMORY_LIMIT = "512MB"


def open_working(files: Files) -> duckdb.DuckDBPyConnection:
    """Open the writer's database, creating it where there is none.

    Raises WarehouseError where the file is no DuckDB file or cannot be written.
    """
    spill = {"memory_limit": MEMORY_LIMIT, "temp_directory": str(files.spill)}
    connection = _connect(files.working, read_only=False, config=spill)
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def open_published(files: Files, *, sealed: bool = True) -> duckdb.DuckDBPyConnection:
    """Open the published file for reading.

    `sealed` takes away every way out of it: other files, the network, changed settings.
    """
    if not files.published.exists():
        raise WarehouseError(
            f"There is no warehouse at {files.published}. Run `copydesk ingest` first, or name one with --warehouse."
        )
    connection = _connect(files.published, read_only=True, config={})
    connection.execute("SET TimeZone = 'UTC'")
    if sealed:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    return connection


def _connect(path: Path, *, read_only: bool, config: dict[str, str]) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, read_only=read_only, config=config)
    except duckdb.Error as error:
        first_line = str(error).splitlines()[0]
        raise WarehouseError(f"Cannot open {path}: {first_line}") from error


@cache
def query(name: str) -> str:
    """Return the SQL of `queries/<name>.sql`."""
    return (resources.files("warehouse") / "queries" / f"{name}.sql").read_text(encoding="utf-8")
