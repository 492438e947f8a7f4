"""Writing what the log holds into the file, and when the parts of tables are put together on the way."""

from __future__ import annotations

import duckdb

from warehouse.database import query

# So few documents are written anew in no time; of more, so many parts with fewer documents each are too many.
_SMALL, _MANY, _FEW = 20_000, 16, 30_000


def checkpoint(connection: duckdb.DuckDBPyConnection) -> None:
    """Write everything into the file; put the parts of tables together where that costs little or is due.

    Every checkpoint begins a new part, which takes some room. Left to itself, DuckDB puts parts together each
    time, up to 122,880 rows: a large load would pack its texts twice, and what they took before would stay
    in the file as room that nothing uses.
    """
    [(parts, documents, locked)] = connection.execute(query("parts_of_heads")).fetchall()
    due = documents < _SMALL or (parts >= _MANY and documents < parts * _FEW)
    # Where a person's SQL was in play no setting can be changed any more; the next run comes to it.
    if due and not locked:
        connection.execute("RESET max_vacuum_tasks")
    connection.execute("CHECKPOINT")
