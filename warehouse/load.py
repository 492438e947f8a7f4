"""Loading a batch: versions, places and heads, set by set and never row by row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

import duckdb
import pyarrow as pa

from ingest.carried import to_json
from ingest.identity import NAMESPACE
from ingest.model import Document, Raw, Reject
from warehouse import arrow
from warehouse.database import query
from warehouse.history import Changes, Head, History, Version, take_in
from warehouse.learn import note_first_cuts

_PLACES = pa.schema([("source", pa.string()), ("source_uri", pa.string()), ("raw_hash", pa.string())])
_STANDINGS = pa.schema([("doc_id", pa.uuid()), ("source", pa.string()), ("source_uri", pa.string())])
_SIGHTINGS = pa.schema(
    [*_STANDINGS, ("number", pa.int32()), ("raw_hash", pa.string()), ("program", pa.string())]
)
_VERSIONS = pa.schema([("doc_id", pa.uuid()), ("number", pa.int32())])
_OPEN_REJECTS = "SELECT 1 FROM store.rejects WHERE replayed_at IS NULL LIMIT 1"
# What hangs on versions, by table: how documents with the numbers of their versions become its rows.
PARTS = {
    "cuts": arrow.cuts,
    "embeds": arrow.embeds,
    "notices": arrow.notices,
    "left_out": arrow.left_out,
    "blocks": arrow.blocks,
    "citations": arrow.citations,
}
_HEADS = pa.schema(
    [
        ("doc_id", pa.uuid()),
        ("number", pa.int32()),
        ("revision", pa.int32()),
        *((name, pa.string()) for name in ("source", "source_uri", "content_hash")),
    ]
)


@dataclass(frozen=True, slots=True)
class Load:
    """One batch on its way into the file: the open transaction, the run, the program's version."""

    connection: duckdb.DuckDBPyConnection
    run_id: UUID
    program: str
    now: datetime


def unchanged_places(
    connection: duckdb.DuckDBPyConnection, raws: Sequence[tuple[Raw, str]], program: str
) -> set[tuple[str, str]]:
    """Return the places (source, source_uri) that hold what stood there last: bytes and carried facts.

    `raws` come with their hash (`identity.raw_hash`). What an older program read counts as changed.
    """
    wanted = arrow.table(_PLACES, ((raw.source, raw.source_uri, digest) for raw, digest in raws))
    connection.register("wanted", wanted)
    rows = connection.execute(query("unchanged_places"), [program]).fetchall()
    connection.unregister("wanted")
    return set(rows)


def load_documents(load: Load, documents: Sequence[Document]) -> tuple[Changes, list[UUID]]:
    """Write versions, places and heads; return what changed and the ids of documents with a new head."""
    histories = read_histories(load.connection, {document.doc_id for document in documents})
    before = {doc_id: history.head() for doc_id, history in histories.items()}
    changes = take_in(histories, documents)
    connection = load.connection
    _drop_replaced(connection, changes)
    append(connection, "revisions", arrow.revisions(changes.written, load.now, load.run_id))
    append_parts(load, changes.written)
    _write_sightings(load, documents, histories, before.keys())
    moved = {
        doc_id: head
        for doc_id, history in histories.items()
        if (head := history.head()) and head != before.get(doc_id)
    }
    write_heads(load, moved, histories)
    return changes, list(moved)


def _drop_replaced(connection: duckdb.DuckDBPyConnection, changes: Changes) -> None:
    """Delete the versions that are written anew from other bytes."""
    if not changes.replaced:
        return
    connection.register("incoming", arrow.table(_VERSIONS, changes.replaced))
    for name in ("revisions", *PARTS):
        connection.execute(query("delete_versions").format(table=f"store.{name}"))
    connection.unregister("incoming")


def append_parts(load: Load, numbered: Sequence[tuple[int, Document]]) -> None:
    """Append what hangs on versions: see `PARTS`."""
    for name, rows in PARTS.items():
        found = rows(numbered)
        if name == "cuts" and found.num_rows:
            note_first_cuts(load.connection, found, load.run_id)
        append(load.connection, name, found)


