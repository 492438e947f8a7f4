"""What became of stories, run by run."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import duckdb

from warehouse.database import query


def record_story_history(connection: duckdb.DuckDBPyConnection, run_id: UUID, now: datetime) -> bool:
    """Record what became of stories since the last completed run; say whether any document moved."""
    if not connection.execute("SELECT 1 FROM store.story_moves LIMIT 1").fetchall():
        return False
    connection.execute(query("stories/record_story_history"), [run_id, now])
    connection.execute("DELETE FROM store.story_moves")
    return True
