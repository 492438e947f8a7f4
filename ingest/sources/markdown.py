"""Markdown files, with or without front matter: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.origin import Origin, read_whole

FORMAT = "markdown"
SUFFIXES = (".md", ".markdown")
MEDIA_TYPES = ("text/markdown",)

_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t-][^\r\n]*\r?\n)*)+---[ \t]*\r?\n")


def looks_like(head: bytes) -> bool:
    """Whether the input opens with front matter; without it Markdown looks like text."""
    return _FRONT_MATTER.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """The whole stream as one article."""
    return read_whole(stream, origin, "markdown")
