"""How long a search takes, what the index weighs, and what it costs to make.

    python bench/search.py [--documents 100000]

The texts are made up: 430 words each, drawn from 200,000 with frequencies like those of a language (Zipf and
Mandelbrot). They are written straight into the tables and indexed as a run does. Times are CPU time on one
thread: of the macro `search` for its best 20 documents, in a connection that has just been opened and in one
that has asked before; of what `copydesk search` does, snippets included; and, as a measure, of SQLite's FTS5,
which has the same texts, keeps the places of all words, and finds them without their other forms.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import duckdb
import numpy as np
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parent.parent))

from warehouse.arrow import table
from warehouse.index import update_index
from warehouse.migrate import migrate
from warehouse.search import Question, search

WORDS, LENGTH, AT_ONCE = 200_000, 430, 1000
# Words by their rank: in nearly every text, in one of three, in one of thirty, in one of four hundred.
RANKS = {"everywhere": 0, "often": 100, "sometimes": 800, "rarely": 6000}
_ROWS = pa.schema([("doc_id", pa.uuid()), ("number", pa.int32()), ("text", pa.string())])
_REVISIONS = """
INSERT INTO store.revisions BY NAME
SELECT
    doc_id, 1 AS number, 'v' AS version_hash, 'text/plain' AS media_type, 's.example' AS site,
    'Report ' || number AS title, 'en' AS language, text, length(text) AS characters, 430 AS word_count,
    sha256(text) AS content_hash,
    '{}' AS extra, 'text' AS raw_format, ''::BLOB AS raw, now() AS seen_at, doc_id AS run_id
FROM made
"""
_HEADS = """
INSERT INTO store.heads BY NAME
SELECT
    doc_id, 1 AS number, 1 AS revision, 'default' AS source, number || '.txt' AS source_uri,
    now() AS first_seen_at, now() AS updated_at, doc_id AS run_id
FROM made
"""
_COPIES = """
INSERT INTO copies BY NAME
SELECT
    doc_id, doc_id AS copy_id, doc_id AS canonical_doc_id, true AS is_canonical, 'alone' AS why_canonical,
    1 AS size
FROM made
"""


def vocabulary() -> list[str]:
    """Return made-up words, the most frequent first."""
    rng = random.Random(1)
    syllables = [a + b for a in "bcdfghjklmnprstvwz" for b in "aeiou"]
    endings = ["", "n", "r", "s", "t", "ing", "ed", "ly"]
    words: dict[str, None] = {}
    while len(words) < WORDS:
        words["".join(rng.choices(syllables, k=rng.randint(1, 4))) + rng.choice(endings)] = None
    return list(words)


def fill(connection: duckdb.DuckDBPyConnection, words: list[str], number: int) -> int:
    """Write documents into the tables; return the size of their texts in bytes."""
    rng, size = np.random.default_rng(1), 0
    shares = (np.arange(WORDS) + 6.0) ** -1.3
    sums, known = np.cumsum(shares / shares.sum()), np.array(words, dtype=object)
    for start in range(0, number, AT_ONCE):
        drawn = known[np.searchsorted(sums, rng.random((AT_ONCE, LENGTH))).clip(max=WORDS - 1)]
        texts = [" ".join(row).capitalize() + "." for row in drawn]
        size += sum(map(len, texts))
        made = table(_ROWS, ((UUID(int=start + n), start + n, text) for n, text in enumerate(texts)))
        connection.register("made", made)
        for statement in (_REVISIONS, _HEADS, _COPIES):
            connection.execute(statement)
        connection.unregister("made")
    return size


def used(connection: duckdb.DuckDBPyConnection) -> int:
    """Return how many bytes of the file are in use."""
    [(size,)] = connection.execute("SELECT block_size * used_blocks FROM pragma_database_size()").fetchall()
    return int(size)


def cpu(work: Callable[[], object], times: int) -> float:
    """Return the milliseconds of CPU that a piece of work takes, the best of so many times."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken) * 1000


