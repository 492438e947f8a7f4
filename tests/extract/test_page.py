"""A page gives its article with all that it says of itself."""

from datetime import UTC, date, datetime

import pytest

from ingest.errors import Refused
from ingest.extract.page import extract_page, read_page

BODY = "".join(
    f"<p>Paragraph {n}: the harbour office said the ferry would sail again, and that fares stay the same.</p>"
    for n in range(6)
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Ferry sails again | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<link rel="canonical" href="https://www.harbour.example/news/ferry?utm_source=feed">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry sails again",
"datePublished": "2024-03-05T10:30:00+01:00", "dateModified": "2024-03-06",
"author": [{{"name": "Jane Doe"}}, {{"name": "The Harbour Post"}}]}}</script></head>
<body><div class="weather"><time datetime="2024-01-01">4.2 C</time></div>
<article><h1>Ferry sails again</h1>{BODY}
<blockquote class="twitter-tweet"><p>Back on Monday!</p>&mdash; Harbour Office (@harbour)
<a href="https://twitter.com/harbour/status/5">March 4, 2024</a></blockquote></article></body></html>"""


def test_all_fields_of_a_page() -> None:
    """Text, addresses, site, title, byline, dates, language and posts are read in one go."""
    page = read_page(PAGE)
    assert page.text.startswith("Paragraph 0:")
    assert page.media_type == "text/html"
    assert page.url == "https://www.harbour.example/news/ferry?utm_source=feed"
    assert page.canonical_url == "https://www.harbour.example/news/ferry"
    assert page.site == "harbour.example"
    assert page.title == "Ferry sails again"
    assert page.byline == "Jane Doe"
    assert page.published_at == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert page.published_from == "json-ld"
    assert page.modified_at == datetime(2024, 3, 6, tzinfo=UTC)
    assert page.language == "en"
    assert [(post.platform, post.handle, post.posted_on) for post in page.embeds] == [
        ("x", "harbour", date(2024, 3, 4))
    ]


def test_page_that_says_nothing_of_itself() -> None:
    """Without any field there is only text: nothing is made up."""
    page = read_page(f"<p>x</p>{BODY}")
    said = (
        page.url,
        page.canonical_url,
        page.site,
        page.title,
        page.byline,
        page.published_at,
        page.language,
    )
    assert said == (None,) * 7
    assert page.embeds == ()


@pytest.mark.parametrize(
    ("link", "url", "canonical"),
    [
        ("/ferry", "https://harbour.example/a?id=5", "https://harbour.example/ferry"),
        ("https://harbour.example/", "https://harbour.example/a", "https://harbour.example/a"),
        ("https://wire.example/ferry", "https://harbour.example/a", "https://harbour.example/a"),
        ("javascript:void(0)", "https://harbour.example/a#top", "https://harbour.example/a"),
        ("", "https://harbour.example/a?utm_medium=x", "https://harbour.example/a"),
        ("https://harbour.example/", "https://harbour.example/", "https://harbour.example/"),
        ("/ferry", None, None),
    ],
)
def test_canonical_address(link: str, url: str | None, canonical: str | None) -> None:
    """The canonical link counts unless it names the front page, another site or no page at all."""
    page = read_page(
        f'<html><head><link rel="canonical" href="{link}"></head><body>{BODY}</body></html>', url
    )
    assert page.canonical_url == canonical


def test_given_address_is_kept_as_it_is() -> None:
    """The address under which a page was fetched is its `url`, whatever it says of itself."""
    assert read_page(PAGE, "https://m.harbour.example/x#y").url == "https://m.harbour.example/x#y"


def test_mojibake_in_a_page() -> None:
    """Mojibake in text and title is repaired, also beside scripts that look like it."""
    markup = f"<script>var map = 'ÀÁÂÃÄ';</script><h1>CafÃ© reopens</h1><p>Itâ€™s open.</p>{BODY}"
    page = read_page(markup)
    assert page.title == "Café reopens"
    assert "It’s open." in page.text


def test_bytes_are_decoded_as_declared() -> None:
    """A file's own declaration of its charset is heeded."""
    data = f'<meta charset="windows-1251"><h1>Паром</h1><p>Паром снова ходит.</p>{BODY}'.encode("cp1251")
    assert extract_page(data, {}).title == "Паром"


def test_no_element_no_page() -> None:
    """Markup without any element is refused as a page without text."""
    with pytest.raises(Refused) as refusal:
        read_page("<!-- nothing -->")
    assert refusal.value.code == "no_text"
