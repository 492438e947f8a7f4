"""JSON Lines: one article a line, each a JSON object with `text` or `html`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.lines import read_lines
from ingest.sources.reading.origin import Origin

FORMAT = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
MEDIA_TYPES = ("application/jsonl", "application/x-ndjson", "application/ndjson")

_OBJECT_START = re.compile(rb'\{\s*(?:"|\}\s*$)')


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a JSON object."""
    return _OBJECT_START.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every line that holds something, numbered from 1; what a line means is found out in extraction."""
    number = 0
    for number, line in enumerate(read_lines(stream), 1):
        record = origin.record(number)
        yield record.too_large() if line is None else record.raw("record", line)
    if not number:
        yield origin.reject("empty", "The file is empty.")
