"""Reads whatever a person names as one stream of articles and rejects."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from ingest.binary import binary_kind
from ingest.errors import Refused, UsageError
from ingest.model import Raw, Reject
from ingest.sources.reading import compression
from ingest.sources.reading.formats import Format, by_suffix, formats, sniff
from ingest.sources.reading.lines import EndlessLineError
from ingest.sources.reading.opening import opened, peek, why_unreadable
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.paths import STDIN, Entry, check, find

AUTO = "auto"
FORMATS: tuple[str, ...] = (AUTO, *formats())


def read(
    paths: Sequence[str],
    *,
    source: str = "default",
    format: str = AUTO,
    stdin: BinaryIO | None = None,
    skip: Callable[[str], bool] = lambda path: False,
) -> Iterator[Raw | Reject]:
    """Streams the articles of files, folders, globs and `-` (stdin), always in the same order.

    `format` is `auto` (by suffix, else by content) or one of `FORMATS` for every file; `skip` says of a
    file's path that it is passed over. Raises `UsageError` at once for a path that does not exist; whatever
    is wrong with an input itself becomes a `Reject`.
    """
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    check(paths)
    forced = None if format == AUTO else formats()[format]
    entries = (entry for entry in find(paths) if not skip(entry.path))
    return _read_all(entries, source, forced, stdin or sys.stdin.buffer)


def _read_all(
    entries: Iterable[Entry], source: str, forced: Format | None, stdin: BinaryIO
) -> Iterator[Raw | Reject]:
    for entry in entries:
        origin = Origin(source, entry.uri)
        try:
            if entry.path == STDIN:
                yield from _guarded(stdin, "", origin, forced)
            else:
                yield from _read_file(entry, origin, forced)
        except Refused as refusal:
            yield origin.reject(refusal.code, refusal.reason)


def _read_file(entry: Entry, origin: Origin, forced: Format | None) -> Iterator[Raw | Reject]:
    if entry.error:
        raise Refused(*entry.error)
    with opened(entry.path) as (stream, size, data):
        origin = replace(origin, size=size, data=data)
        yield from _guarded(stream, entry.uri.lower(), origin, forced)


def _guarded(stream: BinaryIO, name: str, origin: Origin, forced: Format | None) -> Iterator[Raw | Reject]:
    """What the stream holds; where it fails underway, what came before counts and a reject says why."""
    try:
        yield from _unpacked(stream, name, origin, forced)
    except Refused as refusal:
        yield origin.reject(refusal.code, refusal.reason)
    except compression.BrokenStreamError as error:
        yield origin.reject("malformed", f"The compressed file is {error}; what came before was read.")
    except EndlessLineError:
        yield origin.reject("too_large", "A line does not end; the rest of the file was not read.")
    except OSError as error:
        yield origin.reject("unreadable", why_unreadable(error))


def _unpacked(stream: BinaryIO, name: str, origin: Origin, forced: Format | None) -> Iterator[Raw | Reject]:
    """Takes off the compression, if there is one, and reads what is inside."""
    head, buffered = peek(stream)
    bare, suffix = os.path.splitext(name)
    if suffix in compression.SUFFIXES:
        name = bare
        if head and not compression.is_compressed(head):
            raise Refused("malformed", "Its name says that it is compressed, but it is not.")
    if compression.is_compressed(head):
        head, buffered = peek(compression.unpacked(head, buffered))
    if not head:
        raise Refused("empty", "The file is empty.")
    yield from (forced or _choose(name, head)).read(buffered, origin)


def _choose(name: str, head: bytes) -> Format:
    """The format by the file's suffix, or by its first bytes where it has none."""
    kind = binary_kind(head)
    if kind:
        raise Refused("unsupported", f"The content is {kind}, not text.")
    suffix = os.path.splitext(name)[1]
    if not suffix:
        return sniff(head)
    if suffix not in by_suffix():
        raise Refused("unsupported", f"Files that end in {suffix} are not read.")
    return by_suffix()[suffix]
