"""What holds for every run: how the canonical document is chosen, what is a copy, which rules grouped it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import duckdb

from ingest.fingerprint.thresholds import Thresholds
from warehouse.policy import Policy, parse
from warehouse.thresholds import Choice, SourceThresholds

MARK_CHANGED = "UPDATE settings SET value = uuid()::VARCHAR WHERE name = 'state'"


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


def mark_changed(connection: duckdb.DuckDBPyConnection) -> None:
    """Note that the data are another state now; what is published with the old one is out of date."""
    connection.execute(MARK_CHANGED)


def read_policy(connection: duckdb.DuckDBPyConnection) -> Policy:
    """Return the policy by which canonical documents are chosen."""
    return parse(read_setting(connection, "canonical"))


def read_thresholds(connection: duckdb.DuckDBPyConnection) -> SourceThresholds:
    """Return from which scores on documents are copies."""
    rows = connection.execute("SELECT source, near, contains FROM thresholds").fetchall()
    own = {source: Choice(*values) for source, *values in rows if source is not None}
    [default] = [Thresholds(*values) for source, *values in rows if source is None]
    return SourceThresholds(default, own)


def write_thresholds(
    connection: duckdb.DuckDBPyConnection, wanted: SourceThresholds, now: datetime, run_id: UUID
) -> None:
    """Put other thresholds in the place of those that differ."""
    before = _listed(read_thresholds(connection))
    after = _listed(wanted)
    for source in [name for name, values in before.items() if after.get(name) != values]:
        connection.execute("DELETE FROM thresholds WHERE source IS NOT DISTINCT FROM ?", [source])
    for source in [name for name, values in after.items() if before.get(name) != values]:
        connection.execute(
            "INSERT INTO thresholds VALUES (?, ?, ?, ?, ?)", [source, *after[source], now, run_id]
        )


def _listed(thresholds: SourceThresholds) -> dict[str | None, tuple[float | None, float | None]]:
    rows: dict[str | None, tuple[float | None, float | None]] = {
        source: (own.near, own.contains) for source, own in thresholds.own.items()
    }
    return {**rows, None: (thresholds.default.near, thresholds.default.contains)}
