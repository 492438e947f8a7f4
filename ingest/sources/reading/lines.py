"""Lines of bytes from a stream, each with a bound on its size, in UTF-8 and kin, UTF-16 and UTF-32."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BufferedReader

from ingest.sources.reading import limits
from ingest.sources.reading.origin import is_blank

_PIECE = 1024 * 1024
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, b"\n\x00\x00\x00"),
    (codecs.BOM_UTF32_BE, b"\x00\x00\x00\n"),
    (codecs.BOM_UTF16_LE, b"\n\x00"),
    (codecs.BOM_UTF16_BE, b"\x00\n"),
    (codecs.BOM_UTF8, b"\n"),
)
# What a JSON object looks like in its first bytes without a mark.
_OPENINGS = (
    (b"{\x00\x00\x00", b"\n\x00\x00\x00"),
    (b"\x00\x00\x00{", b"\x00\x00\x00\n"),
    (b"{\x00", b"\n\x00"),
    (b"\x00{", b"\x00\n"),
)


class EndlessLineError(Exception):
    """A line went on so long that the rest of the stream is not read."""


def read_lines(stream: BufferedReader) -> Iterator[bytes | None]:
    """The lines that hold something, without their ends and without a byte order mark.

    A line above the limit is None. Raises `EndlessLineError` where a line does not end within reason.
    """
    mark, newline = _opening(stream.peek(4))
    stream.read(len(mark))
    while line := _line(stream, newline, limits.MAX_DOCUMENT + len(newline)):
        if len(line) > limits.MAX_DOCUMENT and not line.endswith(newline):
            _skip(stream, newline)
            yield None
        elif not is_blank(line):
            yield _without_end(line, newline)


def _opening(start: bytes) -> tuple[bytes, bytes]:
    """The byte order mark that the stream begins with, and the line end in its encoding."""
    for mark, newline in _MARKS:
        if start.startswith(mark):
            return mark, newline
    return b"", next((newline for opening, newline in _OPENINGS if start.startswith(opening)), b"\n")


def _line(stream: BufferedReader, newline: bytes, most: int) -> bytes:
    """The next line with its end, or its first `most` bytes, or what is left of the stream."""
    line = stream.readline(most)
    if len(newline) == 1:
        return line
    width, parts, size = len(newline), [line], len(line)
    while line:
        # A line feed byte ends the line only as a whole, aligned character.
        line = stream.read(-size % width)
        parts.append(line)
        size += len(line)
        if size >= most or (parts[-2] + line)[-width:] == newline:
            break
        line = stream.readline(most - size)
        parts.append(line)
        size += len(line)
    return b"".join(parts)


def _skip(stream: BufferedReader, newline: bytes) -> None:
    """Reads on to the end of a line that is too long."""
    skipped = 0
    while piece := _line(stream, newline, _PIECE):
        skipped += len(piece)
        if piece.endswith(newline):
            return
        if skipped > limits.MAX_SKIPPED:
            raise EndlessLineError


def _without_end(line: bytes, newline: bytes) -> bytes:
    """The line without its line feed and a carriage return before it."""
    return line.removesuffix(newline).removesuffix(newline.replace(b"\n", b"\r"))
