"""Compressed files: gzip and Zstandard, recognised by their first bytes, unpacked as a stream."""

from __future__ import annotations

import gzip
import zlib
from io import RawIOBase
from typing import BinaryIO, cast

SUFFIXES = (".gz", ".zst")

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
# One block of Zstandard may unpack 4 bytes into 128 KiB: small bites keep a bomb's output small.
_BITE = 256


class BrokenStreamError(Exception):
    """The compressed stream is cut short or damaged."""


def is_compressed(head: bytes) -> bool:
    """Whether an input that begins with `head` is a kind of compression that is known here."""
    return head.startswith((_GZIP, _ZSTD))


def unpacked(head: bytes, stream: BinaryIO) -> RawIOBase:
    """The stream without its compression. Reading raises `BrokenStreamError` where it is cut or damaged."""
    return _Gzip(stream) if head.startswith(_GZIP) else _Zstd(stream)


class _Unpacked(RawIOBase):
    def readable(self) -> bool:
        return True


class _Gzip(_Unpacked):
    def __init__(self, stream: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=stream)

    def readinto(self, buffer: object) -> int:
        try:
            # readinto would drop what it has unpacked already when the stream ends too early.
            return self._file.readinto1(cast(bytearray, buffer))
        except EOFError as error:
            raise BrokenStreamError("cut short") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise BrokenStreamError("damaged") from error


class _Zstd(_Unpacked):
    def __init__(self, stream: BinaryIO) -> None:
        import zstandard

        self._new = zstandard.ZstdDecompressor().decompressobj
        self._error = zstandard.ZstdError
        self._frame = self._new()
        self._begun = False
        self._stream = stream
        self._packed = b""
        self._ready = b""

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        while not self._ready:
            if not self._packed and not self._feed():
                return 0
            bite, self._packed = self._packed[:_BITE], self._packed[_BITE:]
            self._ready = self._unpack(bite)
        size = min(len(view), len(self._ready))
        view[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _feed(self) -> bool:
        self._packed = self._stream.read(64 * 1024) or b""
        if not self._packed and self._begun:
            raise BrokenStreamError("cut short")
        return bool(self._packed)

    def _unpack(self, bite: bytes) -> bytes:
        """Unpacks a bite; what follows the end of a frame goes back and begins the next one."""
        try:
            data = self._frame.decompress(bite)
        except self._error as error:
            raise BrokenStreamError("damaged") from error
        self._begun = not self._frame.eof
        if self._frame.eof:
            self._packed = self._frame.unused_data + self._packed
            self._frame = self._new()
        return data
