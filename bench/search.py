"""How long a search takes, what the index weighs, and what it costs to make.

    python bench/search.py [--documents 100000]

The texts are made up: 430 words each, drawn from 200,000 with frequencies like those of a language (Zipf and
Mandelbrot). They are written straight into the tables and indexed as a run does. Times are CPU seconds on one
thread, of a connection that has asked before.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

import duckdb
import numpy as np
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parent.parent))

from warehouse.arrow import table
from warehouse.database import query
from warehouse.index import update_index
from warehouse.migrate import migrate

WORDS, LENGTH, AT_ONCE = 200_000, 430, 1000
# Words by their rank: in nearly every text, in one of three, in one of forty, in one of five hundred.
RANKS = {"everywhere": 0, "often": 100, "sometimes": 800, "rarely": 6000}
_ROWS = pa.schema([("doc_id", pa.uuid()), ("number", pa.int32()), ("text", pa.string())])
_REVISIONS = """
INSERT INTO store.revisions BY NAME
SELECT
    doc_id, 1 AS number, 'v' AS version_hash, 'text/plain' AS media_type, 's.example' AS site,
    'Report ' || number AS title, 'en' AS language, text, 430 AS word_count, sha256(text) AS content_hash,
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


def timed(connection: duckdb.DuckDBPyConnection, asked: str) -> tuple[float, int]:
    """Return the CPU seconds of the command's query, the best of three times, and how many documents fit."""
    values = {"query": asked, "sites": [], "languages": [], "since": None, "until": None, "most": 20}
    seconds = []
    for _ in range(3):
        began = time.process_time()
        connection.execute(query("search"), values).fetchall()
        seconds.append(time.process_time() - began)
    [(found,)] = connection.execute("SELECT count(*) FROM store.ranked(?)", [asked]).fetchall()
    return min(seconds), found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100_000)
    number = parser.parse_args().documents
    words = vocabulary()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
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
            seconds = time.process_time() - began
            weight = used(connection) - before
        print(f"{number} documents, {size / number / 1000:.1f} kB each")
        print(f"index: {seconds / number * 1000:.3f} ms a document, {weight / size:.2f} of the texts' size")
        with duckdb.connect(path, read_only=True) as connection:
            connection.execute("SET threads = 1")
            often, sometimes, rarely = (words[RANKS[name]] for name in ("often", "sometimes", "rarely"))
            common = words[RANKS["everywhere"]]
            for asked in (
                rarely,
                sometimes,
                often,
                f"{rarely} {sometimes}",
                f"{sometimes} {often}",
                f"{sometimes[:4]}*",
                f'"{rarely} {sometimes}"',
                f'"{sometimes} {often}"',
                f"{common} {often}",
                f'"{common} {often}"',
            ):
                taken, found = timed(connection, asked)
                print(f"{asked:24s} {taken * 1000:7.0f} ms {found:8d} documents")


if __name__ == "__main__":
    main()
