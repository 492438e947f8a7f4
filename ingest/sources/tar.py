"""TAR archives, also as `.tar.gz` and kin: every file in them as an input of its own, read as a stream."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, BinaryIO, Self, cast

from ingest.errors import Refused
from ingest.sources.reading.compression import Packed
from ingest.sources.reading.member import Item, Member, Names, is_hidden
from ingest.sources.reading.origin import Origin

FORMAT = "tar"
SUFFIXES = (".tar",)
MEDIA_TYPES = ("application/x-tar",)

_MAGIC = slice(257, 262)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with the header of a file in an archive."""
    return head[_MAGIC] == b"ustar"


def read(stream: BufferedReader, origin: Origin) -> Iterator[Item]:
    """The files in the archive; folders and hidden files are passed over, links and devices are rejects."""
    names = Names(origin)
    try:
        with tarfile.open(mode="r|", fileobj=cast(IO[bytes], stream), tarinfo=_Header) as archive:
            for info in archive:
                # Or the archive would remember every file that it has passed.
                archive.members = []  # type: ignore[attr-defined]
                if not info.isdir() and not is_hidden(info.name):
                    yield _member(archive, info, names.give(info.name, info.size))
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        reason = "The TAR archive is damaged or cut short; what came before was read."
        raise Refused("malformed", reason) from error


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, origin: Origin) -> Item:
    packed = archive.extractfile(info) if info.isreg() else None
    if packed is None:
        return origin.reject("unsupported", "It is a link or a device, not a file.")
    return Member(cast(BinaryIO, Packed(packed, (tarfile.TarError,))), origin, info.name)


class _Header(tarfile.TarInfo):
    """The header of a file. The library takes a damaged one for the end of the archive."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error
