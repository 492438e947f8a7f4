"""What analysts say of two documents: always in one group, or never. It holds whatever comes in later."""

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

_VERDICTS = pa.schema(
    [
        ("doc_a", pa.uuid()),
        ("doc_b", pa.uuid()),
        *((name, pa.string()) for name in ("verdict", "note")),
        ("decided_at", pa.timestamp("us", tz="UTC")),
        ("run_id", pa.uuid()),
    ]
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict on two documents, the one with the smaller id first; without a `word` it is taken back."""

    doc_a: UUID
    doc_b: UUID
    word: Word | None
    note: str | None = None

    @classmethod
    def on(cls, a: UUID, b: UUID, word: Word | None, note: str | None = None) -> Verdict:
        """Return the verdict on two documents in any order."""
        return cls(min(a, b), max(a, b), word, note or None)


def read_verdict(connection: duckdb.DuckDBPyConnection, a: UUID, b: UUID) -> Verdict | None:
    """Return what was said of two documents, in any order."""
    pair = [min(a, b), max(a, b)]
    rows = connection.execute(
        "SELECT verdict, note FROM verdicts WHERE doc_a = ? AND doc_b = ?", pair
    ).fetchall()
    return Verdict(pair[0], pair[1], *rows[0]) if rows else None


def read_verdicts(connection: duckdb.DuckDBPyConnection) -> Verdicts:
    """Return all verdicts, as grouping takes them."""
    linked: dict[UUID, set[UUID]] = defaultdict(set)
    unlinked: dict[UUID, set[UUID]] = defaultdict(set)
    for a, b, word in connection.execute("SELECT doc_a, doc_b, verdict FROM verdicts").fetchall():
        side = linked if word == "linked" else unlinked
        side[a].add(b)
        side[b].add(a)
    return Verdicts(dict(linked), dict(unlinked))


def write_verdicts(load: Load, verdicts: Iterable[Verdict]) -> set[UUID]:
    """Put verdicts in the place of earlier ones on the same pairs; return the documents that they are on.

    Raises WarehouseError where links would put two documents together that are never to be in one group.
    """
    latest = {(each.doc_a, each.doc_b): each for each in verdicts}
    rows = ((each.doc_a, each.doc_b, each.word, each.note, load.now, load.run_id) for each in latest.values())
    load.connection.register("incoming", arrow.table(_VERDICTS, rows))
    load.connection.execute(
        "DELETE FROM verdicts WHERE (doc_a, doc_b) IN (SELECT (doc_a, doc_b) FROM incoming)"
    )
    load.connection.execute("INSERT INTO verdicts BY NAME SELECT * FROM incoming WHERE verdict IS NOT NULL")
    load.connection.unregister("incoming")
    _check(read_verdicts(load.connection))
    return {doc_id for pair in latest for doc_id in pair}


def _check(verdicts: Verdicts) -> None:
    bonds = connected(verdicts.linked)
    for a, others in sorted(verdicts.unlinked.items()):
        for b in sorted(others):
            if a in bonds and bonds[a] == bonds.get(b):
                raise WarehouseError(
                    f"Links put {a} and {b} together, and a verdict keeps them apart. Take one back first: "
                    "`copydesk verdicts` lists them, `copydesk verdicts withdraw DOC DOC` does it."
                )
