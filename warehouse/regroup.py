"""Bringing the table of copies up to date around the documents and texts that a batch touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

import duckdb
import pyarrow as pa

from ingest.identity import NAMESPACE
from warehouse import arrow
from warehouse.contents import NUMBERS
from warehouse.database import query
from warehouse.grouping import Group, Member, group

_COPIES = pa.schema(
    [
        ("doc_id", pa.uuid()),
        ("copy_id", pa.uuid()),
        ("canonical_doc_id", pa.uuid()),
        ("is_canonical", pa.bool_()),
        ("why_canonical", pa.string()),
        ("size", pa.int32()),
    ]
)


def regroup(
    connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID], touched: Iterable[int]
) -> set[UUID]:
    """Form anew the groups of everything that is connected with the texts `touched`, and of `doc_ids`.

    Return the documents that are in another group than before.
    """
    connection.register("wanted", arrow.table(NUMBERS, ((number,) for number in touched)))
    connection.execute("CREATE OR REPLACE TEMP TABLE connected AS SELECT DISTINCT content_no FROM wanted")
    connection.unregister("wanted")
    _expand(connection)
    connection.register("wanted", arrow.ids(doc_ids))
    members = [Member(*row) for row in connection.execute(query("members")).fetchall()]
    connection.unregister("wanted")
    pairs = connection.execute(query("connected_pairs")).fetchall()
    return _write(connection, group(members, pairs))


def _expand(connection: duckdb.DuckDBPyConnection) -> None:
    """Follow pairs from the connected texts until nothing new is met."""
    while True:
        [(count,)] = connection.execute(query("expand_connected")).fetchall()
        if not count:
            return


def _write(connection: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> set[UUID]:
    rows = (
        (
            member.doc_id,
            uuid5(NAMESPACE, f"copies:{each.canonical.doc_id}"),
            each.canonical.doc_id,
            member is each.canonical,
            each.why,
            len(each.members),
        )
        for each in groups
        for member in each.members
    )
    connection.register("incoming", arrow.table(_COPIES, rows))
    moved = connection.execute(query("regrouped")).fetchall()
    connection.execute("DELETE FROM copies WHERE doc_id IN (SELECT doc_id FROM incoming)")
    connection.execute("INSERT INTO copies BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
    return {doc_id for (doc_id,) in moved}
