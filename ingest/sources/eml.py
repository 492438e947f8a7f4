"""Mails, such as newsletters: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources import mhtml
from ingest.sources.reading.limits import MAX_DOCUMENT
from ingest.sources.reading.mail import header_of, letter
from ingest.sources.reading.origin import Origin

FORMAT = "eml"
SUFFIXES = (".eml",)
MEDIA_TYPES = ("message/rfc822",)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with the header of a mail that is no saved page or mailbox."""
    return header_of(head) is not None and not head.startswith(b"From ") and not mhtml.looks_like(head)


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """The mail's HTML part, else its plain text."""
    data = stream.read(MAX_DOCUMENT + 1)
    yield origin.too_large() if len(data) > MAX_DOCUMENT else letter(data, origin)
