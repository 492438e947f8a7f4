"""A byline holds names and nothing else."""

import pytest

from ingest.extract.bylines import join_names, names_in_page
from ingest.extract.dom import parse


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["Jane Doe"], "Jane Doe"),
        (["By Jane Doe, Staff Writer"], "Jane Doe"),
        (["By Jane Doe and John Roe"], "Jane Doe, John Roe"),
        (["Jane Doe", "John Roe", "jane doe"], "Jane Doe, John Roe"),
        (["Von Jürgen Öz und Ana Silva"], "Jürgen Öz, Ana Silva"),
        (["Jane Doe | Political Correspondent | jane@harbour.example"], "Jane Doe"),
        (["https://harbour.example/authors/jane"], None),
        (["admin"], None),
        (["Harbour Post"], None),
        (["harbour.com"], None),
        (["Lin Wu &amp; Ana Silva"], "Lin Wu, Ana Silva"),
        (["Bylund, Åsa"], "Bylund, Åsa"),
        (["June 5, 2024"], None),
        ([""], None),
        ([], None),
    ],
)
def test_names_alone(stated: list[str], expected: str | None) -> None:
    """By, roles, addresses, dates and the site's own name are taken off."""
    assert join_names(stated, ["Harbour Post"]) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p>By <a rel="author" href="/jane">Jane Doe</a></p>', ["Jane Doe"]),
        ('<div itemprop="author"><span itemprop="name">Jane Doe</span>, editor</div>', ["Jane Doe"]),
        ('<span class="byline">By Jane Doe</span>', ["By Jane Doe"]),
        ('<span class="byline">Share this story now</span>', []),
        (
            '<aside><a rel="author">Someone Else</a></aside><p class="story-byline">By Jane Doe</p>',
            ["By Jane Doe"],
        ),
        ('<div class="related-stories"><span class="author">Someone Else</span></div>', []),
        ("<p>By the time it sailed, the harbour was empty.</p>", []),
    ],
)
def test_byline_in_the_page(markup: str, expected: list[str]) -> None:
    """The printed byline is found where it is marked, and rails are left alone."""
    root = parse(f"<html><body><h1>Ferry</h1>{markup}</body></html>")
    assert root is not None
    assert names_in_page(root) == expected
