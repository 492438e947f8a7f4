"""Folders and files far away: whatever fsspec reads, such as s3://, gs://, az:// and sftp:// addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, RawIOBase
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from ingest.credentials import secrets, without_credentials
from ingest.errors import Refused, UsageError
from ingest.sources.reading.limits import MAX_KEPT

_ADDRESS = re.compile(r"(?!https?:)([A-Za-z][A-Za-z0-9+.-]+)(?:://|::.*://)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:file|local)://(?:localhost(?=/))?", re.IGNORECASE)
_KEYS = re.compile(r"(s3a?://)([^/:@]+):([^@]+)@(.*)", re.DOTALL)
# What to install for addresses that fsspec reads with the help of another package.
_PACKAGES = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "hf": "huggingface_hub"}
_PACKAGES |= dict.fromkeys(("az", "abfs", "abfss", "adl"), "adlfs")
_PACKAGES |= {"sftp": "paramiko", "ssh": "paramiko", "smb": "smbprotocol", "webdav": "webdav4"}
# Not places with files, or on the web, which is read with more care than fsspec takes.
_NO_PLACES = frozenset({"http", "https", "data", "generic", "reference", "blockcache", "cached", "filecache"})
_DENIED = re.compile("credential|forbidden|unauthori|accessdenied|authenti|permission", re.IGNORECASE)


def is_remote(path: str) -> bool:
    """Whether a path is an address of another file system; web addresses are none."""
    return _ADDRESS.match(path) is not None and not _LOCAL.match(path)


def local_path(path: str) -> str:
    """A file:// address as a path of this machine; any other path as it is."""
    bare = _LOCAL.sub("", path, count=1) if _LOCAL.match(path) else path
    return bare if bare == path or os.path.lexists(bare) else unquote(bare)


@dataclass(frozen=True, slots=True)
class Child:
    """What stands in a folder: its name, its path in the file system, its size in bytes if it is a file."""

    name: str
    path: str
    size: int | None
    is_folder: bool


class Remote:
    """The file system that an address names, with the path in it. `shown` is the address without credentials.

    Raises `UsageError` where the address cannot be used.
    """

    def __init__(self, address: str) -> None:
        self._address, self.shown = address, without_credentials(address)
        scheme = cast(re.Match[str], _ADDRESS.match(address))[1].lower()
        if "::" in address or scheme in _NO_PLACES:
            raise UsageError(f"{self.shown!r} is no address of files or folders; name them where they lie.")
        self._system, self.path = self._open(scheme)

    def _open(self, scheme: str) -> tuple[Any, str]:
        from fsspec.core import url_to_fs

        address, options = _with_keys(self._address)
        try:
            system, path = url_to_fs(address, **options)
        except ImportError as error:
            package = _PACKAGES.get(scheme)
            install = f"pip install {package}" if package else self._masked(error)
            raise UsageError(f"Reading {scheme}:// addresses takes another package: {install}.") from error
        except Exception as error:
            if "Protocol not known" in str(error):
                raise UsageError(f"There is no kind of address {scheme}://; check the spelling.") from error
            raise UsageError(self.why(error)) from error
        system.invalidate_cache()
        return system, str(path)

    def place(self, path: str) -> str:
        """Where a path of this file system stands among all places: kind, host or bucket, and path."""
        scheme, _, rest = self.shown.partition("://")
        host, bare = rest.partition("/")[0], path.strip("/")
        return f"{scheme}/{bare}" if f"{bare}/".startswith(f"{host}/") else f"{scheme}/{host}/{bare}"

    def kind(self, path: str) -> str | None:
        """`file` or `directory`, None where nothing is. Raises `UsageError` where that cannot be told."""
        try:
            return str(self._system.info(path)["type"])
        except (FileNotFoundError, NotADirectoryError):
            return None
        except Exception as error:
            raise UsageError(self.why(error)) from error

    def size(self, path: str) -> int | None:
        """The size of a file in bytes as it is now, None where it cannot be told."""
        try:
            self._system.invalidate_cache(path)
            return cast(int | None, self._system.info(path).get("size"))
        except Exception:  # reading the file will say what is wrong
            return None

    def children(self, folder: str) -> list[Child]:
        """What stands in a folder, by name. Raises `Refused` with `unreadable`."""
        try:
            found = self._system.ls(folder, detail=True)
        except Exception as error:
            raise Refused("unreadable", self.why(error)) from error
        children = [_child(entry) for entry in found]
        # A marker of the folder itself, as object stores keep it.
        inside = [child for child in children if child.path.strip("/") != folder.strip("/")]
        return sorted(inside, key=lambda child: child.name)

    @contextmanager
    def opened(self, path: str, size: int | None) -> Iterator[tuple[BinaryIO, int | None, bytes | None]]:
        """A file's stream, its size in bytes, and all its bytes where they are few.

        Raises `Refused` with `unreadable`, here and while the stream is read.
        """
        try:
            file = self._system.open(path, "rb")
        except Exception as error:
            raise Refused("unreadable", self.why(error)) from error
        with file:
            stream = _Stream(file, self)
            if size is not None and size <= MAX_KEPT:
                data = stream.read() or b""
                yield BytesIO(data), len(data), data
            else:
                yield cast(BinaryIO, stream), size, None

    def why(self, error: Exception) -> str:
        """A sentence that says why something there cannot be read."""
        if isinstance(error, FileNotFoundError):
            return f"There is nothing at {self.shown}; check the bucket or host and the spelling of the path."
        if isinstance(error, PermissionError) or _DENIED.search(f"{type(error).__name__} {error}"):
            return f"{self.shown} may not be read; check the credentials in the environment."
        return f"{self.shown} cannot be read ({type(error).__name__}: {self._masked(error)})."

    def _masked(self, error: Exception) -> str:
        told = " ".join(str(error).split()).rstrip(".")
        for secret in secrets(self._address):
            told = told.replace(secret, "…")
        return told


def _with_keys(address: str) -> tuple[str, Mapping[str, str]]:
    """An address of S3 with the keys that stand in it as options, since s3fs does not look for them there."""
    found = _KEYS.fullmatch(address)
    if not found:
        return address, {}
    return found[1] + found[4], {"key": unquote(found[2]), "secret": unquote(found[3])}


def _child(entry: Mapping[str, Any]) -> Child:
    path = str(entry["name"])
    is_folder = entry.get("type") == "directory"
    return Child(
        path.rstrip("/").rpartition("/")[2], path, None if is_folder else entry.get("size"), is_folder
    )


class _Stream(RawIOBase):
    """A remote file; whatever goes wrong in reading it is a `Refused`."""

    def __init__(self, file: BinaryIO, place: Remote) -> None:
        self._file, self._place = file, place

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self._file.read(len(view)) or b""
        except Exception as error:
            raise Refused("unreadable", self._place.why(error)) from error
        view[: len(data)] = data
        return len(data)
