"""What to clean again: which documents, and every version of them with its raw bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb

from ingest.model import Raw
from warehouse import arrow
from warehouse.database import query
from warehouse.stored import StoredCut


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents to clean again.

    By default those on which learned rules were not carried out yet and those that another version of
    the program (`program`) has read. With `rule`, those that this rule cut or that hold its line;
    with `everything`, all of them.
    """

    program: str
    rule: str | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version as it is stored. `current` says whether it is what the document shows.

    `raw` is None where the raw bytes were dropped by rule.
    """

    doc_id: UUID
    number: int
    current: bool
    raw: Raw | None
    text: str
    cuts: Sequence[StoredCut]


def select(connection: duckdb.DuckDBPyConnection, selection: Selection) -> list[UUID]:
    """Return the ids of the documents to clean again, in order."""
    if selection.everything:
        rows = connection.execute("SELECT doc_id FROM store.heads ORDER BY doc_id").fetchall()
    elif selection.rule is not None:
        rows = connection.execute(query("touched_by_rule"), [selection.rule]).fetchall()
    else:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE pending AS {query('pending')}")
        rows = connection.execute(query("stale_documents"), [selection.program]).fetchall()
    return [doc_id for (doc_id,) in rows]


def pending(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the learned rules that are not carried out everywhere, with the number of documents left."""
    sql = f"SELECT rule, count(DISTINCT doc_id) FROM ({query('pending')}) GROUP BY rule ORDER BY rule"
    return dict(connection.execute(sql).fetchall())


def versions(connection: duckdb.DuckDBPyConnection, doc_ids: Sequence[UUID]) -> list[StoredVersion]:
    """Return every version of the documents, those of one document one after the other."""
    connection.register("wanted", arrow.ids(doc_ids))
    rows = connection.execute(query("versions_to_replay")).fetchall()
    connection.unregister("wanted")
    return [
        StoredVersion(
            doc_id,
            number,
            current,
            _raw(source, source_uri, form, raw, extracted, carried),
            text,
            [StoredCut(*cut) for cut in cuts or ()],
        )
        for doc_id, number, current, source, source_uri, form, raw, extracted, carried, text, cuts in rows
    ]


def _raw(
    source: str, source_uri: str, form: Any, raw: bytes | None, extracted: str, carried: str | None
) -> Raw | None:
    if raw is None:
        return None
    return Raw(source, source_uri, form, arrow.unpack(raw, extracted), json.loads(carried or "{}"))
