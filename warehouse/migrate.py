"""The schema as numbered .sql files, run once each and in order."""

from __future__ import annotations

import hashlib
from importlib import resources

import duckdb

from warehouse.database import is_warehouse
from warehouse.errors import WarehouseError

_LEDGER = """
CREATE TABLE migrations (
    number INTEGER NOT NULL, name VARCHAR NOT NULL, checksum VARCHAR NOT NULL, applied_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE migrations IS 'Which changes of the schema this file has been through';
COMMENT ON COLUMN migrations.number IS 'Number of the change';
COMMENT ON COLUMN migrations.name IS 'Name of its .sql file';
COMMENT ON COLUMN migrations.checksum IS 'SHA-256 of that file';
COMMENT ON COLUMN migrations.applied_at IS 'When it was applied';
"""


def _files() -> list[tuple[int, str, str]]:
    """Return (number, name, sql) of every migration, in order."""
    folder = resources.files("warehouse") / "migrations"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return [(int(name[:4]), name, (folder / name).read_text(encoding="utf-8")) for name in names]


def _applied(connection: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """Return number and checksum of the migrations that the file has; refuse a file that is not ours."""
    if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE NOT internal LIMIT 1").fetchall():
        return {}
    if not is_warehouse(connection):
        raise WarehouseError(
            "This DuckDB file was not made by copydesk; choose another --warehouse, it stays as it is."
        )
    rows = connection.execute("SELECT number, checksum FROM migrations").fetchall()
    return dict(rows)


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """Say whether a file has been through all changes of the schema."""
    return _applied(connection).keys() >= {number for number, _, _ in _files()}


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the file up to date, in one transaction.

    Raises WarehouseError where the file comes from a newer copydesk or its history differs.
    """
    applied = _applied(connection)
    if missing := _missing(applied):
        _apply(connection, missing, first=not applied)


def needs_migration(connection: duckdb.DuckDBPyConnection) -> bool:
    """Say whether `migrate` has anything to do. Raises WarehouseError as it does."""
    return bool(_missing(_applied(connection)))


def _missing(applied: dict[int, str]) -> list[tuple[int, str, str, str]]:
    """Return number, name, checksum and sql of the migrations that a file has not been through."""
    files = _files()
    if applied and max(applied) > files[-1][0]:
        raise WarehouseError(
            f"The warehouse has schema {max(applied)}, this copydesk knows {files[-1][0]}: "
            "install the newer copydesk."
        )
    missing = []
    for number, name, sql in files:
        checksum = hashlib.sha256(sql.encode()).hexdigest()
        if number not in applied:
            missing.append((number, name, checksum, sql))
        elif applied[number] != checksum:
            raise WarehouseError(
                f"The warehouse was made with another {name}: it belongs to another copydesk."
            )
    return missing


def _apply(
    connection: duckdb.DuckDBPyConnection, missing: list[tuple[int, str, str, str]], *, first: bool
) -> None:
    connection.begin()
    if first:
        connection.execute(_LEDGER)
    for number, name, checksum, sql in missing:
        connection.execute(sql)
        connection.execute("INSERT INTO migrations VALUES (?, ?, ?, now())", [number, name, checksum])
    connection.commit()
