"""The title is the article's, without the site's name."""

import pytest

from ingest.extract.dom import parse
from ingest.extract.metatags import Meta
from ingest.extract.titles import choose_title, headings, own_names, without_site

SITES = ["The Harbour Post", "harbour.example"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ferry sails again | The Harbour Post", "Ferry sails again"),
        ("Ferry sails again - The Harbour Post", "Ferry sails again"),
        ("Ferry sails again – News – The Harbour Post", "Ferry sails again"),
        ("The Harbour Post: Ferry sails again", "The Harbour Post: Ferry sails again"),
        ("The Harbour Post | Ferry sails again", "Ferry sails again"),
        ("Ferry sails again - at last", "Ferry sails again - at last"),
        ("Self-made man wins vote", "Self-made man wins vote"),
        ("Ferry | Harbour | Weather", "Ferry | Harbour | Weather"),
    ],
)
def test_site_is_taken_off(name: str, expected: str) -> None:
    """A known site's name goes from either end; a dash inside a title stays."""
    assert without_site(name, SITES, []) == expected


def test_heading_shows_where_the_title_ends() -> None:
    """What follows the page's own heading is not the title, also when the site's name is unknown."""
    assert without_site("Ferry sails again - Post", [], ["Ferry sails again"]) == "Ferry sails again"


def title_of(markup: str) -> str | None:
    root = parse(markup)
    assert root is not None
    return choose_title(None, own_names(root, Meta(root)), headings(root), SITES)


def test_title_from_open_graph_heading_or_title() -> None:
    """Open graph comes first, then the heading, then the title tag; entities and spaces are cleaned."""
    page = "<title>T - The Harbour Post</title>{}<body>{}<p>x</p></body>"
    graph = '<meta property="og:title" content="Ferry &amp;amp; quay\n reopen">'
    assert title_of(page.format(graph, "<h1>H</h1>")) == "Ferry & quay reopen"
    assert title_of(page.format("", "<h1>Ferry <em>sails</em></h1>")) == "Ferry sails"
    assert title_of(page.format("", "")) == "T"


def test_site_name_alone_is_no_title() -> None:
    """A page that only says the site's name has no title."""
    assert title_of("<title>The Harbour Post</title><p>x</p>") is None


def test_headings_in_rails_do_not_count() -> None:
    """A heading in a footer or a related list is another article's."""
    root = parse("<footer><h1>Other</h1></footer><div class='related'><h1>More</h1></div><h1>Ferry</h1>")
    assert root is not None
    assert headings(root) == ["Ferry"]
