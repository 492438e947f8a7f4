"""A publication date is one that is marked as such, and the mark is named."""

from datetime import UTC, datetime

import pytest

from ingest.extract.dom import parse
from ingest.extract.metatags import Meta
from ingest.extract.published import modified, published

DAY = datetime(2024, 3, 5, tzinfo=UTC)


def found(
    markup: str, node: dict[str, object] | None = None, url: str | None = None
) -> tuple[object, object]:
    root = parse(f"<html>{markup}</html>")
    assert root is not None
    return published(root, Meta(root), (node,), url)


def test_order_of_sources() -> None:
    """JSON-LD comes before meta tags, those before a time element, that before the address."""
    meta = '<meta property="article:published_time" content="2024-03-06">'
    time = '<article><h1>F</h1><time datetime="2024-03-07">x</time></article>'
    url = "https://harbour.example/2024/03/08/ferry"
    assert found(meta + time, {"datePublished": "2024-03-05"}, url) == (DAY, "json-ld")
    assert found(meta + time, {"datePublished": "soon"}, url) == (DAY.replace(day=6), "meta")
    assert found(time, None, url) == (DAY.replace(day=7), "time")
    assert found("<p>x</p>", None, url) == (DAY.replace(day=8), "url")
    assert found("<p>x</p>") == (None, None)


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="date" content="2024-03-05"><p>x</p>',
        '<meta name="DC.date.issued" content="2024-03-05"><p>x</p>',
        '<meta itemprop="datePublished" content="2024-03-05"><p>x</p>',
    ],
)
def test_meta_names(markup: str) -> None:
    """The usual names of meta tags are known, in any case."""
    assert found(markup) == (DAY, "meta")


@pytest.mark.parametrize(
    ("markup", "origin"),
    [
        ('<body><p><time pubdate datetime="2024-03-05">x</time></p>', "time"),
        ('<body><time itemprop="datePublished" datetime="2024-03-05">x</time>', "time"),
        ("<body><article><h1>F</h1><div><time>March 5, 2024</time></div></article>", "time"),
        ('<body><span itemprop="datePublished">March 5, 2024</span>', "page"),
    ],
)
def test_times_that_count(markup: str, origin: str) -> None:
    """A marked time, and one in the headline's own header, are the publication."""
    assert found(markup) == (DAY, origin)


@pytest.mark.parametrize(
    "markup",
    [
        '<body><div class="weather"><time datetime="2024-03-05">4 C</time></div><article><h1>F</h1>',
        '<body><header class="masthead"><time datetime="2024-03-05">x</time></header><article><h1>F</h1>',
        '<body><article><h1>F</h1></article><div class="comments"><time datetime="2024-03-05">x</time></div>',
        '<body><article><h1>F</h1></article><aside><time datetime="2024-03-05">x</time></aside>',
        '<body><article><h1>F</h1><time class="updated" datetime="2024-03-05">x</time></article>',
        '<body><div><h1>F</h1><time datetime="2024-03-05">x</time><h1>G</h1></div>',
        "<body><p>Tuesday, March 5, 2024</p><article><h1>F</h1><p>On March 5, 2024 it sailed.</p></article>",
    ],
)
def test_times_that_do_not_count(markup: str) -> None:
    """A date in a widget, masthead, comment, rail or sentence is not the publication."""
    assert found(markup) == (None, None)


def test_modified() -> None:
    """The last change is read from JSON-LD or meta tags."""
    root = parse('<meta property="article:modified_time" content="2024-03-05"><p>x</p>')
    assert root is not None
    assert modified(root, Meta(root), (None,)) == DAY
    assert modified(root, Meta(root), ({"dateModified": "2024-03-06"},)) == DAY.replace(day=6)
