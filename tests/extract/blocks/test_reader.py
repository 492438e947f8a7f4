"""A page is cut into blocks of text in reading order, whatever its markup."""

import pytest

from ingest.extract.blocks.reader import Blocks, read_blocks
from ingest.extract.dom import parse


def blocks(markup: str) -> Blocks:
    root = parse(f"<html><head><title>Ferry</title></head><body>{markup}</body></html>")
    assert root is not None
    return read_blocks(root)


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("One.<br><br>Two.", ["One.", "Two."]),
        ("<div>One <b>and <i>a</i> half</b>.<p>Two.</p>Three.</div>", ["One and a half.", "Two.", "Three."]),
        ("<table><tr><td><font>One.<br>Two.</font></td></tr></table>", ["One.", "Two."]),
        ("<p>  One\n\tline  </p>", ["One line"]),
        ("<x-card>One.</x-card><x-card>Two.</x-card>", ["One.", "Two."]),
        ("<p>A<script>var x;</script>B</p><style>p {}</style><svg><text>C</text></svg>", ["AB"]),
        ("<p></p><div> </div>", []),
        ("<div>" * 3000 + "Deep." + "</div>" * 3000, ["Deep."]),
    ],
)
def test_blocks_in_order(markup: str, expected: list[str]) -> None:
    """Elements and line breaks part blocks; inline markup does not; what nobody sees is left out."""
    assert texts(markup) == expected


def test_all_words_come_through() -> None:
    """Reading loses no visible word and doubles none."""
    markup = "<ul><li>a<ul><li>b</li></ul>c</li></ul>d<section>e<p>f</p>g</section>h"
    assert "".join(texts(markup)) == "abcdefgh"


def test_links_and_bold_are_measured() -> None:
    """A block knows how much of it is linked or bold, also where a link encloses whole blocks."""
    one, card = blocks("<p>See <a href='/a'>more</a> <b>now</b></p><a href='/b'><div>Card</div></a>").blocks
    assert (one.linked, one.bold) == (4, 3)
    assert card.linked == 4


def test_containers_hold_their_blocks() -> None:
    """Every container's range covers the blocks inside it, and the whole page is the first container."""
    page = blocks("<nav>Menu</nav><article><p>One.</p><p>Two.</p></article>")
    ranges = {container.tag: (container.first, container.stop) for container in page.containers}
    assert ranges["html"] == (0, 3)
    assert ranges["nav"] == (0, 1)
    assert ranges["article"] == (1, 3)


def test_hidden_is_known() -> None:
    """What the markup hides is marked as hidden, and so is all inside it."""
    page = blocks("<div style='display: none'><p>No.</p></div><p>Yes.</p>")
    assert [page.containers[block.container].hidden for block in page.blocks] == [True, False]


def test_unclosed_button_swallows_nothing() -> None:
    """A control that is never closed does not take the page's paragraphs with it."""
    assert "Story." in texts("<button>Menu<main><p>Story.</p></main>")
    assert texts("<button>Menu</button><p>Story.</p>") == ["Story."]
