"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.origin import Origin, read_whole

FORMAT = "text"
SUFFIXES = (".txt", ".text")
MEDIA_TYPES = ("text/plain",)


def looks_like(head: bytes) -> bool:
    """Never: plain text is what remains when no other format claims the input."""
    return False


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """The whole stream as one article."""
    return read_whole(stream, origin, "text")