def append(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Append `rows` to the table store.`name`, column by column name."""
    if rows.num_rows:
        connection.register("incoming", rows)
        connection.execute(f"INSERT INTO store.{name} BY NAME SELECT * FROM incoming")
        connection.unregister("incoming")


def read_histories(connection: duckdb.DuckDBPyConnection, doc_ids: set[UUID]) -> dict[UUID, History]:
    """Read the histories of those documents that are known."""
    histories: dict[UUID, History] = {}
    connection.register("wanted", arrow.ids(doc_ids))
    for doc_id, *fields in connection.execute(query("versions")).fetchall():
        histories.setdefault(doc_id, History()).versions.append(Version(*fields))
    for doc_id, source, source_uri, number in connection.execute(query("sightings")).fetchall():
        history = histories[doc_id]
        history.sightings[source, source_uri] = history.versions[number - 1].version_hash
    connection.unregister("wanted")
    return histories


def _write_sightings(
    load: Load, documents: Sequence[Document], histories: Mapping[UUID, History], known: Collection[UUID]
) -> None:
    """Note which version stands at each place now, and that no other document stands there any more.

    `known` are the documents that may have stood there before.
    """
    last = {(d.doc_id, d.source, d.source_uri): d for d in documents}
    connection = load.connection
    seen = [place for place in last if place[0] in known] if known else []
    if seen:
        connection.register("incoming", arrow.table(_STANDINGS, seen))
        connection.execute(query("delete_sightings"))
        connection.unregister("incoming")
    standing = [arrow.column(last.values(), name) for name in _STANDINGS.names]
    numbers = [histories[d.doc_id].number_of(d.version_hash) for d in last.values()]
    hashes, programs = arrow.column(last.values(), "raw_hash"), [load.program] * len(last)
    connection.register("incoming", arrow.from_columns(_SIGHTINGS, [*standing, numbers, hashes, programs]))
    for statement in ("displace_sightings", "insert_sightings"):
        connection.execute(query(statement))
    connection.unregister("incoming")


def write_heads(load: Load, moved: Mapping[UUID, Head], histories: Mapping[UUID, History]) -> None:
    """Replace the heads of the moved documents; their text's number is filled in by matching."""
    hashes = [histories[doc_id].versions[head.number - 1].content_hash for doc_id, head in moved.items()]
    columns = [list(moved), *zip(*moved.values(), strict=True), hashes]
    connection = load.connection
    connection.register("incoming", arrow.from_columns(_HEADS, columns if moved else [[]] * len(_HEADS)))
    connection.execute(query("stage_heads"), [load.now, load.now, load.run_id])
    connection.execute("DELETE FROM store.heads WHERE doc_id IN (SELECT doc_id FROM incoming)")
    connection.execute(query("insert_heads"))
    connection.unregister("incoming")


def reject_id(reject: Reject) -> UUID:
    """Return the id of a reject: the same however often the same input fails in the same way at one place."""
    facts = [to_json(reject.carried)] if reject.carried else []
    parts = (reject.source, reject.source_uri, reject.code, reject.content_hash or "", *facts)
    return uuid5(NAMESPACE, "\0".join(parts))


def load_rejects(load: Load, rejects: Sequence[Reject]) -> bool:
    """Write rejects that are not there yet, mark as open again, with the reason of now, those that are.

    Says whether anything changed.
    """
    identified = {reject_id(reject): reject for reject in rejects}
    load.connection.register("incoming", arrow.rejects(identified.items(), load.run_id))
    counts = [
        load.connection.execute(query(name)).fetchall()
        for name in ("reopen_rejects", "refresh_reasons", "insert_rejects")
    ]
    load.connection.unregister("incoming")
    return any(count for [(count,)] in counts)


def close_rejects(load: Load, documents: Sequence[Document]) -> None:
    """Mark the rejects at places where a document has been accepted now."""
    if not load.connection.execute(_OPEN_REJECTS).fetchall():
        return
    rows = ((d.source, d.source_uri, d.raw_hash) for d in documents)
    load.connection.register("incoming", arrow.table(_PLACES, rows))
    load.connection.execute(query("close_rejects"), [load.now])
    load.connection.unregister("incoming")
