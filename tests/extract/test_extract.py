"""One call extracts every kind of article, or says why it cannot."""

import pytest

from ingest.errors import Refused
from ingest.extract import extract
from ingest.model import Raw


def raw(form: str, data: bytes) -> Raw:
    return Raw("default", "a", form, data)  # type: ignore[arg-type]


def test_every_format() -> None:
    """Text, pages and records give text of their media type."""
    assert extract(raw("text", b"One.\r\n")).text == "One.\r\n"
    assert extract(raw("text", b"One.")).media_type == "text/plain"
    assert extract(raw("html", b"<p>One story.</p>")).text.strip() == "One story."
    assert extract(raw("record", b'{"text": "One."}')).text == "One."


def test_plain_text_says_nothing_of_itself() -> None:
    """Of a plain text no title, address or date is made up."""
    found = extract(raw("text", b"Harbour news\n\nMarch 5, 2024\nBy Jane Doe\n"))
    assert (found.title, found.byline, found.published_at, found.canonical_url) == (None,) * 4


@pytest.mark.parametrize(
    ("form", "data", "code"),
    [
        ("html", b"<html><body></body></html>", "no_text"),
        ("html", b"<!-- x -->", "no_text"),
        ("record", b'{"text": " "}', "no_text"),
        ("record", b'{"html": "<p></p>"}', "no_text"),
        ("record", b"{", "malformed"),
        ("text", bytes(range(256)) * 4, "unsupported"),
    ],
)
def test_refusals(form: str, data: bytes, code: str) -> None:
    """What has no text, is no record or is binary is refused with its code."""
    with pytest.raises(Refused) as refusal:
        extract(raw(form, data))
    assert refusal.value.code == code
