"""Matching: candidates from keys inside DuckDB, every one of them verified with true values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.fingerprint import profiles
from ingest.fingerprint.compare import Comparison, compare
from ingest.fingerprint.passage import shared_passages
from ingest.fingerprint.thresholds import FLOOR
from warehouse import arrow
from warehouse.contents import NUMBERS, Content
from warehouse.database import query
from warehouse.load import append

# Stored texts are read this many at a time, so that memory does not grow with the number of candidates.
_CHUNK = 500
# The rules by which texts become keys and pairs. What others made of a file's texts is made anew.
MATCHING = "1"

_PAIRS = pa.schema(
    [
        ("content_a", pa.int32()),
        ("content_b", pa.int32()),
        ("kind", pa.string()),
        ("jaccard", pa.float64()),
        ("containment", pa.float64()),
        ("score", pa.float64()),
        ("contained", pa.bool_()),
        ("run_id", pa.uuid()),
    ]
)
_PASSAGES = pa.schema(
    [(name, pa.int32()) for name in ("content_a", "content_b", "start_a", "stop_a", "start_b", "stop_b")]
)


@dataclass(frozen=True, slots=True)
class Match:
    """Two similar texts, the one with the smaller content hash first, so that order does not matter."""

    a: Content
    b: Content
    comparison: Comparison


def match(connection: duckdb.DuckDBPyConnection, new: Sequence[Content], run_id: UUID) -> None:
    """Find and store the pairs of new texts, with each other and with stored ones.

    They are kept from the floor of all thresholds on, so that other ones need no text to be read again.
    """
    if not new:
        return
    mine = {content.number: content for content in new}
    pairs: list[tuple[object, ...]] = []
    passages: list[tuple[int, ...]] = []
    for other, partners in _with_texts(connection, mine, _candidates(connection, new)):
        for found in _verify(other, [mine[number] for number in partners]):
            pairs.append(_pair(found, run_id))
            passages.extend(_passages(found))
    append(connection, "pairs", arrow.table(_PAIRS, pairs))
    append(connection, "passages", arrow.table(_PASSAGES, passages))


def _candidates(connection: duckdb.DuckDBPyConnection, new: Sequence[Content]) -> dict[int, list[int]]:
    """Return, for every text that shares keys with new ones, the numbers of those new ones.

    A pair of two new texts stands once, under the larger number.
    """
    connection.register("wanted", arrow.table(NUMBERS, ((content.number,) for content in new)))
    rows = connection.execute(query("candidates")).fetchall()
    connection.unregister("wanted")
    partners: dict[int, list[int]] = defaultdict(list)
    for other, number in rows:
        partners[other].append(number)
    return partners


def _with_texts(
    connection: duckdb.DuckDBPyConnection, mine: dict[int, Content], candidates: dict[int, list[int]]
) -> Iterator[tuple[Content, list[int]]]:
    """Yield every candidate as a `Content` with its partners, reading stored texts chunk by chunk."""
    stored = [number for number in candidates if number not in mine]
    yield from ((mine[number], partners) for number, partners in candidates.items() if number in mine)
    for start in range(0, len(stored), _CHUNK):
        for content in _contents(connection, stored[start : start + _CHUNK]):
            yield content, candidates[content.number]


def _contents(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> Iterator[Content]:
    """Yield stored texts, read anew."""
    connection.register("wanted", arrow.table(NUMBERS, ((number,) for number in numbers)))
    rows = connection.execute(query("content_texts")).fetchall()
    connection.unregister("wanted")
    found = profiles([text for _, _, text in rows])
    for (number, digest, text), read in zip(rows, found, strict=True):
        yield Content(number, digest, text, read)


def _verify(other: Content, partners: Sequence[Content]) -> Iterator[Match]:
    for partner in partners:
        comparison = compare(partner.profile, other.profile, FLOOR)
        if comparison.kind:
            a, b = sorted((partner, other), key=lambda content: content.content_hash)
            yield Match(a, b, comparison)


def _pair(found: Match, run_id: UUID) -> tuple[object, ...]:
    c = found.comparison
    scores = c.jaccard, c.containment, c.score
    return found.a.number, found.b.number, c.kind, *scores, c.contained, run_id


def _passages(found: Match) -> Iterator[tuple[int, ...]]:
    known = found.a.profile, found.b.profile
    for p in shared_passages(found.a.text, found.b.text, known):
        yield found.a.number, found.b.number, p.start_a, p.stop_a, p.start_b, p.stop_b
