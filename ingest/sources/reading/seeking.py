"""A stream in which a format may go back and forth, such as one with its table of contents at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from ingest.errors import Refused
from ingest.sources.reading import limits

_PIECE = 1024 * 1024


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself where it can be sought in, else a copy: in memory if small, else a temporary file.

    Raises `Refused` with `too_large` where the copy would be above the limit.
    """
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(max_size=limits.MAX_DOCUMENT) as copy:
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > limits.MAX_SPOOLED:
                most = f"{limits.MAX_SPOOLED // 1024**3} GiB"
                raise Refused("too_large", f"It would have to be copied to be read, and is above {most}.")
            copy.write(piece)
        copy.seek(0)
        yield cast(BinaryIO, copy)
