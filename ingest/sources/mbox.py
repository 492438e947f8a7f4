"""Mailboxes (mbox): one article a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.errors import Refused
from ingest.model import Raw, Reject
from ingest.sources.reading import limits
from ingest.sources.reading.lines import EndlessLineError
from ingest.sources.reading.mail import header_of, letter
from ingest.sources.reading.origin import Origin

FORMAT = "mbox"
SUFFIXES = (".mbox", ".mbx")
MEDIA_TYPES = ("application/mbox",)

_PIECE = 1024 * 1024
# RFC 4155 asks for sender and date; older mailboxes are not that strict, but the year is always there.
_SEPARATOR = re.compile(rb"From [^\r\n]*\d{4}[^\r\n]*\r?\n")


def looks_like(head: bytes) -> bool:
    """Whether the input opens with a separator and the header of a mail."""
    return head.startswith(b"From ") and header_of(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """Every mail, numbered from 1; its own id is its identity, so that it may move in the mailbox."""
    number = 0
    for number, data in enumerate(_mails(stream), 1):
        place = origin.record(number)
        yield place.too_large() if data is None else letter(data, place)
    if not number:
        raise Refused("malformed", "It is no mailbox: no line begins with 'From ' and holds a date.")


def _mails(stream: BufferedReader) -> Iterator[bytes | None]:
    """The bytes of every mail without the line before it; None for one above the limit."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := stream.readline(_PIECE):
        if blank and _SEPARATOR.fullmatch(line):
            if begun:
                yield _joined(lines, size)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= limits.MAX_DOCUMENT:
                lines.append(line)
            elif size > limits.MAX_SKIPPED:
                raise EndlessLineError
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return None if size > limits.MAX_DOCUMENT else b"".join(lines)
