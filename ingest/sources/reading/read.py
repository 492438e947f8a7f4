"""Reads whatever a person names as one stream of articles and rejects."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from ingest.carried import facts
from ingest.errors import Refused, UsageError
from ingest.fetch.addresses import is_web
from ingest.model import Arrival
from ingest.sources.reading.formats import Format, formats
from ingest.sources.reading.opening import opened
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.paths import STDIN, Entry, check, find
from ingest.sources.reading.stream import read_stream
from ingest.sources.reading.watching import Watch
from ingest.sources.web.location import read_location
from ingest.sources.web.reach import Reach

AUTO = "auto"
FORMATS: tuple[str, ...] = (AUTO, *formats())


def read(
    paths: Sequence[str],
    *,
    source: str = "default",
    format: str = AUTO,
    stdin: BinaryIO | None = None,
    skip: Callable[[str], bool] = lambda path: False,
    columns: Mapping[str, str] | None = None,
    carried: Mapping[str, object] | None = None,
    web: Reach | None = None,
    watch: Watch | None = None,
) -> Iterator[Arrival]:
    """Streams the articles of files, folders, globs, web addresses and `-` (stdin), always in one order.

    `format` is `auto` (by suffix, else by content) or one of `FORMATS` for every file; `skip` says of a
    file's path that it is passed over. `columns` says which column of a record holds which field, `carried`
    what is known of all articles, such as their language. `web` says how the web is read, and what of it
    is known already; what was read of it comes as a `Visit`. `watch` leaves out what is still being written.
    Raises `UsageError` at once for a path that does not exist; whatever is wrong with an input itself
    becomes a `Reject`.
    """
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    check(paths)
    forced = None if format == AUTO else formats()[format]
    found = (entry for entry in find(paths) if entry.remote or not skip(entry.path))
    entries = watch.settled(found) if watch else found
    origin = Origin(source, "", carried=facts(carried or {}), columns=columns or {}, web=web or Reach())
    return _read_all(entries, origin, forced, stdin or sys.stdin.buffer)


def _read_all(
    entries: Iterable[Entry], origin: Origin, forced: Format | None, stdin: BinaryIO
) -> Iterator[Arrival]:
    try:
        for entry in entries:
            here = replace(origin, uri=entry.uri)
            try:
                if entry.path == STDIN:
                    yield from read_stream(stdin, here, forced=forced)
                elif is_web(entry.path):
                    yield from read_location(entry.path, here, forced)
                else:
                    yield from _read_file(entry, here, forced)
            except Refused as refusal:
                yield here.reject(refusal.code, refusal.reason)
    finally:
        if origin.web:
            origin.web.close()


def _read_file(entry: Entry, origin: Origin, forced: Format | None) -> Iterator[Arrival]:
    if entry.error:
        raise Refused(*entry.error)
    opening = entry.remote.opened(entry.path, entry.size) if entry.remote else opened(entry.path)
    with opening as (stream, size, data):
        origin = replace(origin, size=size, data=data)
        yield from read_stream(stream, origin, name=entry.uri, forced=forced)
