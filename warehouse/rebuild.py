"""Making keys, relations and groups anew from the stored texts, in steps that outlive a kill."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Literal
from uuid import UUID

import duckdb

from warehouse.contents import renumber
from warehouse.database import query
from warehouse.grouping import GROUPING
from warehouse.learn import recount_wanted
from warehouse.load import Load
from warehouse.match import MATCHING, match
from warehouse.regroup import regroup
from warehouse.settings import read_setting, write_setting

Stage = Literal["matching", "grouping", "stories"]
# Hears of the documents that are done with in a stage, and how many there are.
OnStep = Callable[[Stage, int, int], None]
Transaction = Callable[[], AbstractContextManager[Load]]

# A step takes so many documents, or fewer where their texts are long.
_DOCUMENTS, _CHARACTERS = 5000, 16 << 20
_WORK: dict[Stage, Callable[[duckdb.DuckDBPyConnection, UUID], None]]


def rebuild(transaction: Transaction, on_step: OnStep) -> None:
    """Make keys, relations and groups anew, or complete a rebuild that was stopped.

    Every step is a transaction. The file says in its settings which stage it is in, and in `store.waiting`
    what is left of it; the groups that were there are kept in `store.moves`, for their history.
    """
    with transaction() as load:
        if stage(load.connection) is None:
            _begin(load)
    for each, work in _WORK.items():
        while _step(transaction, each, work, on_step):
            pass


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """Say whether today's rules made all keys and relations of a file."""
    return read_setting(connection, "matching") == MATCHING


def stage(connection: duckdb.DuckDBPyConnection) -> Stage | None:
    """Return the stage that a rebuild by today's rules was stopped in."""
    value = read_setting(connection, "matching")
    return next((each for each in _WORK if value == _mark(each)), None)


def _mark(each: Stage) -> str:
    return f"{MATCHING} {each}"


def _begin(load: Load) -> None:
    load.connection.execute(query("forget_matches"))
    write_setting(load.connection, "stories", "", load.now, load.run_id)
    _enter(load, "matching")


def _enter(load: Load, each: Stage) -> None:
    load.connection.execute(query("queue_all"))
    write_setting(load.connection, "matching", _mark(each), load.now, load.run_id)


def _step(
    transaction: Transaction,
    each: Stage,
    work: Callable[[duckdb.DuckDBPyConnection, UUID], None],
    on_step: OnStep,
) -> bool:
    """Do a step of the stage, or leave it where nothing is left; say whether there is more to do in it."""
    with transaction() as load:
        if stage(load.connection) != each:
            return False
        if not _count(load.connection, "store.waiting"):
            _leave(load, each)
            return False
        work(load.connection, load.run_id)
        left, total = (_count(load.connection, name) for name in ("store.waiting", "store.heads"))
    on_step(each, total - left, total)
    return True


def _match(connection: duckdb.DuckDBPyConnection, run_id: UUID) -> None:
    limits = {"documents": _DOCUMENTS, "characters": _CHARACTERS}
    connection.execute(query("stage_waiting"), limits)
    new, _ = renumber(connection, {})
    match(connection, new, run_id)
    connection.execute("DELETE FROM store.waiting WHERE doc_id IN (SELECT doc_id FROM staged_heads)")


def _group(connection: duckdb.DuckDBPyConnection, run_id: UUID) -> None:
    rows = connection.execute(query("waiting_heads"), [_DOCUMENTS]).fetchall()
    regroup(connection, [doc_id for doc_id, _ in rows], {number for _, number in rows if number is not None})
    connection.execute("DELETE FROM store.waiting WHERE doc_id IN (SELECT doc_id FROM regrouped)")


_WORK = {"matching": _match, "grouping": _group}


def _leave(load: Load, each: Stage) -> None:
    if each == "matching":
        load.connection.execute(query("forget_groups"))
        _enter(load, "grouping")
        return
    load.connection.execute(query("stage_moved"))
    recount_wanted(load.connection)
    load.connection.execute("DROP TABLE wanted")
    for name, value in (("grouping", GROUPING), ("matching", MATCHING)):
        write_setting(load.connection, name, value, load.now, load.run_id)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    [(count,)] = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    return int(count)
