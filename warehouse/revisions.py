"""What changed from version to version, told for documents that have more than one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.revision.words import count, marked, word_diff
from warehouse import arrow
from warehouse.database import query
from warehouse.history import History
from warehouse.load import append, read_histories

# Versions are told anew where they were told by rules of another number.
TELLING = "1"

# Two texts a version are in memory for so many at a time.
_CHUNK = 200
_TEXTS = ("text", "extracted_text")
_FIELDS = (
    "media_type", "url", "canonical_url", "site", "title", "byline", "published_at", "published_from",
    "modified_at", "language", "extra",
)  # fmt: skip
_TOLD = pa.schema(
    [
        ("doc_id", pa.uuid()),
        *((name, pa.int32()) for name in ("number", "revision", "previous")),
    ]
)
_CHANGES = pa.schema(
    [
        *_TOLD,
        ("changed", pa.list_(pa.string())),
        ("before", pa.string()),
        *((name, pa.int32()) for name in ("words_added", "words_removed")),
        ("diff", pa.string()),
    ]
)
_Told = tuple[UUID, int, int, int | None]


def tell(
    connection: duckdb.DuckDBPyConnection,
    histories: Mapping[UUID, History],
    written: Collection[tuple[UUID, int]],
) -> None:
    """Bring store.changes up to date for documents by their histories.

    `written` are the versions (doc_id, number) that are new or not what they were. Only these, and those
    that are told in another place than before, are compared.
    """
    orders = {doc_id: history.told() for doc_id, history in histories.items() if len(history.versions) > 1}
    if not orders:
        return
    known = _known(connection, orders)
    fresh = [
        each
        for doc_id, order in orders.items()
        for each in _told(doc_id, order)
        if each not in known or (doc_id, each[1]) in written or (doc_id, each[3]) in written
    ]
    for start in range(0, len(fresh), _CHUNK):
        _replace(connection, fresh[start : start + _CHUNK])


def tell_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Tell the versions of all documents anew."""
    rows = connection.execute("SELECT doc_id FROM store.heads WHERE revision > 1 ORDER BY doc_id").fetchall()
    connection.execute("DELETE FROM store.changes")
    for start in range(0, len(rows), _CHUNK):
        doc_ids = {doc_id for (doc_id,) in rows[start : start + _CHUNK]}
        tell(connection, read_histories(connection, doc_ids), ())


def _told(doc_id: UUID, order: Sequence[int]) -> Iterator[_Told]:
    for revision, number in enumerate(order, 1):
        yield doc_id, number, revision, order[revision - 2] if revision > 1 else None


def _known(connection: duckdb.DuckDBPyConnection, doc_ids: Collection[UUID]) -> set[_Told]:
    connection.register("wanted", arrow.ids(doc_ids))
    rows = connection.execute(
        "SELECT doc_id, number, revision, previous FROM store.changes"
        " WHERE doc_id IN (SELECT doc_id FROM wanted)"
    ).fetchall()
    connection.unregister("wanted")
    return set(rows)


def _replace(connection: duckdb.DuckDBPyConnection, told: Sequence[_Told]) -> None:
    connection.register("incoming", arrow.table(_TOLD, told))
    connection.execute(query("delete_versions").format(table="store.changes"))
    sql = query("compared_versions").format(fields_now=fields_as_text("r"), fields_before=fields_as_text("p"))
    rows = connection.execute(sql).fetchall()
    connection.unregister("incoming")
    append(connection, "changes", arrow.table(_CHANGES, [(*row[:4], *_compared(*row[3:])) for row in rows]))


def fields_as_text(alias: str) -> str:
    """Return the SQL of a struct of what versions are compared by, as text; `alias` is store.revisions."""
    parts = [f"'{name}': {alias}.{name}::VARCHAR" for name in (*_FIELDS, "text")]
    parts.append(f"'extracted_text': coalesce({alias}.extracted_text, {alias}.text)")
    return f"{{{', '.join(parts)}}}"


def _compared(
    previous: int | None, now: dict[str, Any], before: dict[str, Any]
) -> tuple[list[str], str | None, int | None, int | None, str | None]:
    """Return the names of what changed, the fields as they were, words added and removed, the diff."""
    if previous is None:
        return [], None, None, None, None
    changed = [name for name in (*_FIELDS, *_TEXTS) if now[name] != before[name]]
    fields = {name: before[name] for name in changed if name not in _TEXTS}
    pieces = word_diff(before["text"], now["text"])
    as_json = json.dumps(fields, ensure_ascii=False)
    return changed, as_json, count(pieces, "added"), count(pieces, "removed"), marked(pieces)
