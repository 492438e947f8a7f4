"""What holds groups of copies together at their weakest place, and the words that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import duckdb

from ingest.fingerprint.passage import shared_passages
from warehouse.database import query


@dataclass(frozen=True, slots=True)
class Link:
    """Two copies of a group by where they stand, and how the second is held by the first.

    `kind` and scores are those of `relations`, None where an analyst alone linked them. `passages` are the
    words that both have, the longest passage first.
    """

    copy_id: UUID
    first: str
    second: str
    kind: str | None
    jaccard: float | None
    containment: float | None
    passages: list[str]


def weakest_links(connection: duckdb.DuckDBPyConnection, copy_ids: Sequence[UUID]) -> list[Link]:
    """Return the link with the lowest score of each group."""
    rows = connection.execute(query("weakest_links"), [list(copy_ids)]).fetchall()
    return [
        Link(copy_id, first, second, kind, jaccard, containment, _shared(*texts))
        for copy_id, first, second, kind, jaccard, containment, texts in rows
    ]


def _shared(first: str, second: str) -> list[str]:
    found = sorted(shared_passages(first, second), key=lambda passage: -passage.length)
    return [first[passage.start_a : passage.stop_a] for passage in found]
