"""What is kept for a time only, by rule: raw bytes of versions, and rejects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.load import Load
from warehouse.rewrite import mark_due


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many versions lost their raw bytes, and how many rejects are gone."""

    raws: int = 0
    rejects: int = 0


def drop_old(load: Load, raws_before: datetime | None, rejects_before: datetime | None) -> Dropped:
    """Drop the raw bytes of versions first seen before a time, and rejects first met before one.

    None keeps all. Where anything is dropped, the file is to be rewritten, or its bytes would still be there.
    """
    dropped = Dropped(
        _drop(
            load.connection,
            "UPDATE store.revisions SET raw = NULL WHERE raw IS NOT NULL AND seen_at < ?",
            raws_before,
        ),
        _drop(
            load.connection,
            "DELETE FROM store.rejects WHERE run_id IN (SELECT run_id FROM runs WHERE started_at < ?)",
            rejects_before,
        ),
    )
    if dropped != Dropped():
        mark_due(load)
    return dropped


def _drop(connection: duckdb.DuckDBPyConnection, sql: str, before: datetime | None) -> int:
    if before is None:
        return 0
    [(count,)] = connection.execute(sql, [before]).fetchall()
    return int(count)
