"""The related tellings of a story: true values on their shingles, shared quotations, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
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

_PAIRS = pa.schema([("telling_a", pa.int32()), ("telling_b", pa.int32())])
_COMPARED = ("compared", pa.bool_())
_SCORES = [("jaccard", pa.float64()), ("containment", pa.float64())]
_LINKS = pa.schema([*_PAIRS, *_SCORES, ("run_id", pa.uuid()), _COMPARED])
_PLACES = [(name, pa.int32()) for name in ("start_a", "stop_a", "start_b", "stop_b")]
RELATED_TELLINGS = pa.schema([("story", pa.int32()), *_PAIRS, _COMPARED])
_QUOTES = pa.schema([*_PAIRS, *_PLACES])
_CONFLICTS = pa.schema([*_PAIRS, ("kind", pa.string()), ("what", pa.string()), *_PLACES])
# Texts are packed: a few of them cost as much to fetch as very many. So pairs are taken until their texts
# have so many characters; of these so many are compared at a time, and at least so many texts stay read for
# those that follow.
_MOST_FETCHED = 64_000_000
_CHUNK, _MOST_READ = 250, 2000


class _Link(NamedTuple):
    """Two tellings that are related, by their numbers, and their documents.

    `is_new` says that they were not until now, `compared` that disagreements are looked for.
    """

    telling_a: int
    telling_b: int
    a: UUID
    b: UUID
    is_new: bool
    compared: bool


def write_links(load: Load, pairs: pa.Table) -> None:
    """Make pairs the related tellings among those that were touched; what was related already stays.

    `pairs` are of the schema RELATED_TELLINGS: the number of a story, two of its tellings, and whether
    disagreements between these are looked for.
    """
    connection = load.connection
    connection.register("incoming", pairs)
    for table in ("story_links", "story_quotes"):
        connection.execute(query("stories/gone_links").format(table=f"store.{table}"))
    connection.execute(query("stories/gone_conflicts"))
    new = connection.execute(query("stories/new_links")).fetchall()
    connection.execute(query("stories/compared_links"))
    connection.unregister("incoming")
    for part in _parts(new):
        _compare(load, part)


def _parts(pairs: Iterable[tuple[Any, ...]]) -> Iterator[list[_Link]]:
    """Cut pairs, which come with the lengths of their texts, where these become too long together."""
    part: list[_Link] = []
    lengths: dict[UUID, int] = {}
    left = _MOST_FETCHED
    for *fields, length_a, length_b in pairs:
        link = _Link(*fields)
        both = {link.a: length_a, link.b: length_b}
        fresh = {doc_id: length for doc_id, length in both.items() if doc_id not in lengths}
        left -= sum(fresh.values())
        if part and left < 0:
            yield part
            part, lengths, fresh = [], {}, both
            left = _MOST_FETCHED - sum(both.values())
        part.append(link)
        lengths |= fresh
    if part:
        yield part


def _compare(load: Load, links: Sequence[_Link]) -> None:
    texts = _texts(load.connection, {doc_id for link in links for doc_id in (link.a, link.b)})
    read: dict[UUID, _Read] = {}
    for start in range(0, len(links), _CHUNK):
        chunk = links[start : start + _CHUNK]
        wanted = {doc_id for link in chunk for doc_id in (link.a, link.b)}
        if len(read) > _MOST_READ:
            read = {doc_id: known for doc_id, known in read.items() if doc_id in wanted}
        read |= _read({doc_id: texts[doc_id] for doc_id in wanted - read.keys()})
        _relate(load, [link for link in chunk if link.is_new], read)
        _oppose(load, [link for link in chunk if link.compared], read)


@dataclass(frozen=True)
class _Read:
    """What is compared of a text, read when it is asked for."""

    text: str
    profile: Profile

    @cached_property
    def facts(self) -> Facts:
        return facts(self.text)

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        return quoted(self.text)


def _relate(load: Load, links: Sequence[_Link], read: Mapping[UUID, _Read]) -> None:
    """Write how alike two texts are, and the quotations that they share."""
    rows: list[tuple[object, ...]] = []
    quotes: list[tuple[object, ...]] = []
    for link in links:
        a, b = read[link.a], read[link.b]
        found = compare(a.profile, b.profile)
        rows.append((*link[:2], found.jaccard, found.containment, load.run_id, link.compared))
        for p, q in shared_quotes(a.quotes, b.quotes):
            quotes.append((*link[:2], p.start, p.stop, q.start, q.stop))
    append(load.connection, "story_links", arrow.table(_LINKS, rows))
    append(load.connection, "story_quotes", arrow.table(_QUOTES, quotes))


def _oppose(load: Load, links: Sequence[_Link], read: Mapping[UUID, _Read]) -> None:
    """Write where two texts disagree."""
    found = (
        (*link[:2], c.kind, c.what, c.start_a, c.stop_a, c.start_b, c.stop_b)
        for link in links
        for c in conflicts(read[link.a].facts, read[link.b].facts)
    )
    append(load.connection, "conflicts", arrow.table(_CONFLICTS, found))


def _texts(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> dict[UUID, str]:
    connection.register("wanted", arrow.ids(doc_ids))
    rows = connection.execute(query("stories/texts")).fetchall()
    connection.unregister("wanted")
    return dict(rows)


def _read(texts: Mapping[UUID, str]) -> dict[UUID, _Read]:
    found = profiles(list(texts.values()))
    return {doc_id: _Read(text, known) for (doc_id, text), known in zip(texts.items(), found, strict=True)}
