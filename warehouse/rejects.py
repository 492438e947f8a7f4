"""Inputs that were set aside: which are open, their bytes for another try, and which were outlived."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb

from ingest.model import Arrival, Raw, Reject
from warehouse import arrow
from warehouse.database import query
from warehouse.load import Load, reject_id
from warehouse.stored import Result


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rejects are meant: with one of `codes` (none: any), of `source`, with those that are `closed`."""

    codes: Sequence[str] = ()
    source: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class StoredReject:
    """A reject as it is stored. `parameters` are what the run was asked that met it first."""

    reject_id: UUID
    reject: Reject
    parameters: Mapping[str, Any]


def rejected(connection: duckdb.DuckDBPyConnection, wanted: Wanted) -> Result:
    """Return a row for every reject that is meant, in the order in which they were met."""
    values = {"codes": list(wanted.codes), "source": wanted.source, "closed": wanted.closed}
    cursor = connection.execute(query("rejected"), values)
    return Result([column[0] for column in cursor.description or ()], cursor.fetchall())


def stored_rejects(connection: duckdb.DuckDBPyConnection, reject_ids: Sequence[UUID]) -> list[StoredReject]:
    """Return the rejects with these ids, with their bytes, in this order."""
    connection.register("wanted", arrow.ids(reject_ids))
    rows = connection.execute(query("rejects_to_replay")).fetchall()
    connection.unregister("wanted")
    found = {row[0]: _stored(*row) for row in rows}
    return [found[each] for each in reject_ids if each in found]


def _stored(
    number: UUID,
    source: str,
    source_uri: str,
    code: str,
    reason: str,
    content_hash: str | None,
    size: int | None,
    raw: bytes | None,
    carried: str | None,
    form: Any,
    parameters: str | None,
) -> StoredReject:
    data = None if raw is None else arrow.decompress(raw)
    facts = json.loads(carried or "{}")
    reject = Reject(source, source_uri, code, reason, content_hash, size, data, facts, form)
    return StoredReject(number, reject, json.loads(parameters or "{}"))


def close(load: Load, reject_ids: Iterable[UUID]) -> int:
    """Mark rejects as taken again, with another outcome; return how many were open."""
    load.connection.register("wanted", arrow.ids(set(reject_ids)))
    [(closed,)] = load.connection.execute(query("close_taken"), [load.now]).fetchall()
    load.connection.unregister("wanted")
    return int(closed)


class Outlived:
    """Finds rejects of whole inputs that can be read now: their parts arrive, and they do not come again.

    So it is with a table that lacked a column, or an archive that was cut short, once it was mended.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._open: dict[tuple[str, str], set[UUID]] = {}
        rows = connection.execute(
            "SELECT reject_id, source, source_uri FROM store.rejects WHERE replayed_at IS NULL"
        )
        for number, *place in rows.fetchall():
            self._open.setdefault((place[0], place[1]), set()).add(number)
        self._read: set[tuple[str, str]] = set()
        self._again: set[UUID] = set()

    def look(self, items: Iterable[Arrival]) -> None:
        """Take note of what a run has read."""
        if not self._open:
            return
        for item in items:
            if isinstance(item, Reject):
                self._again.add(reject_id(item))
            elif isinstance(item, Raw):
                places = ((item.source, uri) for uri in around(item.source_uri))
                self._read.update(place for place in places if place in self._open)

    def found(self) -> set[UUID]:
        """Return the ids of the rejects that were outlived, once everything was read."""
        return {number for place in self._read for number in self._open[place]} - self._again


def around(source_uri: str) -> Iterator[str]:
    """Yield the addresses of the inputs that the one at this address may lie in."""
    for at, sign in enumerate(source_uri):
        if sign == "#" or source_uri.startswith("!/", at):
            yield source_uri[:at]
