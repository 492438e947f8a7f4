"""Reads addresses: whatever stands at a location, and the pages that a list names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from ingest.binary import binary_kind
from ingest.errors import Refused
from ingest.fetch import PASSING, Fetched
from ingest.fetch.addresses import asked
from ingest.model import Arrival, Form, Reject, Visit
from ingest.sources import html
from ingest.sources.reading.formats import Format, claimed
from ingest.sources.reading.limits import HEAD
from ingest.sources.reading.origin import Origin, is_blank
from ingest.sources.reading.stream import read_stream
from ingest.sources.web.reach import Address

_Reading = Callable[[Fetched, Origin], Iterator[Arrival]]


def read_location(url: str, origin: Origin, forced: Format | None = None) -> Iterator[Arrival]:
    """What stands at an address that a person names, of any kind; `origin` has its stored address."""

    def read(fetched: Fetched, origin: Origin) -> Iterator[Arrival]:
        called = origin.saying({"media_type": fetched.media_type})
        return read_stream(BytesIO(fetched.body), called, forced=forced)

    yield from _read([Address(url, origin.uri)], origin, read)


def read_pages(addresses: Iterable[Address], origin: Origin) -> Iterator[Arrival]:
    """The articles at addresses that the list at `origin` names."""
    return _read(addresses, origin, _page)


def read_lists(addresses: Iterable[Address], origin: Origin, forced: Format) -> Iterator[Arrival]:
    """What is in the lists that the list at `origin` names."""
    return _read(
        addresses, origin, lambda fetched, here: read_stream(BytesIO(fetched.body), here, forced=forced)
    )


def _read(addresses: Iterable[Address], origin: Origin, read: _Reading) -> Iterator[Arrival]:
    if origin.web is None:
        raise Refused("unsupported", "It lists addresses on the web, which are not fetched here.")
    for address, outcome in origin.web.fetch(origin.source, addresses):
        here = origin.part(address.uri).saying(address.facts)
        known = Visit(origin.source, address.uri, address.mark)
        if outcome is None:
            yield replace(known, is_known=True)
        elif isinstance(outcome, Refused):
            yield from _own(address, here, outcome)
        else:
            yield from _answer(outcome, here, known, read)


def _answer(fetched: Fetched, origin: Origin, visit: Visit, read: _Reading) -> Iterator[Arrival]:
    """What an answer holds, and then that it was read, unless some of it could not be had this time."""
    told = fetched.validators
    visit = replace(visit, etag=told.etag, last_modified=told.last_modified)
    if fetched.is_same:
        yield replace(visit, is_known=True)
        return
    facts = {"url": fetched.url, "charset": fetched.charset, "redirects": [*fetched.redirects]}
    here = replace(origin.saying(facts, fetched.at), data=fetched.body, size=len(fetched.body))
    is_complete = True
    try:
        for arrival in read(fetched, here):
            is_complete &= not (isinstance(arrival, Reject) and _is_to_come(arrival, here))
            yield arrival
    except Refused as refusal:
        is_complete = False
        yield here.reject(refusal.code, refusal.reason)
    if is_complete:
        yield visit


def _is_to_come(reject: Reject, origin: Origin) -> bool:
    """Whether what was set aside is to be fetched again: what may pass, and answers of no use as a whole."""
    return reject.code in PASSING or reject.source_uri == origin.uri


def _own(address: Address, origin: Origin, refusal: Refused) -> Iterator[Arrival]:
    """The article as the list itself holds it, where the page is not to be had for good."""
    if address.own is None or refusal.code in PASSING:
        yield origin.reject(refusal.code, refusal.reason)
        return
    facts = {"url": asked(address.url), "charset": "utf-8"}
    yield origin.saying(facts).raw("html", address.own)
    yield Visit(origin.source, address.uri, address.mark)


def _page(fetched: Fetched, origin: Origin) -> Iterator[Arrival]:
    """A page as an article. Raises `Refused` for what is none, whatever the server calls it."""
    if is_blank(fetched.body):
        raise Refused("empty", "The server sends an empty page.")
    yield origin.raw(_form(fetched), fetched.body)


def _form(fetched: Fetched) -> Form:
    head, called = fetched.body[:HEAD], fetched.media_type or "text/html"
    kind = binary_kind(head)
    if kind:
        raise Refused("unsupported", f"The server calls it {called}, but the content is {kind}.")
    found = claimed(head)
    if called in html.MEDIA_TYPES or (found and found.FORMAT == html.FORMAT):
        return "html"
    if called.startswith("text/") and found is None:
        return "text"
    raise Refused("unsupported", f"It is no page: the server calls it {called}.")
