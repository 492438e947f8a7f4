"""Another extractor's choice as evidence for each block."""

import numpy as np

from ingest.extract.blocks.columns import MISSING
from ingest.extract.blocks.features import features
from ingest.extract.blocks.opinion import other_text
from ingest.extract.blocks.reader import Blocks, read_blocks
from ingest.extract.dom import parse

_STORY = "The ferry to Northhaven sails again from Monday, the harbour office said on Friday. " * 3
_PAGE = (
    "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    f"<article><h1>Ferry</h1><p>{_STORY}</p><p>{_STORY}</p></article><footer>About us and our terms</footer>"
)


def _page(markup: str) -> Blocks:
    root = parse(markup)
    assert root is not None
    return read_blocks(root)


def test_other_text_holds_the_article() -> None:
    """The other extractor's text has the story and not the menu."""
    root = parse(_PAGE)
    assert root is not None
    text = other_text(root)
    assert _STORY.strip() in text
    assert "Sport" not in text


def test_other_text_of_an_odd_page() -> None:
    """Signs that no page may hold, deep nesting and a page without text do no harm."""
    for markup in ("<p>a\x00b\ud800</p>", "<div>" * 3000 + "word", "<br>"):
        root = parse(markup)
        assert root is not None
        assert isinstance(other_text(root), str)


def test_opinion_of_a_block_and_its_neighbours() -> None:
    """A block's own share, its neighbours' and what its container holds stand side by side."""
    page = _page("<div><p>one two</p><p>three four</p></div><p>five six seven eight</p>")
    columns = features(page, set(), other=np.array([1.0, 0.0, 0.5]))
    assert columns["other"].tolist() == [1.0, 0.0, 0.5]
    assert columns["other-1"].tolist() == [MISSING, 1.0, 0.0]
    assert columns["other+1"].tolist() == [0.0, 0.5, MISSING]
    assert columns["other_near"].tolist() == [0.5, 0.5, 0.5]
    assert columns["other_c2"].tolist() == [0.5, 0.5, 0.5]
    assert columns["other_done"].tolist() == [0.5, 0.5, 1.0]


def test_no_opinion() -> None:
    """Who was not asked, or found nothing of the page, says neither yes nor no."""
    page = _page("<p>one two</p><p>three four</p>")
    for share in (None, np.zeros(2)):
        columns = features(page, set(), other=share)
        assert columns["other"].tolist() == columns["other_whole"].tolist() == [MISSING, MISSING]
