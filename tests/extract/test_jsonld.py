"""JSON-LD is read even where it is not quite JSON, and the node taken is that of the page."""

import json

import pytest

from ingest.extract.dom import parse
from ingest.extract.jsonld import article_of, clean_text, fold, names_of, page_of, read_nodes, text_in

ARTICLE = {"@type": "NewsArticle", "headline": "Ferry sails again", "url": "https://harbour.example/ferry"}
OTHER = {"@type": "NewsArticle", "headline": "Market closes", "url": "https://harbour.example/market"}
ADDRESSES = {"https://harbour.example/ferry"}
TITLES = {fold("Ferry sails again")}


def nodes_of(script: str) -> list[dict[str, object]]:
    root = parse(f'<html><head><script type="application/ld+json">{script}</script></head><p>x</p></html>')
    assert root is not None
    return read_nodes(root)


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([ARTICLE]),
        json.dumps({"@graph": [{"@type": "WebSite"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE).replace('"', "&quot;"),
        json.dumps({"@type": "WebSite"}) + "\n" + json.dumps(ARTICLE),
        json.dumps(ARTICLE).replace("sails again", "sails\tagain"),
    ],
)
def test_article_is_found_in_every_wrapping(script: str) -> None:
    """Objects, lists, graphs, CDATA, comments, trailing commas, entities and sequences are all read."""
    article = article_of(nodes_of(script), ADDRESSES, TITLES)
    assert text_in(article, "headline") == "Ferry sails again"


@pytest.mark.parametrize("script", ["", "{", "[" * 5000, "null", '"text"', "var x = 5;", '{"a": }'])
def test_broken_scripts_are_no_article(script: str) -> None:
    """A script that is no JSON gives no article and no error."""
    assert article_of(nodes_of(script), ADDRESSES, TITLES) is None


def test_node_of_the_page_wins_over_related_ones() -> None:
    """Among several articles the one with the page's address is taken, wherever it stands."""
    assert article_of([OTHER, ARTICLE], ADDRESSES, set()) == ARTICLE


def test_headline_tells_where_addresses_do_not() -> None:
    """Without a fitting address the headline decides."""
    assert article_of([OTHER, ARTICLE], set(), TITLES) == ARTICLE


def test_strange_articles_are_not_taken() -> None:
    """Several articles of which none fits, or a single one of another page, are not this page's."""
    assert article_of([OTHER, {**OTHER, "headline": "Rain"}], ADDRESSES, TITLES) is None
    assert article_of([OTHER], ADDRESSES, TITLES) is None


def test_lists_of_other_pages_are_left_alone() -> None:
    """An item list's articles are not candidates at all."""
    listing = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}
    assert article_of(nodes_of(json.dumps(listing)), set(), set()) is None


def test_types_may_be_lists_and_addresses() -> None:
    """A type may be one of several and written as an address."""
    node = {**ARTICLE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]}
    assert article_of([node], ADDRESSES, TITLES) == node


def test_page_node() -> None:
    """The page's own node is told from the site's."""
    assert page_of([{"@type": "WebSite"}, {"@type": "WebPage", "name": "x"}]) == {
        "@type": "WebPage",
        "name": "x",
    }
    assert page_of([ARTICLE]) is None


def test_names() -> None:
    """Names come from strings, nodes, lists and references by id."""
    nodes: list[dict[str, object]] = [{"@type": "Person", "@id": "#ana", "name": "Ana Silva"}]
    authors = ["Jo Berg", {"name": "Lin Wu"}, {"@id": "#ana"}, {"@id": "#nobody"}, 5, {"name": ""}]
    assert names_of(authors, nodes) == ["Jo Berg", "Lin Wu", "Ana Silva"]


def test_clean_text() -> None:
    """Entities, even doubled, and tags go; a comparison with < stays."""
    assert clean_text("Caf&amp;eacute; <em>reopens</em>\n at 5 &lt; 6") == "Café reopens at 5 < 6"
