"""Records of a file, one JSON object each: numbered, bounded, with the mapping of their columns checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import chain, islice

from ingest.columns import check_columns
from ingest.decode import decode
from ingest.errors import Refused
from ingest.extract.json_object import load_object
from ingest.model import Raw, Reject
from ingest.sources.reading import limits
from ingest.sources.reading.origin import Origin

# So many records show which columns there are; a column may be missing in some of them.
_SHOWN = 100


def number_records(records: Iterable[bytes | None], origin: Origin) -> Iterator[Raw | Reject]:
    """The records as articles, numbered from 1; None stands for one above the limit.

    Raises `Refused` where there is none, and where a mapped column is in none of the first hundred.
    """
    number = 0
    for number, record in enumerate(_checked(iter(records), origin.columns), 1):
        place = origin.record(number)
        yield place.too_large() if record is None else place.raw("record", record)
    if not number:
        raise Refused("empty", "The file is empty.")


def _checked(records: Iterator[bytes | None], columns: Mapping[str, str]) -> Iterator[bytes | None]:
    if not columns:
        return records
    first = list(islice(records, _SHOWN))
    names = dict.fromkeys(name for record in first if record for name in _names(record))
    if names:
        check_columns(names, columns)
    return chain(first, records)


def _names(record: bytes) -> Iterable[str]:
    try:
        return load_object(record)
    except Refused:
        return ()


def row_record(row: Mapping[str, object], origin: Origin) -> Raw | Reject:
    """A row of a table as a record; values that JSON does not know become text."""
    data = json.dumps(row, ensure_ascii=False, default=_text).encode("utf-8", "replace")
    return origin.too_large() if len(data) > limits.MAX_DOCUMENT else origin.raw("record", data)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        try:
            return decode(value, html=True)
        except Refused:
            return value.hex()
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)
