"""Opens a file without ever waiting on it: only regular files are opened, and links to them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, FileIO, RawIOBase
from typing import BinaryIO, cast

from ingest.errors import Refused
from ingest.sources.reading.compression import BrokenStreamError
from ingest.sources.reading.limits import HEAD, MAX_KEPT

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


class Rewound(RawIOBase):
    """A stream of which the first bytes were read already and come again."""

    def __init__(self, head: bytes, rest: BinaryIO | RawIOBase) -> None:
        self._head = head
        self._rest = rest
        self._start = rest.tell() - len(head) if rest.seekable() else 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._rest.seekable()

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if whence == os.SEEK_CUR:
            offset -= len(self._head)
        self._head = b""
        return self._rest.seek(offset + (self._start if whence == os.SEEK_SET else 0), whence) - self._start

    def tell(self) -> int:
        return self._rest.tell() - len(self._head) - self._start

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        if self._head:
            size = min(len(view), len(self._head))
            view[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        data = self._rest.read(len(view)) or b""
        view[: len(data)] = data
        return len(data)


def peek(stream: BinaryIO | RawIOBase) -> tuple[bytes, BufferedReader]:
    """The first bytes of a stream, and the same stream from its beginning."""
    head, error = gather(stream, HEAD)
    if error and not head:
        raise error
    return head, BufferedReader(Rewound(head, stream), HEAD)


def gather(stream: BinaryIO | RawIOBase, size: int) -> tuple[bytes, BrokenStreamError | None]:
    """The first `size` bytes, fewer where the stream ends or breaks, and how it broke."""
    head = bytearray()
    try:
        while len(head) < size and (piece := stream.read(min(size - len(head), HEAD))):
            head += piece
    except BrokenStreamError as error:
        return bytes(head), error
    return bytes(head), None


@contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, int, bytes | None]]:
    """The file's stream, its size in bytes, and all its bytes where they are few.

    Raises `Refused` with `unsupported` for what is no regular file, `unreadable` for what cannot be opened.
    """
    file = _open(path)
    with file:
        size = os.fstat(file.fileno()).st_size
        if size <= MAX_KEPT:
            data = file.readall()
            yield BytesIO(data), len(data), data
        else:
            yield cast(BinaryIO, file), size, None


def _open(path: str) -> FileIO:
    try:
        _require_regular(os.stat(path).st_mode)
        # A pipe put in the file's place after the check must not block either.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise Refused("unreadable", why_unreadable(error)) from error
    file = FileIO(descriptor)
    try:
        _require_regular(os.fstat(descriptor).st_mode)
    except Refused:
        file.close()
        raise
    return file


def why_unreadable(error: OSError) -> str:
    """A sentence that says why a file, or something in a folder, cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "It is a link to a file that does not exist, or it was removed while the job ran."
    return f"It cannot be read: {error.strerror or type(error).__name__}."


def _require_regular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    name = next((name for test, name in _KINDS if test(mode)), "no regular file")
    raise Refused("unsupported", f"It is {name}, not a file with an article.")
