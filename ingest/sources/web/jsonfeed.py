"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from ingest.decode import decode
from ingest.errors import Refused
from ingest.sources.web.entries import Entry


def parse(data: bytes, charset: object) -> tuple[list[Entry], str | None]:
    """The entries of a feed and its language. Raises `Refused` with `malformed`, and as `decode` does."""
    try:
        feed = json.loads(decode(data, charset=charset))
    except (ValueError, RecursionError) as error:
        raise Refused("malformed", f"The JSON of the feed is broken: {error}.") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise Refused("malformed", "It is no JSON Feed: it has no list of items.")
    return [_entry(item) for item in items if isinstance(item, dict)], _text(feed.get("language"))


def _entry(item: dict[str, Any]) -> Entry:
    authors = item.get("authors")
    authors = authors if isinstance(authors, list) else [item.get("author")]
    plain = _text(item.get("content_text"))
    tags = item.get("tags")
    said = {
        "title": _text(item.get("title")),
        "byline": [author.get("name") for author in authors if isinstance(author, dict)],
        "published_at": item.get("date_published"),
        "updated_at": item.get("date_modified"),
        "categories": sorted(map(str, tags)) if isinstance(tags, list) else None,
        "language": item.get("language"),
    }
    name = item.get("id")
    return Entry(
        url=_text(item.get("url")) or _text(item.get("external_url")),
        id=None if name is None else str(name),
        updated=_text(item.get("date_modified")) or _text(item.get("date_published")),
        said=said,
        content=_text(item.get("content_html")) or (_paragraphs(plain) if plain else None),
        summary=_text(item.get("summary")),
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
