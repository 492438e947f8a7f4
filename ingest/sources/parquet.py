"""Parquet files: one article a row, read row group by row group."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any, BinaryIO, cast

from ingest.columns import check_table
from ingest.errors import Refused
from ingest.model import Raw, Reject
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.records import row_record
from ingest.sources.reading.seeking import seekable

FORMAT = "parquet"
SUFFIXES = (".parquet", ".pq")
MEDIA_TYPES = ("application/vnd.apache.parquet", "application/x-parquet")

# Rows are wide: a text each. So few at once keep memory low whatever a row group holds.
_ROWS = 64


def looks_like(head: bytes) -> bool:
    """Whether the input opens with Parquet's own mark."""
    return head.startswith(b"PAR1")


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every row, numbered from 1. Times become ISO 8601, nested columns stay what they are in JSON."""
    import pyarrow as pa
    from pyarrow import parquet

    with seekable(cast(BinaryIO, stream)) as file:
        try:
            table = parquet.ParquetFile(file)
            check_table(table.schema_arrow.names, origin.columns)
            if not table.metadata.num_rows:
                raise Refused("empty", "The table has no row.")
            number = 0
            for batch in table.iter_batches(_ROWS, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    place = origin.record(number)
                    yield _outcome(row, place)
        except (pa.ArrowException, OSError) as error:
            reason = "The Parquet file is damaged or cut short; what came before was read."
            raise Refused("malformed", reason) from error


def _outcome(row: dict[str, object] | None, place: Origin) -> Raw | Reject:
    if row is None:
        return place.reject(
            "malformed", "The row holds a value that cannot be read, such as text in no UTF-8."
        )
    return row_record(row, place)


def _rows(batch: Any) -> Iterator[dict[str, object] | None]:
    """The rows of a batch, None for one that cannot be read."""
    plain = _with_times_as_text(batch)
    try:
        yield from plain.to_pylist()
    except (ValueError, OverflowError):
        for at in range(plain.num_rows):
            try:
                yield from plain.slice(at, 1).to_pylist()
            except (ValueError, OverflowError):
                yield None


def _with_times_as_text(batch: Any) -> Any:
    """The batch with moments as text, since Python's reach neither to nanoseconds nor to every year."""
    import pyarrow as pa

    for at, column in enumerate(batch.schema):
        if pa.types.is_timestamp(column.type):
            zone = "UTC" if column.type.tz else None
            moments = batch.column(at).cast(pa.timestamp("us", zone), safe=False).cast(pa.string())
            batch = batch.set_column(at, column.name, moments)
    return batch
