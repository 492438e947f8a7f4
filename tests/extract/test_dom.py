"""Whatever the markup is like, it becomes a tree, and surroundings are told from the article."""

import pytest

from ingest.extract.dom import is_beside, parse, text_of

STORY = "The ferry sails again."


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{STORY}",
        f"<html><body><p>{STORY}</body>",
        STORY,
        "<div>" * 10_000 + f"<p>{STORY}</p>" + "</div>" * 10_000,
        "<x-card>" * 5_000 + f"<p>{STORY}</p>",
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{STORY}</p></body></html>',
        f"<p>\x00{STORY}\x08</p>",
        f"<!-- \ud800 --><p>{STORY}</p>",
    ],
)
def test_text_survives_any_markup(markup: str) -> None:
    """Fragments, endless nesting, XHTML and forbidden characters lose no text."""
    root = parse(markup)
    assert root is not None
    assert text_of(root) == STORY


@pytest.mark.parametrize("markup", ["", "  \n", "<!-- nothing -->"])
def test_nothing_is_no_tree(markup: str) -> None:
    """Without an element there is no tree."""
    assert parse(markup) is None


@pytest.mark.parametrize(
    ("around", "beside"),
    [
        ("<aside>{}</aside>", True),
        ("<footer><div>{}</div></footer>", True),
        ('<div class="story-comments">{}</div>', True),
        ('<div id="weather">{}</div>', True),
        ('<section class="article-body">{}</section>', False),
        ('<div class="commentary-desk">{}</div>', False),
        ('<body class="has-sidebar">{}</body>', False),
    ],
)
def test_surroundings(around: str, beside: bool) -> None:
    """Rails, comments and footers are known by tag or class word; the body's own classes mean nothing."""
    root = parse(around.format("<p>x</p>"))
    assert root is not None
    assert is_beside(root.find(".//p")) is beside
