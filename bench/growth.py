"""What adding 1,000 documents costs when 10,000, 100,000 and 1,000,000 are stored already.

    python bench/growth.py [--stored 10000 100000 1000000] [--words 250] [--folder FOLDER]

The stored texts are made from a seed and written with their true keys, straight into the tables. A fifth of
the added documents are edited copies of stored ones, from anywhere in the past. Two batches go through
cleaning, fingerprinting and the writer of the product, in a process of its own on one core: the first meets a
file that was just opened. Memory is that of the whole process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import duckdb
import numpy as np
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.corpus import vocabulary
from bench.ingest import timed
from ingest.clean.engine.lines import Page
from ingest.clean.learned.blocks import blocks
from ingest.fingerprint import fingerprint_compiled
from ingest.identity import NAMESPACE, raw_hash, text_hash
from ingest.model import Raw
from ingest.process import process
from warehouse.batch import Batch
from warehouse.contents import key_table
from warehouse.files import Files
from warehouse.run import Run
from warehouse.writer import Writer

CHUNK = 1000
_PARAGRAPH = 25
_STAGES = (
    "known", "clean", "fingerprint",
    "load_documents", "renumber", "match", "drop_unheld", "regroup", "recount",
)  # fmt: skip
_KEYS = ("band_keys", "passage_keys")
_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_RUN = uuid5(NAMESPACE, "growth")


class EnoughError(Exception):
    """Ends a run without publishing."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    print("   stored  batch   CPU s  wall s  match CPU s  load CPU s  peak MB  file MB")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        files = Files(Path(folder) / "growth.duckdb")
        before = 0
        for stored in sorted(arguments.stored):
            in_process(fill, files, before, stored, arguments.words)
            before = stored
            for turn, figures in enumerate(in_process(measure, files, stored, arguments.words), 1):
                report(files, stored, turn, figures)
            bands, passages = in_process(weigh, files)
            print(f"          bytes a document: bands {bands:.0f}, passages {passages:.0f}")


def report(files: Files, stored: int, turn: int, figures: dict[str, float]) -> None:
    """Print what one batch took: all of it, matching, and everything that the writer does."""
    writing = figures["whole"] - figures["clean"] - figures["fingerprint"]
    print(
        f"{stored:9} {turn:6} {figures['whole']:7.2f} {figures['wall']:7.2f} {figures['match']:12.2f} "
        f"{writing:11.2f} {figures['memory']:8.0f} {files.working.stat().st_size / 1e6:8.0f}"
    )
    print("          " + ", ".join(f"{name} {figures[name]:.2f}" for name in _STAGES))


