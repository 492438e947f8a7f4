"""Learning what sites repeat: counts of lines over articles and days, kept up to date batch by batch."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.clean.learned.repeated import Learned
from ingest.model import Repeat
from warehouse import arrow
from warehouse.database import query


def learned(connection: duckdb.DuckDBPyConnection) -> Learned:
    """Return the approved rules, as cleaning takes them."""
    rows = connection.execute(
        "SELECT block, rule, reason FROM store.decisions WHERE state = 'approved'"
    ).fetchall()
    return {block: Repeat(rule, reason) for block, rule, reason in rows}


def recount(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> None:
    """Count anew the lines that documents with a new head, text or group hold or held."""
    connection.register("wanted", arrow.ids(doc_ids))
    recount_wanted(connection)
    connection.unregister("wanted")


def recount_wanted(connection: duckdb.DuckDBPyConnection) -> None:
    """Do what `recount` says for the documents in the relation `wanted`."""
    connection.execute(query("stage_touched_blocks"))
    count_again(connection, "touched_blocks")


def count_again(connection: duckdb.DuckDBPyConnection, wanted: str) -> None:
    """Count anew the lines in the temporary table `wanted` (block)."""
    connection.execute(f"DELETE FROM store.repeats WHERE block IN (SELECT block FROM {wanted})")
    connection.execute(query("count_repeats").format(wanted=wanted))


def note_first_cuts(connection: duckdb.DuckDBPyConnection, cuts: pa.Table, run_id: UUID) -> None:
    """Note the rules among `cuts` (rows of store.cuts) that never cut anything before."""
    connection.register("incoming", cuts)
    connection.execute(query("note_first_cuts"), [run_id])
    connection.unregister("incoming")
