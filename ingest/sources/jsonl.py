"""JSON Lines: one article a line, each a JSON object with `text` or `html`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.lines import read_lines
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.records import number_records

FORMAT = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
MEDIA_TYPES = ("application/jsonl", "application/x-ndjson", "application/ndjson")

_OBJECT_START = re.compile(rb'\{[ \t]*(?:"|\}\s*$)')


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a JSON object that begins in its first line."""
    return _OBJECT_START.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every line that holds something, numbered from 1; what a line means is found out in extraction."""
    return number_records(read_lines(stream), origin)
