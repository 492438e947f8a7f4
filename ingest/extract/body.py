"""The article's text in a page: trafilatura, with its known faults kept out, and a net below it."""

from __future__ import annotations

import logging

from lxml import etree
from lxml.html import HtmlElement

from ingest.extract.dom import ASIDE, text_of
from ingest.extract.jsonld import fold

# Without a handler of the program's own, the library's remarks on a page would go to the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# Beyond this number of elements the library's time grows with its square; real articles have up to 5,000.
_MAX_ELEMENTS = 10_000
# So few words, while the page's paragraphs have so many times more, are not the article.
_FEW_WORDS = 60
_TIMES_MORE = 3
_UNREAD = ASIDE | {"head", "script", "style", "button", "select", "option"}
_BLOCKS = frozenset(
    {"article", "blockquote", "br", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "li", "main", "p", "pre", "section", "td", "th", "tr"}
)


def body_text(root: HtmlElement, headings: set[str]) -> str:
    """The article's text, a line for each paragraph, without comments and without its title as first line.

    `headings` are the page's titles and byline, folded. The page's tree stays as it is.
    """
    if sum(1 for _ in zip(range(_MAX_ELEMENTS + 1), root.iter(), strict=False)) > _MAX_ELEMENTS:
        return _without_headings(_plain(root), headings)
    text = _trafilatura(root)
    if len(text.split()) < _FEW_WORDS:
        text = _more(root, text)
    return _without_headings(text, headings)


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
    wider = _trafilatura(root, recall=True)
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


def _without_headings(text: str, headings: set[str]) -> str:
    first, _, rest = text.partition("\n")
    while rest.strip() and fold(first) in headings:
        text = rest.lstrip("\n")
        first, _, rest = text.partition("\n")
    return text
