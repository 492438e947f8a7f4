"""Documents that were forgotten stay away: what comes again is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.model import Document, Reject
from warehouse import arrow
from warehouse.database import query

CODE = "forgotten"
_ARRIVED = pa.schema([("place", pa.int32()), ("doc_id", pa.uuid()), ("raw_hash", pa.string())])


def refused(connection: duckdb.DuckDBPyConnection, documents: Sequence[Document]) -> dict[int, Reject]:
    """Return rejects for those of the documents that were forgotten, by their places in the sequence.

    They are known by their ids, and by their very bytes under any other name. Their bytes are not kept.
    """
    if not connection.execute("SELECT 1 FROM tombstones LIMIT 1").fetchall():
        return {}
    arrived = ((place, each.doc_id, each.raw_hash) for place, each in enumerate(documents))
    connection.register("incoming", arrow.table(_ARRIVED, arrived))
    rows = connection.execute(query("refused_documents")).fetchall()
    connection.unregister("incoming")
    return {place: _reject(documents[place], reason, when) for place, reason, when in rows}


def _reject(document: Document, reason: str, when: datetime) -> Reject:
    told = f"It was taken down on {when.astimezone(UTC):%Y-%m-%d} and stays away: {reason}"
    raw = document.raw
    return Reject(raw.source, raw.source_uri, CODE, told, document.raw_hash, len(raw.data))


def write_tombstones(
    connection: duckdb.DuckDBPyConnection, reason: str, now: datetime, run_id: UUID, wanted: str
) -> None:
    """Write a tombstone for each document in the temporary table `wanted`, while its rows are still there."""
    connection.execute(query("write_tombstones").format(wanted=wanted), [reason, now, run_id])
