"""Addresses as they are asked for and as they are stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Refused
from ingest.fetch.addresses import asked, is_web, shown, stored


def test_only_http_is_the_web() -> None:
    """Addresses of other schemes, and paths, are none."""
    assert is_web("HTTPS://daily.example/a")
    assert not any(map(is_web, ("s3://bucket/a", "file:///a", "https", "http.txt", "-")))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ada:secret@daily.example/a?utm_source=x&id=7#top", "https://daily.example/a?id=7"),
        ("http://ada:secret@localhost:8000/a?b=c#d", "http://localhost:8000/a?b=c"),
        ("http://daily.example", "http://daily.example/"),
    ],
)
def test_stored(url: str, expected: str) -> None:
    """What is stored names the page, and neither a password nor where a reader came from."""
    assert stored(url) == expected


def test_no_password_is_shown() -> None:
    """Not even that of an address that cannot be taken apart."""
    assert shown("https://ada:secret@daily.example/a#b") == "https://daily.example/a"
    assert "secret" not in shown("http://ada:secret@[broken/a")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/a b", "https://daily.example/a%20b"),
        (" //other.example/a#b ", "https://other.example/a"),
        ("https://daily-example.cdn.ampproject.org/c/s/daily.example/a?b=c", "https://daily.example/a?b=c"),
        ("https://www.google.com/amp/daily.example/a", "http://daily.example/a"),
        ("https://cdn.ampproject.org/about", "https://cdn.ampproject.org/about"),
    ],
)
def test_asked(url: str, expected: str) -> None:
    """An address is resolved and spelled so that it can be sent; caches of AMP pages give way to the page."""
    assert asked(url, "https://daily.example/feed") == expected


@pytest.mark.parametrize(
    ("url", "code"),
    [("", "malformed"), ("http://", "malformed"), ("http://a:b:c/", "malformed"), ("http://[x/", "malformed"),
     ("https://daily.example/" + "a" * 2000, "malformed"), ("file:///etc/passwd", "unsupported"),
     ("gopher://daily.example/", "unsupported"), ("javascript:alert(1)", "unsupported")],
)  # fmt: skip
def test_what_is_no_address_of_a_page(url: str, code: str) -> None:
    """It is refused with a code and a sentence."""
    with pytest.raises(Refused) as refused:
        asked(url, "https://daily.example/feed")
    assert refused.value.code == code


@given(st.text() | st.text().map(lambda text: f"http://{text}") | st.text().map(lambda text: f"//a{text}"))
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    """Nothing that stands where an address should be stops a run."""
    try:
        url = asked(text, "https://daily.example/")
    except Refused:
        url = text
    assert isinstance(stored(url), str)
