"""The same page as other times would have written it, so that the trees learn more than today's names."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

_OLD = {"article": "div", "main": "table", "figcaption": "font"}
_OLD |= dict.fromkeys("section header footer nav aside figure".split(), "td")
_OLD |= dict.fromkeys("h2 h3 h4 h5".split(), "b")


def without_names(root: HtmlElement) -> None:
    """Take away classes, ids and roles."""
    for element in root.iter(etree.Element):
        for name in ("class", "id", "role"):
            element.attrib.pop(name, None)


def old_style(root: HtmlElement) -> None:
    """Also turn meaningful elements into tables and bold type, and paragraphs into line breaks."""
    without_names(root)
    for element in list(root.iter(*_OLD)):
        element.tag = _OLD[element.tag]
    for element in list(root.iter("p")):
        if element.getparent() is not None:
            element.tag = "span"
            _break_after(element, 2)
    for element in list(root.iter("b")):
        _break_after(element, 1)


def _break_after(element: HtmlElement, count: int) -> None:
    breaks = [etree.Element("br") for _ in range(count)]
    breaks[-1].tail, element.tail = element.tail, None
    for one in reversed(breaks):
        element.addnext(one)
