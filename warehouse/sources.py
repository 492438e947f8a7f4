"""How sources are configured, and what is stored of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from ingest.configured import ConfiguredSource
from warehouse.database import query
from warehouse.load import Load


@dataclass(frozen=True, slots=True)
class Collection:
    """What a warehouse holds of one collection: documents, and when its last completed run began."""

    documents: int = 0
    last_run: datetime | None = None


def configure(load: Load, sources: Sequence[ConfiguredSource]) -> bool:
    """Put sources as they are configured in the place of what was noted of them; say whether any differs."""
    rows = load.connection.execute("SELECT name, kind, locations, schedule, licence FROM sources").fetchall()
    noted = {row[0]: row[1:] for row in rows}
    changed = False
    for source in sources:
        values = (source.kind, list(source.stated), source.schedule, source.licence)
        if noted.get(source.name) == values:
            continue
        load.connection.execute("DELETE FROM sources WHERE name = ?", [source.name])
        load.connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)", [source.name, *values, load.now, load.run_id]
        )
        changed = True
    return changed


def collections(connection: duckdb.DuckDBPyConnection) -> dict[str, Collection]:
    """Return what is stored of every collection that has documents or runs, by its name."""
    return {
        name: Collection(*values) for name, *values in connection.execute(query("collections")).fetchall()
    }
