"""Putting versions that were cleaned again in the place of what they were: no new revision comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

import duckdb

from ingest.model import Document
from warehouse import arrow
from warehouse.database import query
from warehouse.load import PARTS, Load, append_parts, read_histories, write_heads
from warehouse.revisions import tell


def replace_versions(load: Load, numbered: Sequence[tuple[int, Document]]) -> list[UUID]:
    """Write what differs of versions (by number) that are in the file; return the documents that show it.

    All versions of a document come together. Which of them is current is decided anew, since the
    length of the clean text has a say in it.
    """
    _stage(load, numbered)
    changed = load.connection.execute("SELECT doc_id, number FROM changed").fetchall()
    if changed:
        wanted = set(changed)
        _replace(load, [(number, d) for number, d in numbered if (d.doc_id, number) in wanted])
    load.connection.execute(query("note_program"), [load.program])
    load.connection.unregister("recleaned")
    return _move_heads(load, set(changed))


def _stage(load: Load, numbered: Sequence[tuple[int, Document]]) -> None:
    """Fill the temporary table `changed` with the versions of which anything differs."""
    connection = load.connection
    connection.register("recleaned", arrow.recleaned(numbered))
    connection.execute(query("stage_changed"))
    for name, rows in PARTS.items():
        parts = rows(numbered)
        columns = ", ".join(f'"{column}"' for column in parts.column_names)
        connection.register("parts", parts)
        connection.execute(query("add_changed").format(columns=columns, table=f"store.{name}"))
        connection.unregister("parts")


def _replace(load: Load, numbered: Sequence[tuple[int, Document]]) -> None:
    load.connection.execute(query("replace_revisions"))
    load.connection.execute("CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM changed")
    for name in PARTS:
        load.connection.execute(query("delete_versions").format(table=f"store.{name}"))
    load.connection.execute("DROP VIEW incoming")
    append_parts(load, numbered)


def _move_heads(load: Load, changed: set[tuple[UUID, int]]) -> list[UUID]:
    """Write anew the heads whose version is another one now, or one that changed."""
    doc_ids = {doc_id for doc_id, _ in changed}
    histories = read_histories(load.connection, doc_ids)
    load.connection.register("wanted", arrow.ids(doc_ids))
    rows = load.connection.execute(query("head_numbers")).fetchall()
    load.connection.unregister("wanted")
    moved = {}
    for doc_id, number in rows:
        head = histories[doc_id].head()
        if head is not None and (head.number != number or (doc_id, number) in changed):
            moved[doc_id] = head
    write_heads(load, moved, histories)
    tell(load.connection, histories, changed)
    return list(moved)


def removals_of(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> int:
    """Count the cuts in the current versions of documents."""
    connection.register("wanted", arrow.ids(doc_ids))
    sql = "SELECT count(*) FROM removals WHERE doc_id IN (SELECT doc_id FROM wanted)"
    [(count,)] = connection.execute(sql).fetchall()
    connection.unregister("wanted")
    return int(count)
