"""Sitemaps (sitemaps.org), with those for news, and indexes of them. Each address is read as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO

from lxml import etree

from ingest.errors import Refused
from ingest.fetch.addresses import asked, stored
from ingest.model import Arrival
from ingest.sources.reading.origin import Origin
from ingest.sources.web.location import read_lists, read_pages
from ingest.sources.web.markup import plain_name, read_markup
from ingest.sources.web.reach import Address

FORMAT = "sitemap"
SUFFIXES: tuple[str, ...] = ()
MEDIA_TYPES: tuple[str, ...] = ()

# The protocol's own limits.
_MOST_BYTES, _MOST_ADDRESSES = 50 * 1024 * 1024, 50_000
# Indexes in indexes are against the protocol, but they are there.
_DEEPEST = 3
_ROOT = re.compile(
    rb"(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\])?\s*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
# What the elements of a news sitemap say of an article.
_FACTS = {
    "title": "title",
    "publication_date": "published_at",
    "language": "language",
    "keywords": "keywords",
}


def looks_like(head: bytes) -> bool:
    """Whether the input opens with the root of a sitemap."""
    return _ROOT.match(head) is not None


def read(stream: BufferedReader, origin: Origin) -> Iterator[Arrival]:
    """The page at every address, in the order of the sitemap; those of an index one after the other.

    Raises `Refused` with `too_large`, `malformed`, and as `decode` does.
    """
    return _Level(1).read(stream, origin)


class _Level:
    """Sitemaps `depth` deep in indexes, as a format."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.FORMAT, self.SUFFIXES, self.MEDIA_TYPES = FORMAT, SUFFIXES, MEDIA_TYPES

    def looks_like(self, head: bytes) -> bool:
        return looks_like(head)

    def read(self, stream: BufferedReader, origin: Origin) -> Iterator[Arrival]:
        data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise Refused("too_large", "The sitemap is larger than 50 MiB, the most that is allowed.")
        found = _Found(read_markup(data, origin.carried.get("charset")), origin)
        yield from read_pages(found.pages(), origin)
        if found.maps:
            if self.depth >= _DEEPEST:
                raise Refused("too_large", f"Indexes stand in indexes, more than {_DEEPEST} deep.")
            yield from read_lists(found.maps, origin, _Level(self.depth + 1))
        yield from found.rejects
        if found.is_cut:
            raise Refused(
                "too_large", f"It lists more than {_MOST_ADDRESSES:,} addresses; the rest was left."
            )


class _Found:
    """What a sitemap lists, as it is read: pages one by one, and then other sitemaps."""

    def __init__(self, markup: bytes, origin: Origin) -> None:
        self._markup, self._origin = markup, origin
        self.maps: list[Address] = []
        self.rejects: list[Arrival] = []
        self.is_cut = False

    def pages(self) -> Iterator[Address]:
        """Raises `Refused` with `malformed` for what is no sitemap."""
        count = 0
        for number, (kind, said) in enumerate(_listed(self._markup), 1):
            count += 1
            if count > _MOST_ADDRESSES:
                self.is_cut = True
                return
            try:
                address = _address(said, self._origin)
            except Refused as refusal:
                self.rejects.append(self._origin.record(number).reject(refusal.code, refusal.reason))
                continue
            if kind == "sitemap":
                self.maps.append(address)
            else:
                yield address


def _address(said: dict[str, str], origin: Origin) -> Address:
    base = origin.carried.get("url")
    url = asked(said.get("loc", ""), base if isinstance(base, str) else None)
    facts = {name: said[tag] for tag, name in _FACTS.items() if tag in said}
    return Address(url, stored(url), said.get("lastmod") or said.get("publication_date"), facts)


def _listed(markup: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Every `url` and `sitemap` of the document, with the texts in it by plain names."""
    steps = etree.iterparse(
        BytesIO(markup), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    is_sitemap = False
    for _, element in steps:
        name = plain_name(element)
        if name in ("urlset", "sitemapindex"):
            is_sitemap = True
        if name not in ("url", "sitemap"):
            continue
        is_sitemap = True
        yield name, {plain_name(each): text for each in element.iter() if (text := (each.text or "").strip())}
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    if not is_sitemap:
        raise Refused("malformed", "It is no sitemap that can be read.")
