"""Addresses of one page have one spelling, and addresses of two pages stay two."""

import pytest

from ingest.extract.urls import absolute, clean, domain_in, is_front_page, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://WWW.Harbour.example/News/Ferry", "https://www.harbour.example/News/Ferry"),
        ("https://harbour.example/a?utm_source=x&fbclid=1&b=2&a=1#top", "https://harbour.example/a?a=1&b=2"),
        ("https://harbour.example:443/a//b", "https://harbour.example/a/b"),
        ("https://user:secret@harbour.example/a", "https://harbour.example/a"),
        ("https://harbour.example", "https://harbour.example/"),
        ("https://harbour.example/story-5?ref=front", "https://harbour.example/story-5"),
    ],
)
def test_one_spelling(url: str, expected: str) -> None:
    """Case of the host, tracking, fragment, default port and password make no other page."""
    assert clean(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/article.php?cid=17",
        "https://harbour.example/?20240305",
        "https://harbour.example/story.asp?source=4&eid=9",
    ],
)
def test_query_that_names_the_page_stays(url: str) -> None:
    """Where a program makes the pages, parameters are not tracking because of their name alone."""
    assert set((clean(url) or "").partition("?")[2].split("&")) == set(url.partition("?")[2].split("&"))


def test_relative_addresses_are_resolved() -> None:
    """A relative address is taken from the page it stands on."""
    assert clean("/ferry", "https://harbour.example/news/5") == "https://harbour.example/ferry"


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "ferry",
            "ftp://harbour.example/a",
            "javascript:void(0)",
            "mailto:a@b.example",
            "http://",
            None,
            5,
        ),
        *("http://[bad/", "https://nodots/", "https://harbour.example/" + "x" * 3000),
    ],
)
def test_what_is_no_web_address_is_none(url: object) -> None:
    """Anything but an address of the web is none."""
    assert clean(url) is None
    assert absolute(url) is None


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.harbour.example/a", "harbour.example"),
        ("https://news.harbour.co.uk/a", "harbour.co.uk"),
        ("https://edition.harbour.com:8080/a", "harbour.com"),
        ("https://news.harbour.example/a", "harbour.example"),
        (None, None),
        ("not an address", None),
    ],
)
def test_site(url: str | None, site: str | None) -> None:
    """The site is the registrable domain."""
    assert site_of(url) == site


def test_domain_in_a_name() -> None:
    """A site's name may be a domain; a name with spaces is not."""
    assert domain_in("Harbour.example") == "harbour.example"
    assert domain_in("https://www.harbour.example/") == "harbour.example"
    assert domain_in("The Harbour Post") is None
    assert domain_in(None) is None


def test_front_page() -> None:
    """A site's front page has neither path nor query."""
    assert is_front_page("https://harbour.example/")
    assert not is_front_page("https://harbour.example/?p=5")
