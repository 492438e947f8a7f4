"""Feeds: RSS 0.9 to 2.0, Atom, JSON Feed. Each entry's article is read from its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from ingest.errors import Refused
from ingest.fetch.addresses import is_web
from ingest.model import Arrival
from ingest.sources.reading.origin import Origin
from ingest.sources.web import jsonfeed, syndication
from ingest.sources.web.entries import read_entries
from ingest.sources.web.markup import read_markup

FORMAT = "feed"
SUFFIXES = (".rss", ".atom")
MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")

# The largest feeds of news sites have a few megabytes.
_MOST = 16 * 1024 * 1024
_XML = re.compile(
    rb"(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\])?\s*>\s*)*"
    rb"<(?:rss[\s>]|(?:\w+:)?rdf[\s>]|(?:atom:)?feed[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb'\s*\{.*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)


def looks_like(head: bytes) -> bool:
    """Whether the input opens with the root of a feed."""
    return _XML.match(head) is not None or _JSON.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Arrival]:
    """The article of every entry: first of those that name no page, then of the others, in their order.

    Raises `Refused` with `too_large`, `malformed`, and as `decode` does.
    """
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise Refused("too_large", f"The feed is larger than {_MOST // 1024**2} MiB, the most that is read.")
    charset, url = origin.carried.get("charset"), origin.carried.get("url")
    base = url if isinstance(url, str) and is_web(url) else None
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        entries, language = jsonfeed.parse(data, charset)
    else:
        entries, language = syndication.parse(read_markup(data, charset), base)
    if language and "language" not in origin.carried:
        origin = origin.saying({"language": language})
    return read_entries(entries, origin, base)