def texts(chunk: int, words: int) -> list[str]:
    """Make the texts of one chunk, the same for the same numbers."""
    known, weights = vocabulary()
    rng = np.random.default_rng(chunk)
    chances = np.array(weights) / sum(weights)
    lengths = rng.integers(words // 2, words * 3 // 2, size=CHUNK)
    drawn = np.array(known, dtype=object)[rng.choice(len(known), size=lengths.sum(), p=chances)]
    return [_paragraphs(part) for part in np.split(drawn, np.cumsum(lengths)[:-1])]


def _paragraphs(words: Any) -> str:
    parts = (words[start : start + _PARAGRAPH] for start in range(0, len(words), _PARAGRAPH))
    return "\n".join(" ".join(part) for part in parts)


def fill(
    files: Files, start: int, stop: int, words: int, made: Callable[[int, int], list[str]] = texts
) -> None:
    """Write texts number `start` to `stop` into the tables, with their keys."""
    with Run(files, source="growth", parameters={}, program="bench", on_wait=print):
        pass
    files.published.unlink()
    connection = duckdb.connect(files.working)
    connection.execute("SET memory_limit = '1GB'")
    connection.execute("SET enable_progress_bar = false")
    for chunk in range(start // CHUNK, stop // CHUNK):
        rows = _rows(chunk, made(chunk, words))
        connection.begin()
        for name, table in rows.items():
            connection.register("incoming", table)
            connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming")
            connection.unregister("incoming")
        connection.commit()
    connection.close()


def _rows(chunk: int, made: list[str]) -> dict[str, pa.Table]:
    first = chunk * CHUNK + 1
    numbers = pa.array(range(first, first + len(made)), pa.int32())
    ids = [uuid5(NAMESPACE, f"growth {number}").bytes for number in numbers.to_pylist()]
    hashes = [text_hash(text) for text in made]
    prints = fingerprint_compiled(made)
    doc_id = pa.ExtensionArray.from_storage(pa.uuid(), pa.array(ids, pa.binary(16)))
    places = [f"old/{number}.txt" for number in numbers.to_pylist()]

    def same(value: Any, kind: pa.DataType) -> pa.Array:
        if isinstance(value, UUID):
            return pa.ExtensionArray.from_storage(kind, pa.array([value.bytes] * len(made), pa.binary(16)))
        return pa.array([value] * len(made), kind)

    now, run, one = same(_NOW, pa.timestamp("us", "UTC")), same(_RUN, pa.uuid()), same(1, pa.int32())
    source = same("default", pa.string())
    keys = [each.passages for each in prints]
    lines = [(at, line) for at, text in enumerate(made) for line in blocks(Page(text), (), "default", None)]
    return {
        "store.revisions": pa.table(
            {
                "doc_id": doc_id, "number": one, "version_hash": hashes, "text": made, "content_hash": hashes,
                "characters": pa.array(list(map(len, made)), pa.int32()),
                "word_count": [len(text.split()) for text in made], "raw_format": same("text", pa.string()),
                "raw": same(b"", pa.binary()), "seen_at": now, "run_id": run,
                "media_type": same("text/plain", pa.string()), "extra": same("{}", pa.string()),
            }
        ),
        "store.blocks": pa.table(
            {
                "doc_id": pa.ExtensionArray.from_storage(
                    pa.uuid(), pa.array([ids[at] for at, _ in lines], pa.binary(16))
                ),
                "number": pa.array([1] * len(lines), pa.int32()),
                "block": pa.array([line.key for _, line in lines], pa.uint64()),
                "start": pa.array([line.start for _, line in lines], pa.int32()),
                "stop": pa.array([line.stop for _, line in lines], pa.int32()),
            }
        ),
        "store.sightings": pa.table(
            {
                "doc_id": doc_id, "source": source, "source_uri": places, "number": one,
                "raw_hash": hashes, "program": source, "latest": same(True, pa.bool_()),
            }
        ),
        "store.heads": pa.table(
            {
                "doc_id": doc_id, "number": one, "revision": one, "source": source, "source_uri": places,
                "content_no": numbers, "first_seen_at": now, "updated_at": now, "run_id": run,
            }
        ),
        "store.contents": pa.table(
            {
                "content_no": numbers, "content_hash": hashes,
                "tokens": pa.array([len(each.profile.hashes) for each in prints], pa.int32()),
                "passages": pa.array(list(map(len, keys)), pa.int32()),
            }
        ),
        "store.band_keys": key_table(numbers.to_pylist(), [each.bands for each in prints]),
        "store.passage_keys": key_table(numbers.to_pylist(), keys),
        "copies": pa.table(
            {
                "doc_id": doc_id, "copy_id": doc_id, "canonical_doc_id": doc_id, "size": one,
                "is_canonical": same(True, pa.bool_()), "why_canonical": same("Alone.", pa.string()),
            }
        ),
    }  # fmt: skip


def measure(files: Files, stored: int, words: int) -> list[dict[str, float]]:
    """Add twice 1,000 documents in a run; return the CPU seconds of each batch in all and by stage.

    With them come wall seconds and the peak memory so far.
    """
    from warehouse import writer as module

    spent: dict[str, float] = defaultdict(float)
    for name in _STAGES[3:]:
        setattr(module, name, timed(getattr(module, name), spent, name))
    # Loaded before the clock runs: it is the same for every run.
    fingerprint_compiled(["one"])
    figures = []
    try:
        with Run(files, source="growth", parameters={}, program="bench", on_wait=print) as writer:
            for turn in range(2):
                raws = [
                    Raw("default", f"new/{stored}/{turn}/{at}.txt", "text", text.encode())
                    for at, text in enumerate(added(stored, words, turn))
                ]
                wall, cpu = time.perf_counter(), time.process_time()
                _add(writer, raws, spent)
                spent["wall"], spent["whole"] = time.perf_counter() - wall, time.process_time() - cpu
                spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                figures.append(dict(spent))
                spent.clear()
            raise EnoughError
    except EnoughError:
        return figures


def _add(writer: Writer, raws: list[Raw], spent: dict[str, float]) -> None:
    """Do to a batch what a run does, but for reading files."""
    timed(writer.known, spent, "known")([(raw, raw_hash(raw)) for raw in raws])
    documents: Any = timed(lambda: [process(raw) for raw in raws], spent, "clean")()
    prints = timed(fingerprint_compiled, spent, "fingerprint")([document.text for document in documents])
    writer.load(Batch(documents, prints))


def added(stored: int, words: int, turn: int) -> list[str]:
    """Make 1,000 texts, a fifth of them stored ones with another beginning."""
    made = texts(1_000_000 + 2 * stored // CHUNK + turn, words)
    rng = np.random.default_rng([stored, turn])
    for at, chunk in enumerate(rng.integers(0, stored // CHUNK, size=8)):
        old = texts(int(chunk), words)
        for index in range(25):
            made[at * 25 + index] = "Corrected: " + old[index * 40]
    return made


def weigh(files: Files) -> list[float]:
    """Return the bytes a document that band keys and passage keys take, each alone in a file."""
    alone = files.working.with_suffix(".alone")
    sizes = []
    for table in _KEYS:
        connection = duckdb.connect(alone)
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"ATTACH '{files.working}' AS whole (READ_ONLY)")
        connection.execute(f"CREATE TABLE kept AS SELECT * FROM whole.store.{table}")
        [(count,)] = connection.execute("SELECT count(*) FROM whole.store.contents").fetchall()
        connection.close()
        sizes.append(alone.stat().st_size / count)
        alone.unlink()
    return sizes


def in_process(function: Any, *arguments: Any) -> Any:
    """Run a step in a new process on one core."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe()
    process = context.Process(target=_send, args=(sender, function, arguments))
    process.start()
    # Else a child that dies would be waited for.
    sender.close()
    result = receiver.recv()
    process.join()
    return result


def _send(sender: Any, function: Any, arguments: tuple[Any, ...]) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sender.send(function(*arguments))


if __name__ == "__main__":
    main()
