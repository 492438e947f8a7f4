"""Web pages: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.origin import Origin, read_whole

FORMAT = "html"
SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")

_PAGE_START = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|article|div|p|h1|meta|title)[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a doctype or a tag of a page."""
    return _PAGE_START.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """The whole stream as one article."""
    return read_whole(stream, origin, "html")
