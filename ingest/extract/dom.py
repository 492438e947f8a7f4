"""Parses a page once, whatever its markup is like, and reads text from elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# Elements that hold what surrounds an article.
ASIDE = frozenset({"aside", "nav", "footer", "form", "noscript", "template"})
# Class and id words of what surrounds an article, inside elements of any name.
_ASIDE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|recommend\w*|sidebar|widgets?|weather|rail|promo\w*"
    r"|teasers?|trending|popular|most-read|newsletter|footer|nav|menu|masthead|ticker|clock)(?:$|[\s_-])",
    re.IGNORECASE,
)
# A parser gives up on a page that nests beyond its limit. Broken pages do so with tags that shape text;
# without those the page says the same.
_NESTING = re.compile(
    r"</?(?!(?:p|br|h[1-6]|script|style|head|title|meta|link|html|body|time|iframe|nav|aside|footer)[\s/>])"
    r"[a-zA-Z][^<>]*>",
    re.IGNORECASE,
)
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(markup: str) -> HtmlElement | None:
    """The page's root element, None where there is no element at all."""
    root, too_deep = _parse(markup)
    if too_deep:
        root, _ = _parse(_NESTING.sub("\n", markup))
    return root


def _parse(markup: str) -> tuple[HtmlElement | None, bool]:
    """The root element, and whether the page nests too deeply to be read to its end."""
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False,
        huge_tree=True,
    )  # fmt: skip
    data = _UNPARSABLE.sub(" ", markup).encode()
    try:
        root = document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None, False
    limited = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, limited


def text_of(element: HtmlElement) -> str:
    """All text inside an element, with white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def tags(root: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    """All elements of these names, in document order."""
    return root.iter(*names)  # type: ignore[no-any-return]


def is_beside(element: HtmlElement) -> bool:
    """Whether an element stands in something that surrounds the article, such as a rail or comments."""
    for part in (element, *element.iterancestors()):
        if part.tag in ASIDE:
            return True
        if part.tag in ("body", "html"):
            return False
        if _ASIDE_WORDS.search(f"{part.get('class', '')} {part.get('id', '')}"):
            return True
    return False
