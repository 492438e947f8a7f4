"""The entries of a feed, whatever its kind: what each says of an article, and where that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from ingest.carried import facts, to_json
from ingest.errors import Refused
from ingest.fetch.addresses import asked, stored
from ingest.identity import sha256
from ingest.model import Arrival, Visit
from ingest.sources.reading.origin import Origin
from ingest.sources.web.location import read_pages
from ingest.sources.web.reach import Address

# What is read of one feed; those of news sites have a few hundred entries at most.
MOST_ENTRIES = 10_000
# A summary with so many words is no teaser: many feeds put the whole article there.
_WORDS_OF_AN_ARTICLE = 100
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` and `updated` name its version; `content` is the article as HTML, where it is there."""

    url: str | None
    id: str | None
    updated: str | None
    said: Mapping[str, object] = field(default_factory=dict)
    content: str | None = None
    summary: str | None = None


def read_entries(entries: Sequence[Entry], origin: Origin, base: str | None) -> Iterator[Arrival]:
    """The articles of a feed's entries: from their pages, where they name one, else from the feed itself."""
    linked: list[Address] = []
    for entry in entries[:MOST_ENTRIES]:
        try:
            linked.append(_address(entry, base))
        except Refused:
            yield from _unlinked(entry, origin)
    yield from read_pages(linked, origin)
    if len(entries) > MOST_ENTRIES:
        raise Refused("too_large", f"It has more than {MOST_ENTRIES:,} entries; the rest was left.")


def _address(entry: Entry, base: str | None) -> Address:
    """Raises `Refused` where the entry names no address that can be read."""
    url = asked(entry.url or "", base)
    said = facts({**_said(entry), "guid": entry.id})
    return Address(url, stored(url), _mark(entry, said), said, _article(entry))


def _unlinked(entry: Entry, origin: Origin) -> Iterator[Arrival]:
    """An entry that is itself the article."""
    said = facts(_said(entry))
    name = entry.id or sha256(to_json(said).encode("utf-8"))
    here = origin.part(f"{origin.uri}#{name}").saying({**said, "id": name})
    article = _article(entry)
    if article is None:
        yield here.reject("no_text", "The entry has neither the address of a page nor a text of its own.")
        return
    yield here.saying({"charset": "utf-8"}).raw("html", article)
    yield Visit(here.source, here.uri, _mark(entry, said))


def _said(entry: Entry) -> dict[str, object]:
    return {**entry.said, "summary": None if entry.summary == entry.content else entry.summary}


def _mark(entry: Entry, said: Mapping[str, object]) -> str:
    """Another one for every version of the entry."""
    told = f"{entry.id or entry.url} {entry.updated}"
    if not entry.updated:
        told = f"{to_json(said)} {entry.content or ''}"
    return sha256(told.encode("utf-8", "replace"))


def _article(entry: Entry) -> bytes | None:
    """The entry's own text as a page, where it has one."""
    body = entry.content
    if not body and len(_TAG.sub(" ", entry.summary or "").split()) >= _WORDS_OF_AN_ARTICLE:
        body = entry.summary
    if not body or not _TAG.sub("", body).strip():
        return None
    title = escape(str(entry.said.get("title") or ""))
    page = f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>"
    return page.encode("utf-8", "replace")
