"""How fast ready documents go into the warehouse, keys and matching included, and how large the file gets.

    python bench/warehouse.py [--documents 100000] [--words 650] [--batch-size 5000] [--folder FOLDER]

Documents and fingerprints are made beforehand, batch by batch, from the vocabulary of the sample corpus; only
the writer's work is counted, in a process of its own on one core. The file is weighed against the raw text.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.growth import CHUNK, in_process, texts
from bench.ingest import timed
from ingest.fingerprint import fingerprint_compiled
from ingest.identity import document_id, sha256, text_hash
from ingest.model import Document, Raw
from warehouse.files import Files
from warehouse.writer import Batch, Run

STAGES = (
    "refused", "load_documents", "tell", "close_rejects", "renumber", "match", "drop_unheld", "regroup",
    "recount", "follow", "update_index",
)  # fmt: skip
_TABLES = (
    "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal AND estimated_size > 0"
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=650)
    parser.add_argument("--batch-size", type=int, default=5000)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        files = Files(Path(folder) / "bench.duckdb")
        spent = in_process(load, files, arguments.documents, arguments.words, arguments.batch_size)
        report(files, spent, arguments.documents)


def load(files: Files, number: int, words: int, batch_size: int) -> dict[str, float]:
    """Load so many documents; return the CPU seconds of each stage, wall seconds, and bytes of raw text."""
    from warehouse import writer as module

    spent: dict[str, float] = defaultdict(float)
    for name in STAGES:
        setattr(module, name, timed(getattr(module, name), spent, name))
    job = Run(files, source="bench", parameters={}, program="bench", on_wait=print)
    with job as writer:
        for start in range(0, number, batch_size):
            batch = ready(start, min(batch_size, number - start), words)
            spent["raw"] += sum(len(document.raw.data) for document in batch.documents)
            wall, cpu = time.perf_counter(), time.process_time()
            writer.load(batch)
            spent["wall"] += time.perf_counter() - wall
            spent["CPU"] += time.process_time() - cpu
    spent["CPU"] += spent["update_index"]
    spent["publish"] = job.publication.seconds
    return dict(spent)


def ready(start: int, number: int, words: int) -> Batch:
    """Make documents with their fingerprints, as processing would have done it."""
    chunks = range(start // CHUNK, -(-(start + number) // CHUNK))
    made = [text for chunk in chunks for text in texts(chunk, words)]
    made = made[start % CHUNK : start % CHUNK + number]
    documents = [document(at, text) for at, text in enumerate(made, start)]
    return Batch(documents, fingerprint_compiled(made))


def document(number: int, text: str) -> Document:
    """One plain text as a finished document."""
    raw = Raw("bench", f"{number}.txt", "text", text.encode())
    content_hash = text_hash(text)
    return Document(
        doc_id=document_id(None, raw.source, raw.source_uri), source=raw.source, source_uri=raw.source_uri,
        media_type="text/plain", url=None, canonical_url=None, site=f"s{number % 97}.example",
        title=text[:60], byline=None, published_at=None, published_from=None, modified_at=None,
        language="en", text=text, extracted_text=text, word_count=len(text.split()),
        content_hash=content_hash, version_hash=content_hash, extra="{}", raw=raw, raw_hash=sha256(raw.data),
        cuts=(), embeds=(), notices=(),
    )  # fmt: skip


def report(files: Files, spent: dict[str, float], number: int) -> None:
    """Print the figures."""
    raw, size = spent["raw"], files.published.stat().st_size
    print(f"{number:,} documents of {raw / number / 1000:.1f} kB, one core")
    print(
        f"load: {number / spent['CPU']:,.0f} documents/s of CPU, {number / spent['wall']:,.0f} of wall time"
    )
    for name in STAGES:
        share = spent[name] / spent["CPU"]
        print(f"    {name:16s} {spent[name] / number * 1e6:7.1f} µs a document {share:5.0%}")
    print(f"publish: {spent['publish']:.2f} s")
    print(f"file: {size / 1e6:,.0f} MB, {size / raw:.2f} of the raw text")
    for table, weight in weigh(files).items():
        print(f"    {table:20s} {weight / number:7.0f} bytes a document {weight / raw:5.2f}")


def weigh(files: Files) -> dict[str, float]:
    """Return the bytes that each large table takes, alone in a file, the heaviest first."""
    alone, sizes = files.working.with_suffix(".alone"), {}
    with duckdb.connect(files.published, read_only=True) as connection:
        tables = [table for (table,) in connection.execute(_TABLES).fetchall()]
    for table in tables:
        with duckdb.connect(alone) as connection:
            connection.execute(f"ATTACH '{files.published}' AS whole (READ_ONLY)")
            connection.execute(f"CREATE TABLE kept AS FROM whole.{table}")
        sizes[table] = alone.stat().st_size
        alone.unlink()
    return dict(sorted(((t, s) for t, s in sizes.items() if s > 2e6), key=lambda item: -item[1]))


if __name__ == "__main__":
    main()
