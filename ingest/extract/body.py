"""The article's text in a page: its likely blocks, a slower opinion where they are doubtful, a net below."""

from __future__ import annotations

import logging
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from ingest.extract.blocks.choice import choose, evened
from ingest.extract.blocks.features import features
from ingest.extract.blocks.forest import forest
from ingest.extract.blocks.left_out import left_out
from ingest.extract.blocks.opinion import other_text
from ingest.extract.blocks.reader import Blocks, read_blocks
from ingest.extract.blocks.render import render
from ingest.extract.blocks.votes import share_in
from ingest.extract.dom import ASIDE, text_of
from ingest.extract.jsonld import fold
from ingest.model import LeftOut

# Without a handler of the program's own, the library's remarks on a page would go to the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# Beyond these numbers a page is a dump, not an article, and the time to weigh it is better spent.
_MAX_BLOCKS = 10_000
# Other extractors' time grows with the square of the elements; real articles have up to 5,000.
_MAX_ELEMENTS = 10_000
# A choice that is expected to be less right than this (F1) is put to a slower extractor,
_DOUBTFUL = 0.85
# whose opinion of a block counts this much.
_SECOND_OPINION = 0.2
# A text in the metadata that is shorter is a teaser.
_TOLD_CHARACTERS = 300
# So few words, while the page's paragraphs have so many times more, are not the article.
_FEW_WORDS = 60
_TIMES_MORE = 3
_HEADING_REASON = "Left out: as the first line it repeats the title or the byline, which are fields."
_UNREAD = ASIDE | {"head", "script", "style", "button", "select", "option"}
_BLOCKS = frozenset(
    {"article", "blockquote", "br", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "li", "main", "p", "pre", "section", "td", "th", "tr"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, a line for each paragraph, and what of the page is not in it."""

    text: str
    left_out: tuple[LeftOut, ...] = ()


def read_body(
    root: HtmlElement,
    titles: AbstractSet[str],
    bylines: AbstractSet[str] = frozenset(),
    told: str | None = None,
) -> Body:
    """The article in a page, without comments and without its title and byline as first lines.

    `titles` are what the page calls itself and `bylines` how it may print who wrote it, folded; `told` is
    the article's text as the page's metadata gives it, which is one opinion among others. The page's
    tree stays as it is.
    """
    headings = titles | bylines
    page = read_blocks(root)
    if not 0 < len(page.blocks) <= _MAX_BLOCKS:
        return _without_headings(Body(_plain(root)), headings)
    body = _likely(root, page, titles, told)
    if len(body.text.split()) < _FEW_WORDS:
        body = Body(_more(root, body.text), body.left_out)
    return _without_headings(body, headings)


def _likely(root: HtmlElement, page: Blocks, titles: AbstractSet[str], told: str | None) -> Body:
    known = share_in(page, told) if told and len(told) > _TOLD_CHARACTERS else None
    enormous = _is_enormous(root)
    other = None if enormous else share_in(page, other_text(root))
    columns = features(page, titles, known, other)
    likely = evened(page, forest().probabilities(columns), columns["words"])
    keep, sure = choose(likely, columns["words"])
    if sure < _DOUBTFUL and not enormous:
        second = share_in(page, _trafilatura(root))
        likely = (1 - _SECOND_OPINION) * likely + _SECOND_OPINION * second
        likely = evened(page, likely, columns["words"])
        keep, _ = choose(likely, columns["words"])
    return Body(render(page, keep), left_out(page, columns, likely, keep))


def _is_enormous(root: HtmlElement) -> bool:
    return sum(1 for _ in zip(range(_MAX_ELEMENTS + 1), root.iter(), strict=False)) > _MAX_ELEMENTS


def _trafilatura(root: HtmlElement, recall: bool = False) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(root, include_comments=False, favor_recall=recall, deduplicate=False)
    except RecursionError:
        return ""
    # The result is typed as a document or, with a deprecated option, a dictionary.
    return getattr(found, "text", None) or ""


def _more(root: HtmlElement, text: str) -> str:
    """A longer text where the extracted one has almost nothing of the page's paragraphs."""
    own = (p for p in root.iter("p") if not any(part.tag in ASIDE for part in p.iterancestors()))
    paragraphs = sum(len(text_of(p).split()) for p in own)
    enough = max(1, len(text.split())) * _TIMES_MORE
    if paragraphs < enough:
        return text
    wider = "" if _is_enormous(root) else _trafilatura(root, recall=True)
    return wider if len(wider.split()) >= enough else _plain(root)


def _plain(root: HtmlElement) -> str:
    """All text of the page outside of rails, forms and footers, in time linear in its size."""
    lines: list[list[str]] = [[]]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            lines.append([])
        if event == "start" and element.tag not in _UNREAD:
            lines[-1].append(element.text or "")
        elif event == "start":
            walk.skip_subtree()
        else:
            lines[-1].append(element.tail or "")
    texts = (" ".join("".join(line).split()) for line in lines)
    return "\n".join(text for text in texts if text)


def _without_headings(body: Body, headings: AbstractSet[str]) -> Body:
    """The body without first lines that are the page's title or byline, which the record names then."""
    text, removed = body.text, []
    first, _, rest = text.partition("\n")
    while rest.strip() and fold(first) in headings:
        removed.append(LeftOut("other", "page-heading", _HEADING_REASON, first))
        text = rest.lstrip("\n")
        first, _, rest = text.partition("\n")
    return Body(text, (*removed, *body.left_out))
