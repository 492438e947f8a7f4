"""Forgetting documents: everything that is known of them goes, but for a tombstone that keeps them away."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb

from warehouse import arrow
from warehouse.contents import drop_unheld
from warehouse.database import query
from warehouse.holdings import delete_documents
from warehouse.learn import count_again, recount
from warehouse.load import Load
from warehouse.redact import GONE, redact, texts
from warehouse.regroup import regroup, regrouped_documents
from warehouse.rewrite import mark_due
from warehouse.stories import queue
from warehouse.tombstones import write_tombstones
from warehouse.verdicts import bound_with


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: documents, with their versions, and rejects; how many copies of them stay."""

    documents: int = 0
    versions: int = 0
    rejects: int = 0
    copies: int = 0


def forget(load: Load, doc_ids: Collection[UUID], reason: str) -> Forgotten:
    """Delete all that is stored of documents, leave tombstones, form anew the groups that they were in.

    Ids of documents that are not there are passed over.
    The deleted bytes are in the file until it is rewritten, which is noted as due in the same transaction.
    """
    connection = load.connection
    _stage(connection, doc_ids)
    documents = _count(connection, "SELECT count(*) FROM forgotten")
    if not documents:
        return Forgotten()
    mates, numbers = _ids(connection, query("forgotten_mates")), _contents(connection)
    judged = bound_with(connection, doc_ids) - set(doc_ids)
    told = _ids(connection, query("stories/forgotten_story"))
    versions = _count(connection, "SELECT count(*) FROM store.revisions WHERE doc_id IN (FROM forgotten)")
    write_tombstones(connection, reason, load.now, load.run_id, "forgotten")
    rejects = _count(connection, query("forget_rejects"))
    connection.execute(query("forget_visits"))
    _redact_runs(connection, doc_ids)
    connection.execute(query("delete_forgotten_groups"))
    delete_documents(connection, "forgotten")
    connection.execute(query("forget_lines"), [GONE])
    neighbours = drop_unheld(connection, numbers)
    recount(connection, regroup(connection, mates | judged, numbers | neighbours) | mates)
    queue(load, regrouped_documents(connection) | set(doc_ids) | told, ())
    count_again(connection, "forgotten_blocks")
    mark_due(load)
    return Forgotten(documents, versions, rejects, len(mates))


def _stage(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> None:
    connection.register("wanted", arrow.ids(doc_ids))
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE forgotten AS"
        " SELECT doc_id FROM store.heads WHERE doc_id IN (SELECT doc_id FROM wanted)"
    )
    connection.unregister("wanted")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE forgotten_blocks AS"
        " SELECT DISTINCT block FROM store.blocks WHERE doc_id IN (SELECT doc_id FROM forgotten)"
    )


def _ids(connection: duckdb.DuckDBPyConnection, sql: str) -> set[UUID]:
    return {value for (value,) in connection.execute(sql).fetchall()}


def _contents(connection: duckdb.DuckDBPyConnection) -> set[int]:
    sql = "SELECT content_no FROM store.heads WHERE doc_id IN (FROM forgotten) AND content_no IS NOT NULL"
    return {number for (number,) in connection.execute(sql).fetchall()}


def _count(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    [(count,)] = connection.execute(sql).fetchall()
    return int(count)


def _redact_runs(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> None:
    """Take what names these documents out of what runs were asked to do.

    That is also the path of a run of which nothing else is left, unless another run had it as well.
    """
    runs = _parameters(connection)
    sql = "SELECT DISTINCT run_id FROM store.revisions WHERE doc_id NOT IN (FROM forgotten)"
    others = _ids(connection, sql)
    mine = _ids(connection, "SELECT DISTINCT run_id FROM store.revisions WHERE doc_id IN (FROM forgotten)")
    names = {name for (name,) in connection.execute(query("forgotten_names")).fetchall()}
    names |= _paths(runs, mine - others) - _paths(runs, others)
    ids = {str(doc_id) for doc_id in doc_ids}
    for run_id, parameters in runs.items():
        redacted = redact(parameters, names, ids)
        if redacted != parameters:
            told = json.dumps(redacted, ensure_ascii=False)
            connection.execute("UPDATE runs SET parameters = ? WHERE run_id = ?", [told, run_id])


def _parameters(connection: duckdb.DuckDBPyConnection) -> dict[UUID, dict[str, Any]]:
    rows = connection.execute("SELECT run_id, parameters FROM runs").fetchall()
    return {run_id: json.loads(parameters) for run_id, parameters in rows}


def _paths(runs: dict[UUID, dict[str, Any]], run_ids: Iterable[UUID]) -> set[str]:
    return {text for run_id in run_ids if run_id in runs for text in texts(runs[run_id].get("paths", []))}
