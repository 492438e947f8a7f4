"""RSS, RDF and Atom, read by feedparser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from time import struct_time
from typing import Any

from ingest.errors import Refused
from ingest.sources.web.entries import MOST_ENTRIES, Entry
from ingest.sources.web.markup import tidied

_ENTRIES = frozenset({"item", "entry"})
# What may stand in a title: HTML in plain words.
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)


def parse(markup: bytes, base: str | None) -> tuple[list[Entry], str | None]:
    """The entries of a feed in UTF-8, and its language. Raises `Refused` with `malformed`."""
    import feedparser

    # feedparser takes hours for some broken feeds; a well-formed one of so many entries, seconds.
    markup = tidied(markup, _ENTRIES, MOST_ENTRIES + 1)
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base or ""}
    read = feedparser.parse(BytesIO(markup), response_headers=headers, sanitize_html=False)
    if not read.version and not read.entries:
        raise Refused("malformed", "It is no feed that can be read.")
    return list(map(_entry, read.entries)), read.feed.get("language")


def _entry(raw: Any) -> Entry:
    # `dict.get`, since feedparser's own gives a missing field the value of a similar one.
    published, updated = _time(raw, "published"), _time(raw, "updated")
    said = {
        "title": _line(raw.get("title")),
        "byline": [name for each in raw.get("authors", []) if (name := _line(each.get("name")))],
        "published_at": published or updated,
        "updated_at": updated,
        "categories": sorted({term for each in raw.get("tags", []) if (term := _line(each.get("term")))}),
    }
    return Entry(
        url=raw.get("link"),
        id=dict.get(raw, "id"),
        updated=dict.get(raw, "updated") or dict.get(raw, "published"),
        said=said,
        content=next(_contents(raw), None),
        summary=dict.get(raw, "summary"),
    )


def _contents(raw: Any) -> Iterator[str]:
    for content in raw.get("content", []):
        value = content.get("value")
        if value and str(content.get("type", "text/html")).startswith(("text/", "application/xhtml")):
            yield str(value)


def _time(raw: Mapping[str, Any], name: str) -> datetime | str | None:
    """A time of the entry; as it is written where that is no date."""
    parsed = dict.get(raw, f"{name}_parsed")  # type: ignore[call-overload]
    if isinstance(parsed, struct_time):
        try:
            return datetime(*parsed[:6], tzinfo=UTC)
        except ValueError:
            pass
    return dict.get(raw, name)  # type: ignore[call-overload,no-any-return]


def _line(value: object) -> str | None:
    """One line of plain text out of what may be HTML."""
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(unescape(_TAG.sub(" ", value)).split()) or None
