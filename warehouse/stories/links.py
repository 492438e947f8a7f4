"""The related tellings of a story: true values on their shingles, shared quotations, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.fingerprint import profiles
from ingest.fingerprint.compare import compare
from ingest.fingerprint.profile import Profile
from ingest.telling.conflicts import conflicts
from ingest.telling.facts import Facts, facts
from ingest.telling.shared_quotes import Quoted, quoted, shared_quotes
from warehouse import arrow
from warehouse.database import query
from warehouse.load import Load, append

# Two tellings that are related now, by their numbers, and their documents.
_New = tuple[int, int, UUID, UUID]
_PAIRS = pa.schema([("telling_a", pa.int32()), ("telling_b", pa.int32())])
_LINKS = pa.schema([*_PAIRS, ("jaccard", pa.float64()), ("containment", pa.float64()), ("run_id", pa.uuid())])
_PLACES = [(name, pa.int32()) for name in ("start_a", "stop_a", "start_b", "stop_b")]
RELATED_TELLINGS = pa.schema([("story", pa.int32()), *_PAIRS])
_QUOTES = pa.schema([*_PAIRS, *_PLACES])
_CONFLICTS = pa.schema([*_PAIRS, ("kind", pa.string()), ("what", pa.string()), *_PLACES])
# Texts are packed: a few of them cost as much to fetch as very many. So pairs are taken until their texts
# have so many characters; of these so many are compared at a time, and at least so many texts stay read for
# those that follow.
_MOST_FETCHED = 64_000_000
_CHUNK, _MOST_READ = 250, 2000


def write_links(load: Load, pairs: pa.Table) -> None:
    """Make pairs the related tellings among those that were touched; what was related already stays.

    `pairs` are of the schema RELATED_TELLINGS: the number of a story and two of its tellings.
    """
    connection = load.connection
    connection.register("incoming", pairs)
    for table in ("story_links", "story_quotes", "conflicts"):
        connection.execute(query("stories/gone_links").format(table=f"store.{table}"))
    new = connection.execute(query("stories/new_links")).fetchall()
    connection.unregister("incoming")
    for part in _parts(new):
        _compare(load, part)


def _parts(pairs: Iterable[tuple[Any, ...]]) -> Iterator[list[_New]]:
    """Cut pairs, which come with the lengths of their texts, where these become too long together."""
    part: list[_New] = []
    lengths: dict[UUID, int] = {}
    left = _MOST_FETCHED
    for no_a, no_b, a, b, length_a, length_b in pairs:
        fresh = {doc_id: n for doc_id, n in ((a, length_a), (b, length_b)) if doc_id not in lengths}
        left -= sum(fresh.values())
        if part and left < 0:
            yield part
            part, lengths, fresh = [], {}, {a: length_a, b: length_b}
            left = _MOST_FETCHED - length_a - length_b
        part.append((no_a, no_b, a, b))
        lengths |= fresh
    if part:
        yield part


def _compare(load: Load, pairs: Sequence[_New]) -> None:
    texts = _texts(load.connection, {doc_id for pair in pairs for doc_id in pair[2:]})
    read: dict[UUID, _Read] = {}
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        wanted = {doc_id for pair in chunk for doc_id in pair[2:]}
        if len(read) > _MOST_READ:
            read = {doc_id: known for doc_id, known in read.items() if doc_id in wanted}
        read |= _read({doc_id: texts[doc_id] for doc_id in wanted - read.keys()})
        _add(load, chunk, read)


@dataclass(frozen=True, slots=True)
class _Read:
    """What is compared of a text."""

    profile: Profile
    facts: Facts
    quotes: tuple[Quoted, ...]


def _add(load: Load, pairs: Sequence[_New], read: dict[UUID, _Read]) -> None:
    rows: list[tuple[object, ...]] = []
    apart: list[tuple[object, ...]] = []
    quotes: list[tuple[object, ...]] = []
    for *numbers, a, b in pairs:
        found = compare(read[a].profile, read[b].profile)
        rows.append((*numbers, found.jaccard, found.containment, load.run_id))
        for c in conflicts(read[a].facts, read[b].facts):
            apart.append((*numbers, c.kind, c.what, c.start_a, c.stop_a, c.start_b, c.stop_b))
        for p, q in shared_quotes(read[a].quotes, read[b].quotes):
            quotes.append((*numbers, p.start, p.stop, q.start, q.stop))
    append(load.connection, "story_links", arrow.table(_LINKS, rows))
    append(load.connection, "story_quotes", arrow.table(_QUOTES, quotes))
    append(load.connection, "conflicts", arrow.table(_CONFLICTS, apart))


def _texts(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> dict[UUID, str]:
    connection.register("wanted", arrow.ids(doc_ids))
    rows = connection.execute(query("stories/texts")).fetchall()
    connection.unregister("wanted")
    return dict(rows)


def _read(texts: Mapping[UUID, str]) -> dict[UUID, _Read]:
    found = profiles(list(texts.values()))
    return {
        doc_id: _Read(known, facts(text), quoted(text))
        for (doc_id, text), known in zip(texts.items(), found, strict=True)
    }
