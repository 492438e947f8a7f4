"""The documents around which stories are to be looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from ingest.telling import VERSION
from warehouse import arrow
from warehouse.load import Load

# The rules by which stories are told and grouped, and outlets found. What others made in a file is made anew.
STORIES = f"{VERSION}.2"
_TABLES = (
    "tellings", "telling_terms", "term_holders", "story_keys", "story_pairs", "story_links", "story_quotes",
    "conflicts", "story_queue", "waiting_tellings",
)  # fmt: skip


def queue(load: Load, doc_ids: Iterable[UUID], moved: Collection[UUID]) -> None:
    """Have stories brought up to date at the end of the run, after groups of copies changed.

    `doc_ids` are all documents whose group may have changed, those that are there no more among them; of
    the others, `moved` have another current version, or the same one with other fields.
    """
    connection = load.connection
    for name, ids in (("wanted", doc_ids), ("renewed", moved)):
        connection.register(name, arrow.ids(ids))
    connection.execute(
        "INSERT INTO store.story_queue "
        "SELECT DISTINCT doc_id, doc_id IN (SELECT doc_id FROM renewed) FROM wanted"
    )
    for name in ("wanted", "renewed"):
        connection.unregister(name)


def queue_all(load: Load) -> None:
    """Have every document told anew, and all stories formed anew."""
    for table in _TABLES:
        load.connection.execute(f"DELETE FROM store.{table}")
    load.connection.execute("INSERT INTO store.story_queue SELECT doc_id, false FROM copies")
