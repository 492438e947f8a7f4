"""What extraction leaves out is recorded with a reason, within bounds."""

import pytest

from ingest.extract.body import Body, read_body
from ingest.extract.dom import parse
from ingest.extract.jsonld import fold
from ingest.model import KINDS
from page_story import STORY


def body(markup: str) -> Body:
    root = parse(f"<html><body>{markup}</body></html>")
    assert root is not None
    return read_body(root, set())


@pytest.mark.parametrize(
    ("markup", "rule", "kind"),
    [
        ("<nav><ul><li><a href='/'>Home</a></li></ul></nav>", "page-nav", "navigation"),
        ("<div class='comments'><p>Nobody asked me.</p></div>", "page-comment", "comments"),
        ("<footer><p>Harbour Post, 4 Quay Street</p></footer>", "page-footer", "navigation"),
        ("<div style='display:none'><p>Loading</p></div>", "page-hidden", "widget"),
        ("<div><a href='/a'>Mayor opens new bridge</a></div>", "page-links", "navigation"),
    ],
)
def test_reasons(markup: str, rule: str, kind: str) -> None:
    """Each piece says by which rule it was left out, of which kind it is, and why."""
    piece = body(f"<article>{STORY}</article>{markup}").left_out[0]
    assert (piece.rule, piece.kind) == (rule, kind)
    assert piece.kind in KINDS
    assert piece.reason.startswith("Left out: ")
    assert piece.text


def test_record_is_bounded() -> None:
    """A page with endless menus has a record of limited size, and neighbours of one rule are one piece."""
    menu = "<nav>" + "<ul><li><a href='/a'>Ferry news and harbour news</a></li></ul>" * 3000 + "</nav>"
    pieces = body(f"{menu}<article>{STORY}</article>").left_out
    assert len(pieces) <= 200
    assert all(len(piece.text) <= 1000 for piece in pieces)
    assert sum(piece.rule == "page-nav" for piece in pieces) == 1


def test_a_byline_as_first_line_is_in_the_record() -> None:
    """What is dropped because a field has it is left out with that reason."""
    root = parse(f"<html><body><article><p>The harbour desk and friends</p>{STORY}</article></body></html>")
    assert root is not None
    assert read_body(root, set()).text.startswith("The harbour desk and friends\n")
    found = read_body(root, set(), {fold("The harbour desk and friends")})
    assert found.text.startswith("The harbour office said")
    assert ("page-heading", "The harbour desk and friends") in [(p.rule, p.text) for p in found.left_out]
