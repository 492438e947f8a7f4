"""What a whole warehouse looks like, counted for a report that can be looked at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import duckdb

from warehouse.database import query


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a group, and how it is related to the document that holds it there."""

    doc_id: UUID
    outlet: str
    published_at: datetime | None
    is_canonical: bool
    title: str | None
    source_uri: str
    kind: str | None
    jaccard: float | None
    containment: float | None


@dataclass(frozen=True, slots=True)
class LargeGroup:
    """A group of copies, its first members, and two texts: the canonical one and the one least like it.

    `texts` counts different clean texts, `outlets` different sites.
    """

    copy_id: UUID
    size: int
    texts: int
    outlets: int
    canonical: UUID
    other: UUID
    title: str | None
    text: str
    other_text: str
    members: list[Member]


@dataclass(frozen=True, slots=True)
class Digest:
    """The figures of a report. An outlet is a site, else a collection.

    `days` are (day or None, documents, copies among them); `borrowed` (who published first, who has it too,
    documents); `leads` (outlet, times first, median and longest lead in hours); `cuts` (outlet, kind, cuts);
    `sizes` (size, groups); `rejects` (code, inputs, a reason).
    """

    days: list[tuple[date | None, int, int]]
    borrowed: list[tuple[str, str, int]]
    leads: list[tuple[str, int, float, float]]
    cuts: list[tuple[str, str, int]]
    sizes: list[tuple[int, int]]
    rejects: list[tuple[str, int, str]]
    largest: list[LargeGroup]

    @property
    def documents(self) -> int:
        """How many documents were counted."""
        return sum(documents for _, documents, _ in self.days)

    @property
    def copies(self) -> int:
        """How many of them are copies of another document."""
        return sum(copies for _, _, copies in self.days)

    @property
    def groups(self) -> int:
        """How many groups of copies they are in."""
        return sum(groups for _, groups in self.sizes)


def digest(
    connection: duckdb.DuckDBPyConnection, since: datetime | None, groups: int, members: int, longest: int
) -> Digest:
    """Count what was published since a time, or everything; undated documents by when they were first seen.

    The `groups` largest come with their first `members` documents and `longest` characters of two texts.
    """
    connection.execute(query("report/documents"), {"since": since})
    try:
        return Digest(
            _rows(connection, "days"),
            _rows(connection, "borrowed"),
            _rows(connection, "leads"),
            _rows(connection, "cuts"),
            _rows(connection, "sizes"),
            _rows(connection, "rejects", since=since),
            _largest(connection, groups, members, longest),
        )
    finally:
        connection.execute("DROP TABLE reported")


def _largest(
    connection: duckdb.DuckDBPyConnection, groups: int, members: int, longest: int
) -> list[LargeGroup]:
    rows = _rows(connection, "largest", most=groups, longest=longest)
    found: dict[UUID, list[Member]] = defaultdict(list)
    for copy_id, *fields in _rows(connection, "members", groups=[row[0] for row in rows], most=members):
        found[copy_id].append(Member(*fields))
    return [LargeGroup(*(*row, found[row[0]])) for row in rows]


def _rows(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[tuple[Any, ...]]:
    return connection.execute(query(f"report/{name}"), values).fetchall()
