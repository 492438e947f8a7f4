"""Stories brought up to date around queued documents, in steps that outlive a kill."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import duckdb

from warehouse.database import query
from warehouse.load import Load
from warehouse.stories.groups import regroup_stories
from warehouse.stories.pairs import pair
from warehouse.stories.tellings import retell

# Tellings are brought up to date so many at a time.
_DOCUMENTS = 5000


def settle_stories(
    connection: duckdb.DuckDBPyConnection,
    transaction: Callable[[], AbstractContextManager[Load]],
    on_step: Callable[[int, int], None],
) -> None:
    """Tell and pair what is queued, then form the stories around it. Every step is a transaction.

    What is left of the work is in the file: in `store.story_queue` documents, in `store.waiting_tellings`
    tellings whose story is to be formed. `on_step` hears of the documents that are paired, and how many
    there are.
    """
    left = total = _queued(connection)
    while left:
        with transaction() as load:
            _tell(load.connection)
        left = _queued(connection)
        on_step(total - left, total)
    while connection.execute("SELECT 1 FROM store.waiting_tellings LIMIT 1").fetchall():
        with transaction() as load:
            regroup_stories(load)


def _queued(connection: duckdb.DuckDBPyConnection) -> int:
    [(count,)] = connection.execute("SELECT count(DISTINCT doc_id) FROM store.story_queue").fetchall()
    return int(count)


def _tell(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(query("stories/next_documents"), [_DOCUMENTS])
    for name in ("drop_queued", "drop_stories"):
        connection.execute(query(f"stories/{name}"))
    retell(connection)
    pair(connection)
    connection.execute(
        "INSERT INTO store.waiting_tellings BY NAME "
        "SELECT telling_no, bool_or(renewed) AS renewed FROM touched_tellings GROUP BY telling_no"
    )
