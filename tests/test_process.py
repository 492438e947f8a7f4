"""One raw article through extract, clean and fields."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.normalise import tokens
from ingest.model import Document, Raw, Reject
from ingest.process import process

BODY = (
    "The harbour board voted on Tuesday evening to close the old ferry quay for good, its chairwoman said.\n\n"
    "Fishermen who land their catch there were given until the end of autumn to move to the new basin."
)
LINES = st.sampled_from(
    [
        *BODY.split("\n\n"),
        "- Advertisement -",
        "SEE ALSO: A quay of their own",
        "© 2026 Bugle Media. All rights reserved. www.bugle.example",
        "“What a day!” he said.",
        "— Petra Aalto (@petra_aalto) March 3, 2026",
        "Photo: Mara Lind/Bugle",
        "0 Comments",
        "4.2 C",
        "",
        "   ",
    ]
)


def text(data: str, source_uri: str = "a.txt") -> Document:
    document = process(Raw("default", source_uri, "text", data.encode()))
    assert isinstance(document, Document)
    return document


def test_plain_text() -> None:
    """A dirty text becomes a document with clean text, headline, language, site, counts and hashes."""
    found = text(
        f"Ferry quay to close\n\n{BODY}\n\n© 2026 Bugle Media. All rights reserved. www.bugle.example"
    )
    assert found.text == f"Ferry quay to close\n\n{BODY}"
    assert (found.title, found.language, found.site) == ("Ferry quay to close", "en", "bugle.example")
    assert (found.media_type, found.word_count) == ("text/plain", len(found.text.split()))
    assert [cut.kind for cut in found.cuts] == ["copyright"]
    assert (found.published_at, found.published_from) == (None, None)


def test_a_record() -> None:
    """A record's own fields are kept, with the unknown ones as JSON."""
    record = {
        "text": BODY,
        "url": "https://bugle.example/quay?utm_source=feed",
        "title": "Quay",
        "published_at": "2026-03-03T19:00:00+01:00",
        "language": "en",
        "desk": {"city": True},
    }
    found = process(Raw("wire", "a.jsonl#1", "record", json.dumps(record).encode()))
    assert isinstance(found, Document)
    assert (found.title, found.site, found.source) == ("Quay", "bugle.example", "wire")
    assert (found.published_at, found.published_from) == (datetime(2026, 3, 3, 18, tzinfo=UTC), "record")
    assert found.canonical_url == "https://bugle.example/quay"
    assert json.loads(found.extra) == {"desk": {"city": True}}


def test_the_version_follows_the_content() -> None:
    """Another place leaves the version as it is; another word or field makes a new one."""
    assert text(BODY).version_hash == text(BODY, "b.txt").version_hash
    assert text(BODY).version_hash != text(BODY + " Really.").version_hash


def test_what_cannot_be_read_is_rejected_with_its_bytes() -> None:
    """A reject says what is wrong and keeps the bytes for a replay."""
    data = b'{"headline": "no text here"}'
    found = process(Raw("default", "a.jsonl#1", "record", data))
    assert isinstance(found, Reject)
    assert (found.code, found.data, found.size) == ("malformed", data, len(data))
    assert found.reason.endswith(".")


@pytest.mark.parametrize("format_", ["text", "html", "record"])
@given(data=st.binary(max_size=200))
def test_no_bytes_raise(format_: str, data: bytes) -> None:
    """Whatever the bytes are, the outcome is a document or a reject."""
    assert isinstance(process(Raw("default", "x", format_, data)), Document | Reject)  # type: ignore[arg-type]


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_clean_text_and_cuts_give_back_the_input(lines: list[str], newline: str) -> None:
    """Whatever is cut, nothing is lost: the cuts put back make the decoded input, byte for byte."""
    data = newline.join(lines)
    found = process(Raw("default", "a.txt", "text", data.encode()))
    if isinstance(found, Reject):
        assert not tokens(data)
        return
    rebuilt, at, rest = [], 0, found.text
    for cut in found.cuts:
        kept = cut.start - at
        rebuilt += [rest[:kept], found.extracted_text[cut.start : cut.stop]]
        rest, at = rest[kept:], cut.stop
    assert "".join([*rebuilt, rest]) == found.extracted_text == data


def test_what_comes_through_standard_input_has_its_bytes_as_identity() -> None:
    """Two texts piped in one after the other are two documents, the same one twice is one."""
    assert text(BODY, "-").doc_id == text(BODY, "-").doc_id != text(BODY + " More.", "-").doc_id
