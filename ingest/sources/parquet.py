"""Parquet files: one article a row, read row group by row group."""

from __future__ import annotations

from collections.abc import Iterator
from io import SEEK_END, BufferedReader
from itertools import count
from typing import Any, BinaryIO, cast

from ingest.columns import check_table
from ingest.errors import Refused
from ingest.model import Raw, Reject
from ingest.sources.reading import limits
from ingest.sources.reading.budget import Budget
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.records import row_record
from ingest.sources.reading.seeking import seekable

FORMAT = "parquet"
SUFFIXES = (".parquet", ".pq")
MEDIA_TYPES = ("application/vnd.apache.parquet", "application/x-parquet")

# Rows at once: no more than these, and no more than may come to so many bytes if all hold the same long
# value, which the file needs to hold but once.
_ROWS = 64
_ROWS_BYTES = 256 * 1024 * 1024
_BUFFER = 1024 * 1024


def looks_like(head: bytes) -> bool:
    """Whether the input opens with Parquet's own mark."""
    return head.startswith(b"PAR1")


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every row, numbered from 1. Times become ISO 8601, nested columns stay what they are in JSON."""
    import pyarrow as pa
    from pyarrow import parquet

    with seekable(cast(BinaryIO, stream)) as file:
        budget = Budget(file.seek(0, SEEK_END))
        try:
            table = parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
            check_table(table.schema_arrow.names, origin.columns)
            if not table.metadata.num_rows:
                raise Refused("empty", "The table has no row.")
            places = map(origin.record, count(1))
            for batch in _batches(table):
                for item in _outcomes(batch, places):
                    budget.unpack(len(item.data or b""))
                    yield item
        except (pa.ArrowException, OSError) as error:
            reason = "The Parquet file is damaged or cut short; what came before was read."
            raise Refused("malformed", reason) from error


def _batches(table: Any) -> Iterator[Any]:
    for at in range(table.num_row_groups):
        group = table.metadata.row_group(at)
        longest = max(group.column(each).total_uncompressed_size for each in range(group.num_columns))
        rows = max(1, min(_ROWS, _ROWS_BYTES // max(1, longest)))
        yield from table.iter_batches(rows, row_groups=[at], use_threads=False)


def _outcomes(batch: Any, places: Iterator[Origin]) -> Iterator[Raw | Reject]:
    """The rows of a batch; where any of them is too large or cannot be read, one by one."""
    plain = _with_times_as_text(batch)
    try:
        rows = plain.to_pylist() if plain.nbytes <= limits.MAX_DOCUMENT else None
    except (ValueError, OverflowError):
        rows = None
    if rows is not None:
        yield from map(row_record, rows, places)
    else:
        yield from (_outcome(plain.slice(at, 1), next(places)) for at in range(plain.num_rows))


def _outcome(single: Any, place: Origin) -> Raw | Reject:
    if single.nbytes > limits.MAX_DOCUMENT:
        return place.too_large()
    try:
        return row_record(single.to_pylist()[0], place)
    except (ValueError, OverflowError):
        reason = "The row holds a value that cannot be read, such as text in no UTF-8."
        return place.reject("malformed", reason)


def _with_times_as_text(batch: Any) -> Any:
    """The batch with moments as text, since Python's reach neither to nanoseconds nor to every year."""
    import pyarrow as pa

    for at, column in enumerate(batch.schema):
        if pa.types.is_timestamp(column.type):
            zone = "UTC" if column.type.tz else None
            moments = batch.column(at).cast(pa.timestamp("us", zone), safe=False).cast(pa.string())
            batch = batch.set_column(at, column.name, moments)
    return batch