def build(path: Path, words: list[str], number: int) -> tuple[int, float, float]:
    """Fill a file; return the size of its texts, the seconds for its index and what that weighs in bytes."""
    with duckdb.connect(path) as connection:
        connection.execute("SET threads = 1")
        migrate(connection)
        size = fill(connection, words, number)
        connection.execute("CHECKPOINT")
        before = used(connection)
        began = time.process_time()
        connection.begin()
        update_index(connection)
        connection.commit()
        connection.execute("CHECKPOINT")
        return size, time.process_time() - began, used(connection) - before


def build_peer(path: Path, texts: Path) -> tuple[sqlite3.Connection, float, int]:
    """Index the same texts with FTS5; return it with the seconds that it took and its weight in bytes."""
    peer = sqlite3.connect(path)
    peer.execute("CREATE VIRTUAL TABLE found USING fts5(text, content='', tokenize='unicode61')")
    with duckdb.connect(texts, read_only=True) as connection:
        cursor = connection.execute("SELECT title || chr(10) || text FROM store.revisions")
        began = time.process_time()
        while rows := cursor.fetchmany(AT_ONCE):
            peer.executemany("INSERT INTO found(text) VALUES (?)", rows)
        peer.commit()
    return peer, time.process_time() - began, path.stat().st_size


def ask_afresh(path: Path, asked: str) -> float:
    """Return the milliseconds of the macro in a connection of its own, without opening it."""
    with duckdb.connect(path, read_only=True) as connection:
        connection.execute("SET threads = 1")
        return cpu(lambda: connection.execute("FROM search(?) LIMIT 20", [asked]).fetchall(), 1)


def compare(path: Path, peer: sqlite3.Connection, queries: dict[str, str]) -> None:
    """Print what each query takes."""
    print(
        f"{'':32s} {'afresh':>8s} {'again':>8s} {'command':>8s} {'FTS5':>8s} {'times FTS5':>10s}  documents"
    )
    ranked = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 20"
    with duckdb.connect(path, read_only=True) as connection:
        connection.execute("SET threads = 1; SET TimeZone = 'UTC'")
        for name, asked in queries.items():
            plain = asked if '"' in asked else " OR ".join(asked.split())
            afresh = min(ask_afresh(path, asked) for _ in range(2))
            again = cpu(lambda q=asked: connection.execute("FROM search(?) LIMIT 20", [q]).fetchall(), 3)
            command = cpu(lambda q=asked: search(connection, Question(q)), 3)
            theirs = cpu(lambda q=plain: peer.execute(ranked, [q]).fetchall(), 3)
            [(found,)] = connection.execute("SELECT count(*) FROM store.ranked(?)", [asked]).fetchall()
            times = f"{afresh:7.0f}  {again:7.0f}  {command:7.0f}  {theirs:7.0f}  {again / theirs:9.1f}"
            print(f"{name:32s} {times}  {found:10d}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100_000)
    number = parser.parse_args().documents
    words = vocabulary()
    everywhere, often, sometimes, rarely = (words[rank] for rank in RANKS.values())
    queries = {
        "a rare word": rarely,
        "an ordinary word": sometimes,
        "a frequent word": often,
        "a word that stands everywhere": everywhere,
        "two ordinary words": f"{sometimes} {rarely}",
        "a frequent and an ordinary word": f"{sometimes} {often}",
        "three that stand everywhere": f"{everywhere} {words[1]} {words[2]}",
        "a beginning": f"{sometimes[:4]}*",
        "a rare phrase": f'"{rarely} {sometimes}"',
        "a phrase with a frequent word": f'"{sometimes} {often}"',
        "a phrase of a frequent word": f'"{everywhere} {often}"',
        "a phrase that stands everywhere": f'"{everywhere} {words[1]}"',
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
        size, seconds, weight = build(path, words, number)
        peer, their_seconds, their_weight = build_peer(Path(folder) / "peer.sqlite", path)
        print(f"{number} documents, {size / number / 1000:.1f} kB each")
        for name, spent, heavy in (("index", seconds, weight), ("FTS5", their_seconds, their_weight)):
            share = f"{heavy / number:.0f} bytes, {heavy / size:.2f} of the texts' size"
            print(f"{name}: {spent / number * 1000:.3f} ms and {share} a document")
        compare(path, peer, queries)
        peer.close()


if __name__ == "__main__":
    main()
