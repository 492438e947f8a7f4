"""Tables as text: CSV, TSV and kin with a header; one article a row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, TextIOBase

from ingest.columns import check_table
from ingest.errors import Refused
from ingest.model import Raw, Reject
from ingest.sources.reading import limits
from ingest.sources.reading.encoding import as_text, mended
from ingest.sources.reading.lines import EndlessLineError
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.records import row_record

FORMAT = "csv"
SUFFIXES = (".csv", ".tsv", ".tab")
MEDIA_TYPES = ("text/csv", "text/tab-separated-values", "application/csv")

_DELIMITERS = (",", ";", "\t", "|")


def looks_like(head: bytes) -> bool:
    """Never: a table without a telling name looks like text."""
    return False


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every row below the header, numbered from 1; one that does not fit the header is a reject."""
    csv.field_size_limit(limits.MAX_DOCUMENT)
    text = as_text(stream)
    try:
        lines = _Lines(text)
        header, delimiter = _header(lines)
        check_table(header, origin.columns)
        number = 0
        for number, (row, consumed) in enumerate(_rows(lines, delimiter, len(header)), 1):
            data = consumed.encode("utf-8", "surrogateescape")
            place = replace(origin.record(number), data=data, size=len(data))
            yield _outcome(header, row, place)
        if not number:
            raise Refused("empty", "The table has no row below its header.")
    finally:
        # Or the wrapper would close a stream that belongs to somebody else.
        text.detach()


def _outcome(header: list[str], row: list[str] | None, place: Origin) -> Raw | Reject:
    if row is None:
        return place.reject(
            "malformed", "A quotation mark in the row is not closed or stands inside a field."
        )
    if len(row) != len(header):
        reason = f"The row has {len(row)} fields where the header has {len(header)}."
        return place.reject("malformed", reason)
    try:
        return row_record(dict(zip(header, mended(row), strict=True)), place)
    except Refused as refusal:
        return place.reject(refusal.code, refusal.reason)


def _header(lines: _Lines) -> tuple[list[str], str]:
    """The names of the columns and the delimiter: of those in use the one that makes most columns."""
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise Refused("empty", "The file is empty.")
    splits = ((next(csv.reader([first], delimiter=sign), []), sign) for sign in _DELIMITERS)
    names, delimiter = max(splits, key=lambda split: len(split[0]))
    return [name.strip() or f"column {at}" for at, name in enumerate(mended(names), 1)], delimiter


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[tuple[list[str] | None, str]]:
    """Every row that holds something, None where it cannot be read, each with the text it was read from.

    A quotation mark that is not closed would swallow the rows after it: then its first line is the row,
    and reading goes on with the next line.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            row: list[str] | None = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = None
        if row == []:
            continue
        if row is not None and len(row) > width and not any(row[width:]):
            row = row[:width]
        if row is None or (len(row) != width and len(lines.row) > 1):
            first = lines.only_first()
            plain = first.rstrip("\r\n").split(delimiter)
            # Files with tabs are often written without any quoting.
            row = plain if delimiter == "\t" and len(plain) == width else None
        yield row, "".join(lines.row)


class _Lines:
    """The lines of a text, with those of the row under way, which can be read again."""

    def __init__(self, text: TextIOBase) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self._size = 0
        self.row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._text.readline(limits.MAX_DOCUMENT)
        if not line:
            raise StopIteration
        if len(line) == limits.MAX_DOCUMENT:
            raise EndlessLineError
        self.row.append(line)
        self._size += len(line)
        if self._size > limits.MAX_DOCUMENT:
            raise csv.Error("The row is too long.")
        return line

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.row, self._size = [], 0

    def only_first(self) -> str:
        """Give back all lines of the row but its first one, which is returned."""
        self._again.extendleft(reversed(self.row[1:]))
        self.row = self.row[:1]
        return self.row[0]
