"""WARC archives: the pages of a crawl, and what is wrong with one record costs that record alone."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from fastwarc.stream_io import BrotliWriter

from ingest.model import Raw, Reject
from reading import STORY, only, outcomes, read_bytes, refused

PAGE = f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>".encode()


def record(
    kind: str, block: bytes, url: str = "https://wire.example/a", said: str = "", **more: str
) -> bytes:
    """One record, as crawlers write it; `said` is its content type, `more` are further headers."""
    head = [f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T19:00:00Z"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    head += [
        f"Content-Type: {said or f'application/http; msgtype={kind}'}\r\nContent-Length: {len(block)}\r\n\r\n"
    ]
    return "\r\n".join(head).encode() + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """What a server sent."""
    said = {"Content_Type": "text/html; charset=utf-8"} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in said.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def brotli(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


def chunked(data: bytes) -> bytes:
    return b"14;x=y\r\n" + data[:20] + b"\r\n" + b"%x\r\n" % len(data[20:]) + data[20:] + b"\r\n0\r\n\r\n"


CRAWL = [
    record("warcinfo", b"software: crawler/1.0\r\n", said="application/warc-fields"),
    record("request", b"GET /a HTTP/1.1\r\nHost: wire.example\r\n\r\n"),
    record("response", answer()),
    record("metadata", b"fetchTimeMs: 40\r\n", said="application/warc-fields"),
    record("revisit", answer(b"")),
    record("response", answer(b"Gone.", "404 Not Found")),
    record("response", answer(b"\x89PNG", Content_Type="image/png")),
    record("response", b"20260303 wire.example 192.0.2.7", said="text/dns"),
    record("response", answer(b"%PDF-1.7"), WARC_Identified_Payload_Type="application/pdf"),
    record("response", answer(), "https://wire.example/b"),
]
PLAIN, PACKED = b"".join(CRAWL), b"".join(map(gzip.compress, CRAWL))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PLAIN, "crawl.warc"),
        (PACKED, "crawl.warc.gz"),
        (gzip.compress(PLAIN), "crawl.warc.gz"),
        (PLAIN, "crawl"),
        (PACKED, "crawl"),
    ],
)
def test_pages_are_found_among_the_records(data: bytes, name: str) -> None:
    """Pages keep the number of their record, whatever else there is, packed or not, by name or by content."""
    assert outcomes(data, name) == [(f"{name}#3", "html"), (f"{name}#10", "html")]


def test_a_page_carries_its_address_date_and_charset() -> None:
    """The record's target is the address, its date that of fetching, the server's charset helps to read."""
    told = answer(Content_Type='Text/HTML; Charset="ISO-8859-1"')
    found = only(read_bytes(record("response", told, "<https://wire.example/a?b=1>"), "a.warc"))
    assert found.data == PAGE
    assert found.fetched_at == datetime(2026, 3, 3, 19, tzinfo=UTC)
    assert dict(found.carried) == {
        "charset": "iso-8859-1",
        "media_type": "text/html",
        "url": "https://wire.example/a?b=1",
    }


@pytest.mark.parametrize("date", ["", "soon", "2026-03-03"])
def test_an_unusable_date_is_none(date: str) -> None:
    """A record whose date cannot be read is an article all the same."""
    data = record("response", answer()).replace(b"2026-03-03T19:00:00Z", date.encode())
    assert only(read_bytes(data, "a.warc")).fetched_at is None


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (brotli(PAGE), {"Content_Encoding": "br"}),
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (chunked(brotli(PAGE)), {"Transfer_Encoding": "chunked", "Content_Encoding": "br"}),
        (PAGE, {"Transfer_Encoding": "chunked", "Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "gzip"}),
    ],
)
def test_encodings_of_the_transfer_are_undone(body: bytes, headers: dict[str, str]) -> None:
    """A page is its own bytes, also where the crawler stored it decoded and kept the header."""
    assert only(read_bytes(record("response", answer(body, **headers)), "a.warc")).data == PAGE


def test_a_page_cut_in_its_transfer_counts_as_far_as_it_came() -> None:
    """Where the last chunk is missing, the page holds what came before."""
    data = record("response", answer(chunked(PAGE)[:-30], Transfer_Encoding="chunked"))
    found = only(read_bytes(data, "a.warc"))
    assert PAGE.startswith(found.data)
    assert len(found.data) > 50


def test_pages_without_a_server() -> None:
    """A resource that is said to be HTML is a page; a response that does not say what it is counts if it looks so."""
    data = record("resource", PAGE, said="text/html") + record("resource", b"{}", said="application/json")
    data += record("response", answer(Content_Type="")) + record("response", answer(b"0 1", Content_Type=""))
    assert outcomes(data, "a.warc") == [("a.warc#1", "html"), ("a.warc#3", "html")]


@pytest.mark.parametrize(("data", "name"), [(PLAIN, "a.warc"), (PACKED, "a.warc.gz")])
def test_a_truncated_archive_costs_its_last_record_alone(data: bytes, name: str) -> None:
    """Wherever the archive ends within its last record, that one is a reject and all before it are read."""
    last = len(CRAWL[-1] if name == "a.warc" else gzip.compress(CRAWL[-1]))
    for cut in range(20, last - 3, 17):
        first, reject = read_bytes(data[:-cut], name)
        assert isinstance(first, Raw)
        assert isinstance(reject, Reject)
        assert (first.source_uri, reject.code) == (f"{name}#3", "malformed")
        assert reject.source_uri in (f"{name}#10", name)
    assert reject.reason.endswith(".")


def test_damage_ends_the_archive_after_what_came_before() -> None:
    """Where no record begins, or the packing is damaged, the rest is one reject."""
    whole = [("a.warc#3", "html"), ("a.warc", "malformed")]
    assert outcomes(b"".join(CRAWL[:3]) + b"no record\r\n" * 9 + PLAIN, "a.warc") == whole
    third = len(b"".join(map(gzip.compress, CRAWL[:3])))
    damaged = PACKED[: third + 20] + b"\xff" * 30 + PACKED[third + 50 :]
    found = outcomes(damaged, "a.warc.gz")
    assert found[0] == ("a.warc.gz#3", "html")
    assert found[-1] == ("a.warc.gz", "malformed")


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (b"%PDF-1.7 ...", {}, "unsupported"),
        (b"", {}, "empty"),
        (gzip.compress(PAGE)[:-12], {"Content_Encoding": "gzip"}, "malformed"),
        (brotli(PAGE)[:-12], {"Content_Encoding": "br"}, "malformed"),
    ],
)
def test_a_page_that_is_none_is_a_reject(body: bytes, headers: dict[str, str], code: str) -> None:
    """What a server called a page and is none, or is broken, is set aside with its address and number."""
    data = record("response", answer(body, **headers)) + record("response", answer())
    reject, page = read_bytes(data, "a.warc")
    assert isinstance(reject, Reject)
    assert (reject.source_uri, reject.code, reject.carried["url"]) == (
        "a.warc#1",
        code,
        "https://wire.example/a",
    )
    assert page.source_uri == "a.warc#2"


def test_an_archive_without_pages_says_so() -> None:
    """An archive that holds other records alone is one reject."""
    reject = refused(read_bytes(PLAIN[: len(CRAWL[0]) + len(CRAWL[1])], "a.warc"))
    assert (reject.code, reject.reason) == ("empty", "None of the 2 records in it is a page.")


def test_archives_stand_in_archives() -> None:
    """A crawl inside another container has an address inside it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("day/crawl.warc.gz", PACKED)
    assert outcomes(inner.getvalue(), "week.zip")[0] == ("week.zip!/day/crawl.warc.gz#3", "html")
