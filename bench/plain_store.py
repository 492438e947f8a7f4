"""The columns of ready documents and their keys, written by DuckDB and Parquet alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from pyarrow import parquet

from bench.ready import Figures, batches, counted
from flows.collection import seldom_collected
from warehouse.batch import Batch

_FIELDS = (
    "source", "source_uri", "media_type", "site", "title", "language", "text", "word_count", "content_hash",
    "version_hash", "raw_hash", "extra",
)  # fmt: skip


def plain(into: Any, target: Path, number: int, words: int, batch_size: int) -> Figures:
    """Write the same columns without the warehouse; return CPU seconds, those of packing, and bytes."""
    spent: Figures = defaultdict(float)
    with seldom_collected():
        into(target, batches(number, words, batch_size), spent)
    return dict(spent)


def plain_duckdb(target: Path, made: Iterator[Batch], spent: Figures) -> None:
    """Insert every batch into bare tables in one transaction, then pack them."""
    with duckdb.connect(target) as connection:
        connection.execute("SET threads = 1")
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET wal_autocheckpoint = '8GB'")
        for batch in made:
            spent["raw"] += sum(len(document.raw.data) for document in batch.documents)
            with counted(spent, "CPU"):
                connection.begin()
                for name, table in columns(batch).items():
                    connection.register("incoming", table)
                    connection.execute(f"CREATE TABLE IF NOT EXISTS {name} AS FROM incoming LIMIT 0")
                    connection.execute(f"INSERT INTO {name} FROM incoming")
                    connection.unregister("incoming")
                connection.commit()
        with counted(spent, "checkpoint"):
            connection.execute("CHECKPOINT")
    spent["size"] = target.stat().st_size
    target.unlink()


def plain_parquet(target: Path, made: Iterator[Batch], spent: Figures) -> None:
    """Write every batch as a row group of one file for each table."""
    writers: dict[str, parquet.ParquetWriter] = {}
    for batch in made:
        spent["raw"] += sum(len(document.raw.data) for document in batch.documents)
        with counted(spent, "CPU"):
            for name, table in columns(batch).items():
                if name not in writers:
                    path = target.with_suffix(f".{name}")
                    writers[name] = parquet.ParquetWriter(path, table.schema, compression="zstd")
                writers[name].write_table(table)
    for name, writer in writers.items():
        with counted(spent, "CPU"):
            writer.close()
        spent["size"] += target.with_suffix(f".{name}").stat().st_size


def columns(batch: Batch) -> dict[str, pa.Table]:
    """Return documents and keys as plain columns, by the name of a table."""
    documents, prints = batch.documents, batch.fingerprints
    ids = pa.array([each.doc_id.bytes for each in documents], pa.binary(16))
    numbers = np.arange(len(documents), dtype=np.int32)
    rows = {"doc_id": ids} | {name: [getattr(each, name) for each in documents] for name in _FIELDS}
    found = {"documents": pa.table(rows)}
    for name in ("bands", "passages"):
        keys = [getattr(print_, name) for print_ in prints]
        owners = np.repeat(numbers, [len(each) for each in keys])
        found[name] = pa.table({"key": np.concatenate(keys).astype(np.uint32), "number": owners})
    return found
