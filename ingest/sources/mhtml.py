"""Web pages that a browser saved with everything in them (MHTML): one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import MIMEPart
from io import BufferedReader

from ingest.model import Raw, Reject
from ingest.sources.reading.limits import MAX_DOCUMENT
from ingest.sources.reading.mail import address_in, date_of, header, header_of, parse, payload
from ingest.sources.reading.origin import Origin

FORMAT = "mhtml"
SUFFIXES = (".mhtml", ".mht")
MEDIA_TYPES = ("multipart/related", "application/x-mimearchive")

_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_SAVED = re.compile(rb"^snapshot-content-location:|^from:\s*<?saved by", re.I | re.M)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with the header that browsers write."""
    said = header_of(head)
    return said is not None and bool(_RELATED.search(said) and _SAVED.search(said))


def read(stream: BufferedReader, origin: Origin) -> Iterator[Raw | Reject]:
    """The page, with its address; when it was saved is when it was fetched."""
    data = stream.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        yield origin.too_large()
        return
    message = parse(data)
    page = message.get_body(("html",)) or _first_page(message)
    if page is None:
        yield origin.reject("no_text", "The saved page holds no HTML.")
        return
    saved_from = header(message, "snapshot-content-location") or header(page, "content-location")
    told = {
        "url": address_in(saved_from),
        "title": header(message, "subject"),
        "charset": page.get_param("charset"),
    }
    moment = date_of(message)
    aware = moment if moment is not None and moment.tzinfo else None
    yield origin.saying(told, aware).raw("html", payload(page))


def _first_page(message: MIMEPart) -> MIMEPart | None:
    return next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
