"""What holds for every run on a warehouse: how the canonical document is chosen, which rules grouped it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import duckdb

from warehouse.policy import Policy, parse


def read_setting(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Return a setting; every one has a value from the start."""
    [(value,)] = connection.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchall()
    return str(value)


def write_setting(
    connection: duckdb.DuckDBPyConnection, name: str, value: str, now: datetime, run_id: UUID
) -> None:
    """Put another value in the place of a setting's."""
    connection.execute(
        "UPDATE settings SET value = ?, set_at = ?, run_id = ? WHERE name = ?", [value, now, run_id, name]
    )


def read_policy(connection: duckdb.DuckDBPyConnection) -> Policy:
    """Return the policy by which canonical documents are chosen."""
    return parse(read_setting(connection, "canonical"))
