"""Streams of text in whatever encoding, for formats that must be read as text or as UTF-8 from the start."""

from __future__ import annotations

import codecs
from io import BufferedReader, BytesIO, TextIOWrapper
from typing import BinaryIO, cast

from ingest.decode import decode
from ingest.detection import detect
from ingest.errors import Refused
from ingest.sources.reading import limits

# UTF-32 first: its little-endian mark begins with that of UTF-16. Each of these codecs drops the mark.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def as_text(stream: BufferedReader) -> TextIOWrapper:
    """The stream as text with its line ends. Its encoding goes by its mark, else by the first bytes.

    Bytes that are not the UTF-8 that they should be become surrogates: see `mended`.
    """
    encoding = _encoding(stream.peek(limits.HEAD)[: limits.HEAD])
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return TextIOWrapper(stream, encoding, errors=errors, newline="")


def mended(cells: list[str]) -> list[str]:
    """The cells of a row; bytes in it that are no UTF-8 are read in an encoding that fits the row.

    Raises `Refused` with `undecodable`.
    """
    whole = "\x1f".join(cells)
    try:
        whole.encode("utf-8")
    except UnicodeEncodeError:
        return decode(whole.encode("utf-8", "surrogateescape")).split("\x1f")
    return cells


def as_utf8(stream: BufferedReader) -> BinaryIO:
    """The stream of JSON without a byte order mark, in UTF-8 where it was in UTF-16 or UTF-32.

    Raises `Refused` with `too_large` where that cannot be done in memory.
    """
    head = stream.peek(4)[:4]
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    elif b"\x00" in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = stream.read(limits.MAX_DOCUMENT + 1)
        if len(data) > limits.MAX_DOCUMENT:
            raise Refused("too_large", "JSON in UTF-16 or UTF-32 is read up to 32 MiB; convert it to UTF-8.")
        return BytesIO(decode(data).encode("utf-8", "replace"))
    return cast(BinaryIO, stream)


def _encoding(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\x00" in head:
        # Every other byte of a table in UTF-16 without a mark is zero.
        return "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        # A few rows may be in another encoding than the rest: see `mended`.
        text = head.decode("utf-8", "surrogateescape")
        wrong = sum("\udc80" <= sign <= "\udcff" for sign in text)
        right = sum(sign > "\x7f" for sign in text) - wrong
        return "utf-8" if wrong <= right else detect(head) or "utf-8"
    return "utf-8"
