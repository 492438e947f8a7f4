"""Reads whatever a person names as one stream of articles and rejects."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from ingest.carried import facts
from ingest.errors import Refused, UsageError
from ingest.model import Raw, Reject
from ingest.sources.reading.formats import Format, formats
from ingest.sources.reading.opening import opened
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.paths import STDIN, Entry, check, find
from ingest.sources.reading.stream import read_stream

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
) -> Iterator[Raw | Reject]:
    """Streams the articles of files, folders, globs and `-` (stdin), always in the same order.

    `format` is `auto` (by suffix, else by content) or one of `FORMATS` for every file; `skip` says of a
    file's path that it is passed over. `columns` says which column of a record holds which field, `carried`
    what is known of all articles, such as their language. Raises `UsageError` at once for a path that does
    not exist; whatever is wrong with an input itself becomes a `Reject`.
    """
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    check(paths)
    forced = None if format == AUTO else formats()[format]
    entries = (entry for entry in find(paths) if not skip(entry.path))
    origin = Origin(source, "", carried=facts(carried or {}), columns=columns or {})
    return _read_all(entries, origin, forced, stdin or sys.stdin.buffer)


def _read_all(
    entries: Iterable[Entry], origin: Origin, forced: Format | None, stdin: BinaryIO
) -> Iterator[Raw | Reject]:
    for entry in entries:
        here = replace(origin, uri=entry.uri)
        try:
            if entry.path == STDIN:
                yield from read_stream(stdin, here, forced=forced)
            else:
                yield from _read_file(entry, here, forced)
        except Refused as refusal:
            yield here.reject(refusal.code, refusal.reason)


def _read_file(entry: Entry, origin: Origin, forced: Format | None) -> Iterator[Raw | Reject]:
    if entry.error:
        raise Refused(*entry.error)
    with opened(entry.path) as (stream, size, data):
        origin = replace(origin, size=size, data=data)
        yield from read_stream(stream, origin, name=entry.uri, forced=forced)
