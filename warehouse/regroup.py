"""Bringing the table of copies up to date around the documents and texts that a batch touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

import duckdb
import pyarrow as pa

from ingest.fingerprint.compare import Comparison
from ingest.identity import NAMESPACE
from warehouse import arrow
from warehouse.bridge import LARGE, bridge, texts, weakest
from warehouse.contents import NUMBERS
from warehouse.database import query
from warehouse.grouping import Group, Neighbours, Verdicts, group, neighbours
from warehouse.load import Load
from warehouse.policy import Member, Policy
from warehouse.settings import read_policy, read_thresholds, write_thresholds
from warehouse.thresholds import SourceThresholds
from warehouse.verdicts import read_verdicts

_COPIES = pa.schema(
    [
        ("doc_id", pa.uuid()),
        ("copy_id", pa.uuid()),
        ("canonical_doc_id", pa.uuid()),
        ("is_canonical", pa.bool_()),
        ("why_canonical", pa.string()),
        ("size", pa.int32()),
        ("held_by", pa.uuid()),
        ("kind", pa.string()),
        *((name, pa.float64()) for name in ("jaccard", "containment", "score")),
    ]
)
_GROUPS = pa.schema(
    [
        ("copy_id", pa.uuid()),
        ("canonical_doc_id", pa.uuid()),
        ("size", pa.int32()),
        ("texts", pa.int32()),
        ("weakest_doc_id", pa.uuid()),
        ("weakest_kind", pa.string()),
        ("weakest_score", pa.float64()),
        ("large", pa.bool_()),
        ("bridge_doc_id", pa.uuid()),
        ("bridge_holds", pa.int32()),
    ]
)
_CANONICAL = "SELECT doc_id FROM copies WHERE is_canonical"
# Groups that are all formed anew take so many documents at a time.
_CHUNK = 5000


def copy_id(found: Group) -> UUID:
    """Return the id of a group, which is that of its earliest document as a group."""
    return uuid5(NAMESPACE, f"copies:{found.anchor.doc_id}")


def regroup(
    connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID], touched: Iterable[int]
) -> set[UUID]:
    """Form anew the groups of everything that is connected with the texts `touched`, and of `doc_ids`.

    Pairs of texts connect, and so do analysts' links. Return the documents that are in another group
    than before.
    """
    found = members_around(connection, doc_ids, touched, read_thresholds(connection))
    near, verdicts, policy = read_neighbours(connection), read_verdicts(connection), read_policy(connection)
    groups = group(found, near, verdicts, policy)
    return _write(connection, groups, (near, verdicts, policy))


def regroup_all(connection: duckdb.DuckDBPyConnection) -> set[UUID]:
    """Form all groups anew; return the documents that are in another group than before."""
    return _in_chunks(
        connection,
        connection.execute("SELECT doc_id, content_no FROM store.heads ORDER BY doc_id").fetchall(),
    )


def regroup_by(load: Load, thresholds: SourceThresholds) -> tuple[int, set[UUID]]:
    """Let other thresholds hold, and form anew the groups of documents with relations that change.

    Return how many relations appear, vanish or have another kind, and the documents that are in another
    group than before.
    """
    load.connection.execute(query("stage_related"))
    write_thresholds(load.connection, thresholds, load.now, load.run_id)
    rows = load.connection.execute(query("changed_relations")).fetchall()
    return sum(count for *_, count in rows), _in_chunks(load.connection, [row[:2] for row in rows])


def _in_chunks(connection: duckdb.DuckDBPyConnection, rows: Sequence[tuple[UUID, int | None]]) -> set[UUID]:
    moved: set[UUID] = set()
    seen: set[UUID] = set()
    for start in range(0, len(rows), _CHUNK):
        chunk = [row for row in rows[start : start + _CHUNK] if row[0] not in seen]
        moved |= regroup(
            connection, [doc_id for doc_id, _ in chunk], {no for _, no in chunk if no is not None}
        )
        seen.update(doc_id for (doc_id,) in connection.execute("SELECT doc_id FROM regrouped").fetchall())
    return moved


def members_around(
    connection: duckdb.DuckDBPyConnection,
    doc_ids: Iterable[UUID],
    touched: Iterable[int],
    thresholds: SourceThresholds,
) -> list[Member]:
    """Return the documents connected with the texts `touched` and with `doc_ids` by pairs that can count.

    Their texts stand in the temporary table `connected` afterwards.
    """
    connection.register("wanted", arrow.table(NUMBERS, ((number,) for number in touched)))
    connection.execute("CREATE OR REPLACE TEMP TABLE connected AS SELECT DISTINCT content_no FROM wanted")
    connection.unregister("wanted")
    connection.register("wanted", arrow.ids(doc_ids))
    connection.execute("CREATE OR REPLACE TEMP TABLE gathered AS SELECT DISTINCT doc_id FROM wanted")
    connection.unregister("wanted")
    loosest = [thresholds.loosest.near, thresholds.loosest.contains]
    steps: tuple[tuple[str, list[float]], ...]
    steps = (("gather_linked", []), ("connect_gathered", []), ("expand_connected", loosest))
    while any(_count(connection, *step) for step in steps):
        pass
    members = (Member(*row) for row in connection.execute(query("members")).fetchall())
    return [replace(member, thresholds=thresholds.of(member.source)) for member in members]


def read_neighbours(connection: duckdb.DuckDBPyConnection) -> Neighbours:
    """Return the pairs of the texts in the temporary table `connected`."""
    rows = connection.execute(query("connected_pairs")).fetchall()
    return neighbours((a, b, Comparison(*values)) for a, b, *values in rows)


def _count(connection: duckdb.DuckDBPyConnection, name: str, values: Sequence[float]) -> int:
    [(count,)] = connection.execute(query(name), list(values)).fetchall()
    return int(count)


def _write(
    connection: duckdb.DuckDBPyConnection,
    groups: Sequence[Group],
    grounds: tuple[Neighbours, Verdicts, Policy],
) -> set[UUID]:
    connection.register("incoming", arrow.table(_COPIES, _copies(groups)))
    connection.execute("CREATE OR REPLACE TEMP TABLE regrouped AS SELECT doc_id FROM incoming")
    moved = connection.execute(query("regrouped")).fetchall()
    for statement in ("note_moves", "delete_groups", "delete_copies"):
        connection.execute(query(statement))
    connection.execute("INSERT INTO copies BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
    connection.register("incoming", arrow.table(_GROUPS, _groups(groups, grounds)))
    connection.execute("INSERT INTO copy_groups BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
    return {doc_id for (doc_id,) in moved}


def _copies(groups: Iterable[Group]) -> Iterator[tuple[object, ...]]:
    for each in groups:
        shared = each.canonical.doc_id, each.why, len(each.members)
        name, (canonical, why, size) = copy_id(each), shared
        for member in each.members:
            hold = each.holds.get(member.doc_id)
            s = hold.scores if hold else None
            link = (hold.doc_id, s.kind, s.jaccard, s.containment, s.score) if hold and s else (None,) * 5
            yield member.doc_id, name, canonical, hold is None, why, size, *link


def _groups(
    groups: Iterable[Group], grounds: tuple[Neighbours, Verdicts, Policy]
) -> Iterator[tuple[object, ...]]:
    for each in groups:
        if len(each.members) == 1:
            continue
        weak, spans = weakest(each), bridge(each, *grounds)
        count = texts(each)
        yield (
            copy_id(each),
            each.canonical.doc_id,
            len(each.members),
            count,
            *((weak[0], weak[1].scores.kind, weak[1].scores.score) if weak else (None,) * 3),
            count > LARGE,
            *((spans.doc_id, spans.holds) if spans else (None, None)),
        )


def canonical_documents(connection: duckdb.DuckDBPyConnection) -> set[UUID]:
    """Return the documents that stand for groups, those without copies among them."""
    return {doc_id for (doc_id,) in connection.execute(_CANONICAL).fetchall()}


def all_documents(connection: duckdb.DuckDBPyConnection) -> set[UUID]:
    """Return every document."""
    return {doc_id for (doc_id,) in connection.execute("SELECT doc_id FROM copies").fetchall()}


def regrouped_documents(connection: duckdb.DuckDBPyConnection) -> set[UUID]:
    """Return the documents that `regroup` looked at last, those that are there no more among them."""
    sql = "SELECT doc_id FROM regrouped UNION SELECT doc_id FROM gathered"
    return {doc_id for (doc_id,) in connection.execute(sql).fetchall()}


def record_history(connection: duckdb.DuckDBPyConnection, run_id: UUID, now: datetime) -> bool:
    """Record what became of groups since the last completed run; say whether any document moved."""
    if not connection.execute("SELECT 1 FROM store.moves LIMIT 1").fetchall():
        return False
    connection.execute(query("record_history"), [run_id, now])
    connection.execute("DELETE FROM store.moves")
    return True
