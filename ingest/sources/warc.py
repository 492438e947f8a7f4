"""WARC archives of crawls, such as CC-NEWS: the pages among their records, one article each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import BufferedReader, BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from ingest.errors import Refused
from ingest.sources import html
from ingest.sources.reading.compression import BrokenStreamError, Packed
from ingest.sources.reading.limits import MAX_DOCUMENT
from ingest.sources.reading.member import Item, Member
from ingest.sources.reading.origin import Origin

FORMAT = "warc"
SUFFIXES = (".warc",)
MEDIA_TYPES = ("application/warc",)

_START = re.compile(rb"WARC/\d\.\d+\r?\n")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_RESPONSE, _RESOURCE = WarcRecordType.response, WarcRecordType.resource


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a record."""
    return _START.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Item]:
    """The pages in the archive, each with the number of its record among all records, from 1.

    A page is a response with status 200, or a resource, that is said to be HTML. Other records are passed
    over. Raises `Refused` with `empty` where there is none, with `malformed` where the archive is damaged.
    """
    tape, is_cut, found, number = _Tape(stream), False, 0, 0
    for number, record in enumerate(_records(tape), 1):
        kind = _kind(record)
        data = record.reader.read(MAX_DOCUMENT + 1) if kind is not None else b""
        is_cut = _is_cut(record, len(data))
        if is_cut:
            place = replace(origin.record(number), data=data, size=len(data))
            yield place.reject("malformed", "The record is cut short; the archive was not copied to its end.")
        elif kind or (kind is not None and html.looks_like(data)):
            found += 1
            yield _page(record, kind, data, origin.record(number))
    tape.check(is_cut)
    if not found and not is_cut:
        raise Refused("empty", f"None of the {number:,} records in it is a page.")


class _Tape:
    """The stream as fastwarc reads it. An error ends the stream and waits for `check`.

    An exception must not pass through compiled code, and what came before it still counts.
    """

    def __init__(self, stream: BufferedReader) -> None:
        self._stream, self._position = stream, 0
        self._error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self._error:
            return b""
        try:
            # `read` would drop what it has where the stream breaks before it has as much as was asked for.
            data = self._stream.read1(size)
        except Exception as error:
            self._error, data = error, b""
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("an archive is read in one go")

    def close(self) -> None:
        return

    def check(self, is_cut: bool) -> None:
        """Raise what ended the stream, unless a last record that is cut short tells it already."""
        told = is_cut and isinstance(self._error, BrokenStreamError) and self._error.is_cut
        if self._error and not told:
            raise self._error


def _records(tape: _Tape) -> Iterator[WarcRecord]:
    records = ArchiveIterator(tape, parse_http=False, stream_detect=False, strict_mode=False)
    number = 0
    while True:
        try:
            record = next(records, None)
        except OSError as error:
            tape.check(False)
            reason = f"The archive is damaged after record {number}; what came before was read."
            raise Refused("malformed", reason) from error
        if record is None:
            return
        number += 1
        yield record


def _is_cut(record: WarcRecord, size: int) -> bool:
    """Whether the archive ends within the record, of which `size` bytes were read."""
    rest = record.content_length - size
    return record.reader.consume() < rest or record.headers.get("Content-Length") is None


def _page(record: WarcRecord, kind: str, data: bytes, place: Origin) -> Item:
    told = {
        "url": (record.headers.get("WARC-Target-URI") or "").strip("<> "),
        "charset": (record.http_charset or "").strip("\"' "),
        "media_type": kind or html.MEDIA_TYPES[0],
    }
    origin = place.saying(told, _moment(record))
    return origin.too_large() if len(data) > MAX_DOCUMENT else Member(_decoded(record, data), origin)


def _kind(record: WarcRecord) -> str | None:
    """The media type of a page, empty where nothing says what it is; None for what is none."""
    said = record.headers.get("WARC-Identified-Payload-Type")
    if record.record_type == _RESOURCE:
        said = said or record.headers.get("Content-Type") or "none"
    elif record.record_type == _RESPONSE and record.is_http:
        with suppress(OSError):
            record.parse_http(strict_mode=False)
        if not record.is_http_parsed or record.http_headers.status_code != 200:
            return None
        said = said or record.http_content_type
    else:
        return None
    kind = (said or "").partition(";")[0].strip().lower()
    return kind if kind in ("", *html.MEDIA_TYPES) else None


def _decoded(record: WarcRecord, data: bytes) -> BinaryIO:
    """The page without the encodings of its transfer; gzip and Zstandard are known by their first bytes.

    Many crawlers store the page decoded and leave the header as it was.
    """
    stream: BinaryIO = BytesIO(data)
    if not record.is_http or html.looks_like(data):
        return stream
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _CHUNK.match(data):
        data = _unchunked(data)
        stream = BytesIO(data)
    coding = (headers.get("Content-Encoding") or "").strip().lower()
    if coding == "deflate" and data.startswith(_ZLIB):
        stream = cast(BinaryIO, GzipReader(stream, zlib=True))
    elif coding == "br":
        stream = cast(BinaryIO, BrotliReader(stream))
    else:
        return stream
    return cast(BinaryIO, Packed(stream, (OSError,)))


def _unchunked(data: bytes) -> bytes:
    """The body without the marks between its chunks, as far as it came."""
    chunks, position = [], 0
    while (mark := _CHUNK.match(data, position)) and (size := int(mark[1], 16)):
        position = mark.end() + size
        chunks.append(data[mark.end() : position])
    return b"".join(chunks)


def _moment(record: WarcRecord) -> datetime | None:
    """When the page was fetched."""
    try:
        moment = datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
