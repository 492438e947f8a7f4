"""What analysts say of two documents: always together, or never. It holds whatever comes in later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args
from uuid import UUID

import duckdb
import pyarrow as pa

from warehouse import arrow
from warehouse.errors import WarehouseError
from warehouse.grouping import Verdicts, connected
from warehouse.load import Load

Word = Literal["linked", "unlinked"]
WORDS: tuple[Word, ...] = get_args(Word)
Level = Literal["copy", "story"]
LEVELS: tuple[Level, ...] = get_args(Level)

_VERDICTS = pa.schema(
    [
        ("doc_a", pa.uuid()),
        ("doc_b", pa.uuid()),
        *((name, pa.string()) for name in ("verdict", "note", "level")),
        ("decided_at", pa.timestamp("us", tz="UTC")),
        ("run_id", pa.uuid()),
    ]
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict on two documents, the one with the smaller id first; without a `word` it is taken back.

    `level` says what they are together in, or not: one group of copies or one story. Linked copies are in
    one story too, and documents that are kept out of one story are no copies either.
    """

    doc_a: UUID
    doc_b: UUID
    word: Word | None
    note: str | None = None
    level: Level = "copy"

    @classmethod
    def on(
        cls, a: UUID, b: UUID, word: Word | None, note: str | None = None, level: Level = "copy"
    ) -> Verdict:
        """Return the verdict on two documents in any order."""
        return cls(min(a, b), max(a, b), word, note or None, level)


def read_verdict(connection: duckdb.DuckDBPyConnection, a: UUID, b: UUID) -> Verdict | None:
    """Return what was said of two documents, in any order."""
    pair = [min(a, b), max(a, b)]
    sql = "SELECT verdict, note, level FROM verdicts WHERE doc_a = ? AND doc_b = ?"
    rows = connection.execute(sql, pair).fetchall()
    return Verdict(pair[0], pair[1], *rows[0]) if rows else None


def read_verdicts(connection: duckdb.DuckDBPyConnection) -> Verdicts:
    """Return all verdicts, as the grouping of copies takes them.

    Documents that links put into one story each keep out of it what is unlinked from any of them: a copy
    of such a document is no copy of theirs.
    """
    said = _Said(connection)
    unlinked: dict[UUID, set[UUID]] = defaultdict(set)
    _mirror(unlinked, said.pairs("unlinked", "copy"))
    together: dict[UUID, set[UUID]] = defaultdict(set)
    bonds = connected(said.linked("copy", "story"))
    for doc_id, bond in bonds.items():
        together[bond].add(doc_id)
    for a, b in said.pairs("unlinked", "story"):
        near_a, near_b = (together.get(bonds.get(each, each), {each}) for each in (a, b))
        _mirror(unlinked, ((x, y) for x in near_a for y in near_b))
    return Verdicts(said.linked("copy"), dict(unlinked))


def read_story_verdicts(connection: duckdb.DuckDBPyConnection) -> Verdicts:
    """Return all verdicts that say of two documents whether they share a story."""
    said = _Said(connection)
    unlinked: dict[UUID, set[UUID]] = defaultdict(set)
    _mirror(unlinked, said.pairs("unlinked", "story"))
    return Verdicts(said.linked("copy", "story"), dict(unlinked))


class _Said:
    """All verdicts, by word and level."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        sql = "SELECT doc_a, doc_b, verdict, level FROM verdicts ORDER BY doc_a, doc_b"
        self._rows = connection.execute(sql).fetchall()

    def pairs(self, word: Word, *levels: Level) -> list[tuple[UUID, UUID]]:
        return [(a, b) for a, b, said, level in self._rows if said == word and level in levels]

    def linked(self, *levels: Level) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = defaultdict(set)
        _mirror(found, self.pairs("linked", *levels))
        return dict(found)


def _mirror(sides: dict[UUID, set[UUID]], pairs: Iterable[tuple[UUID, UUID]]) -> None:
    for a, b in pairs:
        sides[a].add(b)
        sides[b].add(a)


def write_verdicts(load: Load, verdicts: Iterable[Verdict]) -> set[UUID]:
    """Put verdicts in the place of earlier ones on the same pairs.

    Return the documents that they bear on: those named, and whatever links join with them, now or before.
    Raises WarehouseError where links would put two documents together that are never to be together.
    """
    latest = {(each.doc_a, each.doc_b): each for each in verdicts}
    rows = [
        (each.doc_a, each.doc_b, each.word, each.note, each.level, load.now, load.run_id)
        for each in latest.values()
    ]
    before = connected(_Said(load.connection).linked(*LEVELS))
    load.connection.register("incoming", arrow.table(_VERDICTS, rows))
    load.connection.execute(
        "DELETE FROM verdicts WHERE (doc_a, doc_b) IN (SELECT (doc_a, doc_b) FROM incoming)"
    )
    load.connection.execute("INSERT INTO verdicts BY NAME SELECT * FROM incoming WHERE verdict IS NOT NULL")
    load.connection.unregister("incoming")
    said = _Said(load.connection)
    _check(said)
    named = {doc_id for pair in latest for doc_id in pair}
    return named.union(*(_joined(bonds, named) for bonds in (before, connected(said.linked(*LEVELS)))))


def bound_with(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> set[UUID]:
    """Return the documents that verdicts on these bear on: those named with them, and all linked with one."""
    said, wanted = _Said(connection), set(doc_ids)
    pairs = said.pairs("linked", *LEVELS) + said.pairs("unlinked", *LEVELS)
    named = {each for pair in pairs if wanted & set(pair) for each in pair}
    return named | _joined(connected(said.linked(*LEVELS)), named | wanted)


def _joined(bonds: dict[UUID, UUID], named: set[UUID]) -> set[UUID]:
    wanted = {bonds[doc_id] for doc_id in named if doc_id in bonds}
    return {doc_id for doc_id, bond in bonds.items() if bond in wanted}


def _check(said: _Said) -> None:
    """Links of copies bind stories too, and what is no story together is no group of copies."""
    copies, stories = connected(said.linked("copy")), connected(said.linked("copy", "story"))
    apart = [(copies, *pair) for pair in said.pairs("unlinked", "copy")]
    apart += [(stories, *pair) for pair in said.pairs("unlinked", "story")]
    for bonds, a, b in apart:
        if a in bonds and bonds[a] == bonds.get(b):
            raise WarehouseError(
                f"Links put {a} and {b} together, and a verdict keeps them apart. Take one back first: "
                "`copydesk verdicts` lists them, `copydesk verdicts withdraw DOC DOC` does it."
            )
