"""Walks through JSON without building it: the exact bytes of one value after the other, each bounded."""

from __future__ import annotations

import re
from typing import BinaryIO

from ingest.errors import Refused
from ingest.sources.reading import limits
from ingest.sources.reading.lines import EndlessLineError

_PIECE = 256 * 1024
_IN_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_BETWEEN = re.compile(rb'[^"{}\[\]]*+')
_SCALAR = re.compile(rb"[^,:\[\]{}\s]*+")
_QUOTE, _BACKSLASH = b'"\\'


class Scanner:
    """A place in a stream of JSON in UTF-8. Only brackets and strings are looked at."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._buffer = b""
        self._at = 0
        # Where in a value: how deep in brackets, and whether in a string.
        self._depth = 0
        self._quoted = False

    def next(self) -> bytes:
        """The next byte that is no white space, which stays; none at the end of the stream."""
        while True:
            while self._buffer[self._at : self._at + 1] in (b" ", b"\n", b"\r", b"\t"):
                self._at += 1
            if self._at < len(self._buffer) or not self._more():
                return self._buffer[self._at : self._at + 1]

    def take(self, sign: bytes) -> bool:
        """Whether the next byte is `sign`, which is passed then."""
        found = self.next() == sign
        self._at += found
        return found

    def value(self, *, put_back: bool = False) -> bytes | None:
        """The next value; None where it is above the limit, and then it is passed, or `put_back`.

        Raises `Refused` with `malformed` where it does not end.
        """
        step = self._bracketed if self.next() in (b"{", b"[", b'"') else self._scalar
        parts, size, done = [], 0, False
        self._depth, self._quoted = 0, False
        while not done:
            start = self._at
            done = step()
            parts.append(self._buffer[start : self._at])
            size += len(parts[-1])
            if size > limits.MAX_DOCUMENT:
                if put_back:
                    self._buffer, self._at = b"".join(parts) + self._buffer[self._at :], 0
                    return None
                parts = [b""]
            if size > limits.MAX_DOCUMENT + limits.MAX_SKIPPED:
                raise EndlessLineError
            if not done and not self._more():
                if step == self._bracketed:
                    raise Refused("malformed", "The JSON ends in the middle of a value.")
                break
        return None if size > limits.MAX_DOCUMENT else b"".join(parts)

    def _more(self) -> bool:
        piece = self._stream.read(_PIECE)
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)

    def _scalar(self) -> bool:
        """Passes what there is of a number or word; whether it ended."""
        self._at = _end(_SCALAR, self._buffer, self._at)
        return self._at < len(self._buffer)

    def _bracketed(self) -> bool:
        """Passes what there is of an object, list or string; whether it ended."""
        buffer, at, end = self._buffer, self._at, len(self._buffer)
        while at < end:
            at = _end(_IN_STRING if self._quoted else _BETWEEN, buffer, at)
            if at == end or buffer[at] == _BACKSLASH:
                break
            sign, at = buffer[at], at + 1
            if sign == _QUOTE:
                self._quoted = not self._quoted
            else:
                self._depth += 1 if sign in b"{[" else -1
            if self._depth <= 0 and not self._quoted:
                self._at = at
                return True
        self._at = at
        return False


def _end(pattern: re.Pattern[bytes], buffer: bytes, at: int) -> int:
    found = pattern.match(buffer, at)
    return found.end() if found else at
