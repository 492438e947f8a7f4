"""ZIP archives: every file in them as an input of its own, in the order of the archive."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO, cast

from ingest.errors import Refused
from ingest.sources.reading.compression import Packed
from ingest.sources.reading.member import Item, Member, Names, is_hidden
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.seeking import seekable

FORMAT = "zip"
SUFFIXES = (".zip",)
MEDIA_TYPES = ("application/zip", "application/x-zip-compressed")

_ENCRYPTED, _UTF8 = 0x1, 0x800
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a file in an archive, or is an empty archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(stream: BufferedReader, origin: Origin) -> Iterator[Item]:
    """The files in the archive; folders and hidden files are passed over."""
    with seekable(cast(BinaryIO, stream)) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise Refused("malformed", "The ZIP archive is damaged or cut short.") from error
        if not archive.infolist():
            raise Refused("empty", "The archive holds no file.")
        names = Names(origin)
        for info in archive.infolist():
            name = _name(info)
            if not info.is_dir() and not is_hidden(name):
                yield _member(archive, info, names.give(name, info.file_size), name)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a file; many programs write UTF-8 without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, origin: Origin, name: str) -> Item:
    if info.flag_bits & _ENCRYPTED:
        return origin.reject("unsupported", "The file in the archive is encrypted.")
    try:
        return Member(cast(BinaryIO, Packed(archive.open(info), _DAMAGE)), origin, name)
    except NotImplementedError:
        return origin.reject("unsupported", "The file in the archive is packed in a way that is not read.")
    except (zipfile.BadZipFile, OSError, ValueError):
        return origin.reject("malformed", "The file in the archive is damaged.")
