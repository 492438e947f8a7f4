"""Keeping the search index current: the words of documents that changed since it was, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

import duckdb
import numpy as np
import pyarrow as pa

from ingest.search import stems
from warehouse import arrow
from warehouse.database import query
from warehouse.load import append
from warehouse.postings import Entry, postings

# A part of the index takes so many documents or characters: the more, the fewer rows per word, and the more
# memory while it is made.
_FULL, _CHARACTERS = 4000, 10 << 20
# So many parts of fewer words become one, or fewer of them that have enough words together; and parts of up
# to half as many words as a large one become one of these, where a word is found without reading the others.
_MANY, _FEW_WORDS, _ENOUGH_WORDS, _LARGE = 16, 400_000, 1_600_000, 10_000_000
_ENTRIES = pa.schema(
    [
        ("entry_no", pa.int32()),
        ("chunk_no", pa.int32()),
        ("doc_id", pa.uuid()),
        ("updated_at", pa.timestamp("us", tz="UTC")),
        ("words", pa.int32()),
        ("live", pa.bool_()),
        ("plain", pa.bool_()),
    ]
)
_STEMS = pa.schema([("word_no", pa.int32()), ("stem", pa.string())])


def update_index(connection: duckdb.DuckDBPyConnection) -> bool:
    """Bring the index to what the documents are now, inside the caller's transaction; say if it was not.

    What was loaded, changed or dropped since the last call is found by comparing, so that nothing is
    missing after a run that was killed. Of documents that are no more, no word stays.
    """
    [(released,)] = connection.execute(query("release_entries")).fetchall()
    added = connection.execute(query("unindexed")).fetchall()
    for doc_ids in _parts(added):
        _add(connection, doc_ids)
    merged = 0
    while _merge(connection):
        merged += 1
    return bool(released or added or merged)


def _parts(rows: Sequence[tuple[UUID, int]]) -> Iterator[list[UUID]]:
    """Split documents, with their lengths in characters, into parts of the index."""
    part: list[UUID] = []
    total = 0
    for doc_id, characters in rows:
        part.append(doc_id)
        total += characters
        if len(part) == _FULL or total >= _CHARACTERS:
            yield part
            part, total = [], 0
    if part:
        yield part


def _add(connection: duckdb.DuckDBPyConnection, doc_ids: Sequence[UUID]) -> None:
    connection.register("wanted", arrow.ids(doc_ids))
    rows = connection.execute(query("searched_texts")).fetchall()
    connection.unregister("wanted")
    [(entry, chunk)] = connection.execute(query("last_entry")).fetchall()
    found = postings([Entry(entry + at, row[2], row[3]) for at, row in enumerate(rows, 1)])
    described = (
        (number, chunk + 1, row[0], row[1], found.lengths[number], True, number in found.plain)
        for number, row in enumerate(rows, entry + 1)
    )
    append(connection, "search_entries", arrow.table(_ENTRIES, described))
    connection.execute(query("insert_chunk"), [chunk + 1])
    _write_words(connection, found.words)
    connection.register("places", found.places)
    connection.execute(query("insert_postings"), [chunk + 1])
    connection.unregister("places")


def _write_words(connection: duckdb.DuckDBPyConnection, words: pa.Table) -> None:
    """Give each word its number, in the temporary table `staged_words`; take new ones into the vocabulary."""
    numbers = pa.array(np.arange(words.num_rows, dtype=np.int32))
    connection.register("words", words.append_column("word_no", numbers))
    connection.execute(query("stage_words"))
    connection.unregister("words")
    fresh: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word_no, language, spelling in connection.execute(query("fresh_words")).fetchall():
        fresh[language].append((word_no, spelling))
    stemmed = [
        (word_no, stem)
        for language, mine in fresh.items()
        for (word_no, _), stem in zip(mine, stems([word for _, word in mine], language), strict=True)
    ]
    connection.register("fresh_words", arrow.table(_STEMS, stemmed))
    connection.execute(query("insert_words"))
    connection.unregister("fresh_words")


def _merge(connection: duckdb.DuckDBPyConnection) -> bool:
    """Write anew, as one, parts that are due next; say if there were any."""
    limits = {"few": _FEW_WORDS, "enough": _ENOUGH_WORDS, "many": _MANY, "large": _LARGE}
    connection.execute(query("stage_due_chunks"), limits)
    [(due, gone)] = connection.execute("SELECT count(*), coalesce(bool_or(gone), false) FROM due").fetchall()
    if not due:
        return False
    [(_, last)] = connection.execute(query("last_entry")).fetchall()
    inside = "chunk_no IN (SELECT chunk_no FROM due)"
    connection.execute(query("merge_postings"), [last + 1])
    for table in ("postings", "search_chunks"):
        connection.execute(f"DELETE FROM store.{table} WHERE {inside}")
    connection.execute(f"DELETE FROM store.search_entries WHERE NOT live AND {inside}")
    connection.execute(f"UPDATE store.search_entries SET chunk_no = ? WHERE {inside}", [last + 1])
    connection.execute(query("insert_chunk"), [last + 1])
    if gone:
        connection.execute(query("drop_words"))
    return True
