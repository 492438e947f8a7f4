"""Whole tables of a warehouse, without what may differ between two ways to the same state."""

from __future__ import annotations

from typing import Any

import duckdb

from warehouse.files import Files

_PASSING = "first_seen_at, updated_at, run_id"
CONTRACT = {
    "documents": f"* EXCLUDE ({_PASSING})",
    "removals": "*",
    "embeds": "*",
    "notices": "*",
    "left_out": "*",
    "relations": "* EXCLUDE (run_id)",
    "evidence": "*",
    "copies": "*",
    "copy_groups": "*",
    "stories": "*",
    "citations": "*",
    "tellings": "*",
    "origins": "*",
    "conflicts": "*",
    "articles": f"* EXCLUDE ({_PASSING})",
    "carried": "* EXCLUDE (fetched_at)",
    "revisions": "* EXCLUDE (seen_at, run_id)",
    "rejects": "* EXCLUDE (run_id, replayed_at)",
    "thresholds": "* EXCLUDE (set_at, run_id)",
    "sources": "* EXCLUDE (configured_at, run_id)",
}


def contents(files: Files) -> dict[str, list[str]]:
    """Return every table of the contract as sorted rows, without times of loading and run ids."""
    return {
        table: sorted(map(repr, rows(files, f"SELECT {columns} FROM {table}")))
        for table, columns in CONTRACT.items()
    }


def rows(files: Files, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Ask the published file as an analyst would."""
    with duckdb.connect(files.published, read_only=True) as connection:
        return connection.execute(sql, list(values)).fetchall()


def as_undisturbed(files: Files, undisturbed: Files) -> None:
    """Assert that a warehouse holds what another one does, and that no run of it seems to go on."""
    assert contents(files) == contents(undisturbed)
    assert rows(files, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]
