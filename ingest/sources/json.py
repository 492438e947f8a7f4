"""JSON files: a list of articles, an object with such a list in it, or one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BufferedReader, BytesIO

from ingest.columns import check_columns, has_content, without_content
from ingest.errors import Refused
from ingest.extract.json_object import load_object
from ingest.model import Raw, Reject
from ingest.sources.reading.encoding import as_utf8
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.records import number_records
from ingest.sources.reading.scanner import Scanner

FORMAT = "json"
SUFFIXES = (".json",)
MEDIA_TYPES = ("application/json",)

_START = re.compile(rb'\[\s*\{|\{\s*\n\s*"')
# How deep in an object a list of articles may stand, such as {"response": {"results": [...]}}.
_DEPTH = 3

Records = Iterator[bytes | None]


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a list of objects, or with an object on several lines."""
    return _START.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every article as a record, in the exact bytes of its object, numbered from 1."""
    return number_records(_records(Scanner(as_utf8(stream)), origin.columns), origin)


def _records(scan: Scanner, mapping: Mapping[str, str]) -> Records:
    """The articles of a list or object, or of several one after the other."""
    while first := scan.next():
        if first == b"[":
            yield from _elements(scan)
        elif first == b"{":
            yield from _object(scan, mapping)
        else:
            raise Refused("malformed", "It is no JSON with articles: neither a list nor an object.")


def _elements(scan: Scanner) -> Records:
    scan.take(b"[")
    while not scan.take(b"]"):
        yield scan.value()
        if not scan.take(b",") and scan.next() != b"]":
            raise Refused("malformed", "The JSON is damaged or cut short; what came before was read.")


def _object(scan: Scanner, mapping: Mapping[str, str]) -> Records:
    """The object itself where it has a text, else the articles in the lists inside."""
    whole = scan.value(put_back=True)
    if whole is not None and has_content(_loaded(whole), mapping):
        yield whole
        return
    names: dict[str, object] = {}
    found = False
    for record in _within(scan if whole is None else Scanner(BytesIO(whole)), mapping, names, 1):
        found = True
        yield record
    if not found and (names or whole is None):
        check_columns(names, mapping)
        raise Refused("malformed", without_content(names))
    if not found:
        yield whole


def _within(scan: Scanner, mapping: Mapping[str, str], names: dict[str, object], depth: int) -> Records:
    """The articles in all lists inside an object; `names` collects the columns of lists without articles."""
    scan.take(b"{")
    while not scan.take(b"}"):
        scan.value()
        if not scan.take(b":"):
            raise Refused("malformed", "The JSON is damaged or cut short; what came before was read.")
        if scan.next() == b"[":
            yield from _list(scan, mapping, names)
        elif scan.next() == b"{" and depth < _DEPTH:
            yield from _within(scan, mapping, names, depth + 1)
        else:
            scan.value()
        scan.take(b",")


def _list(scan: Scanner, mapping: Mapping[str, str], names: dict[str, object]) -> Records:
    """The elements of a list of which the first is an article."""
    elements = _elements(scan)
    first = next(elements, None)
    fields = _loaded(first or b"")
    if has_content(fields, mapping):
        yield first
        yield from elements
    else:
        names.update(fields)
        for _ in elements:
            pass


def _loaded(value: bytes) -> dict[str, object]:
    try:
        return load_object(value)
    except Refused:
        return {}
