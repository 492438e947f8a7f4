"""The record of runs: what was asked, what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID, uuid4

import duckdb

from warehouse.database import query


@dataclass(slots=True)
class Counts:
    """What a run has done so far. `seen` is the sum of the first four.

    `duplicates` are documents added or updated that were in a group of copies when their batch was loaded.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    removals: int = 0
    duplicates: int = 0

    @property
    def seen(self) -> int:
        return self.added + self.updated + self.unchanged + self.rejected


def start(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    parameters: Mapping[str, object],
    program: str,
    now: datetime,
) -> UUID:
    """Record that a run begins. Runs that still count as running were killed: the caller has the lock."""
    run_id = uuid4()
    connection.execute("UPDATE runs SET status = 'crashed' WHERE status = 'running'")
    row = [run_id, now, source, json.dumps(parameters, ensure_ascii=False), program]
    connection.execute(query("start_run"), row)
    return run_id


def progress(connection: duckdb.DuckDBPyConnection, run_id: UUID, counts: Counts) -> None:
    """Record the counts so far."""
    connection.execute(query("progress_run"), {"run_id": run_id, "seen": counts.seen, **asdict(counts)})


def finish(
    connection: duckdb.DuckDBPyConnection, run_id: UUID, status: str, now: datetime, seconds: float
) -> None:
    """Record that a run ended with `status` (completed or failed).

    `seconds` come from a clock that never jumps; where `now` is before the start, that was the end as well.
    """
    values = {"run_id": run_id, "status": status, "now": now, "seconds": seconds}
    connection.execute(query("finish_run"), values)
