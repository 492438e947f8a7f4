"""Compressed files: gzip, Zstandard, bzip2 and xz, recognised by their first bytes, unpacked as a stream."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from io import RawIOBase
from typing import IO, Any, BinaryIO, cast

# What is left of a name without its compression: `.tgz` is short for `.tar.gz`.
SUFFIXES = {".gz": "", ".zst": "", ".bz2": "", ".xz": ""}
SUFFIXES |= dict.fromkeys((".tgz", ".tzst", ".tbz2", ".tbz", ".txz"), ".tar")

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BZIP2 = b"BZh"
_XZ = b"\xfd7zXZ\x00"
# One block of Zstandard may unpack 4 bytes into 128 KiB: small bites keep a bomb's output small.
_BITE = 256
_PIECE = 64 * 1024
# More than the best compression needs; a forged header may ask for gigabytes.
_MOST_MEMORY = 128 * 1024 * 1024


class BrokenStreamError(Exception):
    """The compressed stream is cut short or damaged."""

    @property
    def is_cut(self) -> bool:
        """Whether it ends too early and is sound until then."""
        return str(self) == "cut short"


def is_compressed(head: bytes) -> bool:
    """Whether an input that begins with `head` is a kind of compression that is known here."""
    return head.startswith((_GZIP, _ZSTD, _XZ)) or (head.startswith(_BZIP2) and head[4:7] == b"1AY")


def unpacked(head: bytes, stream: BinaryIO) -> RawIOBase:
    """The stream without its compression. Reading raises `BrokenStreamError` where it is cut or damaged."""
    if head.startswith(_GZIP):
        return _Gzip(stream)
    if head.startswith(_ZSTD):
        return _Zstd(stream)
    return _Framed(stream, bz2.BZ2Decompressor if head.startswith(_BZIP2) else _xz)


def _xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)


class Packed(RawIOBase):
    """A file in an archive; a library's own errors while reading it are told as `BrokenStreamError`."""

    def __init__(self, stream: IO[bytes], damaged: tuple[type[Exception], ...]) -> None:
        self._stream, self._damaged = stream, damaged

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self._stream.read(len(view))
        except EOFError as error:
            raise BrokenStreamError("cut short") from error
        except self._damaged as error:
            raise BrokenStreamError("damaged") from error
        view[: len(data)] = data
        return len(data)


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


class _Framed(_Unpacked):
    """bzip2 and xz: frames one after the other, each for a decompressor of its own."""

    def __init__(self, stream: BinaryIO, new: Callable[[], Any]) -> None:
        self._stream, self._new = stream, new
        self._frame = new()
        self._begun = False

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        while True:
            packed = self._more()
            if packed is None:
                return 0
            try:
                data = self._frame.decompress(packed, len(view))
            except (OSError, lzma.LZMAError, EOFError) as error:
                raise BrokenStreamError("damaged") from error
            self._begun = True
            if data:
                view[: len(data)] = data
                return len(data)

    def _more(self) -> bytes | None:
        """The next packed bytes, none where the decompressor has some left, None at the end of the stream."""
        rest = b""
        if self._frame.eof:
            rest, self._frame, self._begun = self._frame.unused_data, self._new(), False
        elif not self._frame.needs_input:
            return b""
        # Padding may follow the last frame.
        packed = rest or self._stream.read(_PIECE) or b""
        if not self._begun and not packed.strip(b"\x00"):
            return None
        if not packed:
            raise BrokenStreamError("cut short")
        return packed


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
        self._packed = self._stream.read(_PIECE) or b""
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
