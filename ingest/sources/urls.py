"""Lists of addresses: one a line, `#` begins a comment. Each is read as a page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from ingest.decode import decode
from ingest.errors import Refused
from ingest.fetch.addresses import asked, is_web, stored
from ingest.model import Arrival, Reject
from ingest.sources.reading.lines import read_lines
from ingest.sources.reading.origin import Origin
from ingest.sources.web.location import read_pages
from ingest.sources.web.reach import Address

FORMAT = "urls"
SUFFIXES = (".urls",)
MEDIA_TYPES = ("text/uri-list",)


def looks_like(head: bytes) -> bool:
    """Nothing: a text that opens with an address may be an article."""
    return False


def read(stream: BufferedReader, origin: Origin) -> Iterator[Arrival]:
    """The page at every address, in the order of the list."""
    broken: list[Reject] = []
    yield from read_pages(_addresses(stream, origin, broken), origin)
    yield from broken


def _addresses(stream: BufferedReader, origin: Origin, broken: list[Reject]) -> Iterator[Address]:
    for number, line in enumerate(read_lines(stream), 1):
        try:
            text = decode(line or b"").strip()
            if text.startswith("#"):
                continue
            if not is_web(text):
                raise Refused(
                    "malformed", "The line is no address: it does not begin with http:// or https://."
                )
            url = asked(text)
            yield Address(url, stored(url))
        except Refused as refusal:
            broken.append(origin.record(number).reject(refusal.code, refusal.reason))
