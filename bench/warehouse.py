"""How fast ready documents go into the warehouse, what comes after that, and how large the file gets.

    python bench/warehouse.py [--documents 100000] [--plain 20000] [--whole 10000] [--words 780]
                              [--batch-size 5000] [--folder FOLDER]

Documents and fingerprints are made beforehand, batch by batch, from the vocabulary of the sample corpus; only
the writer's work is counted, in a process of its own on one core, in CPU seconds. Three measurements:

- loading alone: versions, places and heads, numbers of texts, band and passage keys, in transactions that are
  committed. Checkpoints, which pack what was committed, are counted apart; so are the bytes of documents and
  of keys, and the memory.
- as a measure, the same columns from Arrow straight into bare tables of DuckDB, packed as it chooses: nothing
  is looked up, and nothing stands there that a second load could go by; and into Parquet, packed with zstd.
- the whole of a run on fewer documents: matching, groups, stories, the search index and publishing as well.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.growth import in_process
from bench.ingest import timed
from bench.plain_store import plain, plain_duckdb, plain_parquet
from bench.ready import Figures, batches, counted
from flows.collection import seldom_collected
from warehouse.files import Files
from warehouse.run import Run

LOADING = ("refused", "load_documents", "tell", "close_rejects", "renumber")
# What a run does besides, with what it returns where it has nothing to do.
BESIDES: dict[str, Any] = {
    "match": None, "drop_unheld": set(), "regroup": set(), "regrouped_documents": set(), "recount": None,
    "queue": None, "settle_stories": None, "record_history": False, "record_story_history": False,
    "update_index": False,
}  # fmt: skip
KEYS = ("store.contents", "store.band_keys", "store.passage_keys")
# As many documents are in the log when a run of its own accord makes a checkpoint, roughly.
_CHECKPOINT = 50_000
_TABLES = """
SELECT schema_name || '.' || table_name, sql FROM duckdb_tables() WHERE NOT internal AND estimated_size > 0
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--plain", type=int, default=20_000)
    parser.add_argument("--whole", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=780)
    parser.add_argument("--batch-size", type=int, default=5000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        files = Files(Path(folder) / "load.duckdb")
        loaded = in_process(load, files, given.documents, given.words, given.batch_size, False)
        report_load(files, loaded, given.documents)
        for name, into in (("DuckDB", plain_duckdb), ("Parquet, zstd", plain_parquet)):
            figures = in_process(
                plain, into, Path(folder) / "plain", given.plain, given.words, given.batch_size
            )
            report_plain(name, figures, given.plain)
        files = Files(Path(folder) / "whole.duckdb")
        report_whole(
            files, in_process(load, files, given.whole, given.words, given.batch_size, True), given.whole
        )


def load(files: Files, number: int, words: int, batch_size: int, whole: bool) -> Figures:
    """Load so many documents; return the CPU seconds of each stage, bytes of raw text, and memory in MB."""
    from warehouse import writer as module

    spent: Figures = defaultdict(float)
    for name in LOADING:
        setattr(module, name, timed(getattr(module, name), spent, name))
    for name, nothing in BESIDES.items():
        setattr(module, name, timed(getattr(module, name), spent, name) if whole else _returning(nothing))
    job = Run(files, source="bench", parameters={}, program="bench", on_wait=print)
    with seldom_collected(), job as writer:
        writer.connection.execute("SET threads = 1")
        writer.connection.execute("SET wal_autocheckpoint = '8GB'")
        waiting = 0
        for batch in batches(number, words, batch_size):
            spent["raw"] += sum(len(document.raw.data) for document in batch.documents)
            with counted(spent, "CPU"):
                writer.load(batch)
            spent["spilled"] = max(spent["spilled"], _spilled(writer.connection))
            waiting += len(batch.documents)
            if waiting >= _CHECKPOINT:
                waiting = 0
                with counted(spent, "checkpoint"):
                    writer.connection.execute("CHECKPOINT")
        with counted(spent, "settle"):
            writer.settle(lambda *_: None)
        with counted(spent, "checkpoint"):
            writer.connection.execute("CHECKPOINT")
    spent["publish"] = job.publication.seconds
    spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(spent)


def _returning(value: Any) -> Any:
    return lambda *_: value


def _spilled(connection: duckdb.DuckDBPyConnection) -> float:
    """Return the bytes that stand in temporary files now."""
    [(size,)] = connection.execute("SELECT coalesce(sum(size), 0) FROM duckdb_temporary_files()").fetchall()
    return float(size)


def report_load(files: Files, spent: Figures, number: int) -> None:
    """Print the figures of loading alone."""
    cpu, raw = spent["CPU"], spent["raw"]
    both = cpu + spent["checkpoint"]
    print(
        f"{number:,} documents of {raw / number / 1000:.1f} kB, one core, {spent['memory']:,.0f} MB at most"
    )
    print(f"loaded and committed: {number / cpu:,.0f} documents/s; {number / both:,.0f} with checkpoints")
    stages(spent, LOADING, number)
    print(
        f"    {'commit, rest':20s} {(cpu - sum(spent[n] for n in LOADING)) / number * 1e6:8.1f} µs a document"
    )
    stages(spent, ["checkpoint"], number)
    print(f"spilled at most {spent['spilled'] / 1e6:,.0f} MB; published in {spent['publish']:.2f} s")
    sizes = weigh(files)
    keys = sum(sizes.get(name, 0) for name in KEYS)
    documents = sum(sizes.values()) - keys
    print(
        f"file: {files.published.stat().st_size / raw:.2f} of the raw text; documents {documents / raw:.2f}, "
        f"keys {keys / raw:.2f}"
    )


def report_plain(name: str, spent: Figures, number: int) -> None:
    """Print the figures of a plain way to write the same."""
    both = spent["CPU"] + spent.get("checkpoint", 0)
    print(
        f"plain {name}: {number / spent['CPU']:,.0f} documents/s, {number / both:,.0f} with checkpoints; "
        f"{spent['size'] / spent['raw']:.2f} of the raw text"
    )


def report_whole(files: Files, spent: Figures, number: int) -> None:
    """Print the figures of a whole run."""
    cpu, raw, size = spent["CPU"] + spent["settle"], spent["raw"], files.published.stat().st_size
    print(
        f"{number:,} documents, all that a run does: {number / (cpu + spent['checkpoint']):,.0f} documents/s"
    )
    stages(spent, [*LOADING, *BESIDES, "checkpoint"], number)
    print(f"file: {size / raw:.2f} of the raw text")
    for table, weight in weigh(files).items():
        print(f"    {table:20s} {weight / number:8.0f} bytes a document {weight / raw:5.2f}")


def stages(spent: Figures, names: Iterable[str], number: int) -> None:
    """Print what stages took."""
    for name in names:
        print(f"    {name:20s} {spent[name] / number * 1e6:8.1f} µs a document")


def weigh(files: Files) -> dict[str, int]:
    """Return the bytes that each large table takes, alone in a file, the heaviest first."""
    alone, sizes = files.working.with_suffix(".alone"), {}
    with duckdb.connect(files.published, read_only=True) as connection:
        tables = connection.execute(_TABLES).fetchall()
    for table, definition in tables:
        with duckdb.connect(alone) as connection:
            connection.execute("CREATE SCHEMA store")
            connection.execute(definition)
            connection.execute(f"ATTACH '{files.published}' AS published (READ_ONLY)")
            connection.execute(f"INSERT INTO {table} FROM published.{table}")
        sizes[table] = alone.stat().st_size
        alone.unlink()
    return dict(sorted(((t, s) for t, s in sizes.items() if s > 2e6), key=lambda item: -item[1]))


if __name__ == "__main__":
    main()
