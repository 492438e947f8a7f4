"""One mail as an article: its HTML part, else its plain text, with what the header says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from ingest.model import Raw, Reject
from ingest.sources.reading.origin import Origin, is_blank

# Lines of a header, of which at least one is written by machines only.
_HEADER = re.compile(rb"(?:From [^\r\n]*\r?\n)?((?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)\r?\n")
_OF_MACHINES = re.compile(
    rb"^(?:received|return-path|mime-version|message-id|delivered-to|content-type):", re.I | re.M
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?", re.IGNORECASE)
_LONGEST = 2000


def parse(data: bytes) -> MIMEPart:
    """The mail in the data; parts that are damaged are as whole as can be."""
    return BytesParser(policy=policy.default).parsebytes(data)


def header_of(head: bytes) -> bytes | None:
    """The header that an input opens with, None where it does not open with that of a mail."""
    found = _HEADER.match(head)
    return found[1] if found and _OF_MACHINES.search(found[1]) else None


def letter(data: bytes, origin: Origin) -> Raw | Reject:
    """The article of a mail: subject, sender, date and id of the message are carried with it."""
    place = replace(origin, data=data, size=len(data))
    # In a mailbox the address does not say that these bytes are a mail.
    aside = place.saying({"media_type": "message/rfc822"})
    try:
        message = parse(data)
        part = message.get_body(("html", "plain"))
        content = payload(part) if part is not None else b""
        if part is None or is_blank(content):
            return aside.reject("no_text", "The mail has neither an HTML part nor a plain text.")
        said = place.saying(_told(message, part))
        return said.raw("html" if part.get_content_subtype() == "html" else "text", content)
    except Exception:  # the library raises all kinds of errors on forged mails
        return aside.reject("malformed", "The mail is damaged so that its parts cannot be told apart.")


def _told(message: MIMEPart, part: MIMEPart) -> dict[str, object]:
    name, address = parseaddr(header(message, "from") or "")
    return {
        "title": header(message, "subject"),
        "byline": name,
        "from": address,
        "published_at": date_of(message),
        "id": (header(message, "message-id") or "").strip("<>"),
        "list_id": header(message, "list-id"),
        "url": address_in(header(message, "archived-at")),
        "charset": part.get_param("charset"),
    }


def payload(part: MIMEPart) -> bytes:
    """The bytes of a part without their transfer encoding."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def header(message: MIMEPart, name: str) -> str | None:
    """A header in one line, decoded; None where it is missing or cannot be read."""
    try:
        value = message[name]
        return None if value is None else " ".join(str(value).split())[:_LONGEST]
    except Exception:
        return None


def date_of(message: MIMEPart) -> datetime | None:
    """When the mail says it was written."""
    try:
        return parsedate_to_datetime(header(message, "date") or "")
    except (ValueError, TypeError, OverflowError):
        return None


def address_in(text: str | None) -> str | None:
    """The web address in a header."""
    found = _ADDRESS.fullmatch(text.strip()) if text else None
    return found[1] if found else None
