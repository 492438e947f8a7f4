"""Stories in the warehouse: tellings of canonical documents, scored pairs, groups that report one event.

`follow` brings all of it up to date around the documents that a batch touched. Every table is a function of
the canonical documents and of analysts' verdicts: what came first, or in how many batches, does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

import duckdb

from ingest.telling import VERSION
from warehouse import arrow
from warehouse.load import Load
from warehouse.stories.citations import cite_all
from warehouse.stories.groups import regroup_stories
from warehouse.stories.history import record_story_history
from warehouse.stories.pairs import pair
from warehouse.stories.tellings import retell

__all__ = ["STORIES", "cite_all", "follow", "follow_all", "record_story_history"]

# The rules by which stories are told and grouped, and outlets found. What others made in a file is made anew.
STORIES = f"{VERSION}.1"
# Tellings are brought up to date so many at a time.
_CHUNK = 2000
_TABLES = (
    "tellings", "telling_terms", "term_holders", "story_keys", "story_pairs", "story_links", "story_quotes",
    "conflicts",
)  # fmt: skip


def follow(load: Load, doc_ids: Iterable[UUID], moved: Collection[UUID]) -> None:
    """Bring stories up to date after groups of copies were.

    `doc_ids` are all documents whose group may have changed, those that are there no more among them; of
    the others, `moved` have another current version, or the same one with other fields.
    """
    connection = load.connection
    connection.execute("CREATE OR REPLACE TEMP TABLE waiting_tellings (telling_no INTEGER)")
    ordered = sorted(doc_ids)
    for start in range(0, len(ordered), _CHUNK):
        _stage(connection, ordered[start : start + _CHUNK], moved)
        retell(connection)
        pair(connection)
        connection.execute("INSERT INTO waiting_tellings SELECT telling_no FROM touched_tellings")
    regroup_stories(load)


def _stage(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID], moved: Iterable[UUID]) -> None:
    connection.register("wanted", arrow.ids(doc_ids))
    connection.register("renewed", arrow.ids(moved))
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE touched_documents AS "
        "SELECT DISTINCT doc_id, doc_id IN (SELECT doc_id FROM renewed) AS moved FROM wanted"
    )
    connection.unregister("renewed")
    connection.unregister("wanted")


def follow_all(load: Load) -> None:
    """Tell every document anew and form all stories anew, a part at a time."""
    for table in _TABLES:
        load.connection.execute(f"DELETE FROM store.{table}")
    rows = load.connection.execute("SELECT doc_id FROM copies").fetchall()
    follow(load, {doc_id for (doc_id,) in rows}, ())
