"""JSON-LD: the node that describes the page's article, from scripts that are often not quite JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from ingest.extract.dom import tags

Node = dict[str, object]

_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|Review)$")
_PAGE = frozenset({"WebPage", "ItemPage", "Webpage"})
_WRAPPING = re.compile(
    r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*;?\s*$"
)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
# Where nodes stand that may be the article itself; lists of other pages are left alone.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_MAX_NODES = 1000


def read_nodes(root: HtmlElement) -> list[Node]:
    """Every described thing in the page's JSON-LD scripts, in document order."""
    found: list[Node] = []
    for script in tags(root, "script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            for value in _load(script.text):
                found.extend(_flatten(value, 0))
    return found[:_MAX_NODES]


def article_of(nodes: Iterable[Node], addresses: set[str], titles: set[str]) -> Node | None:
    """The node that describes this page's article: by its address, by its headline, or as the only one.

    `addresses` are the page's own, `titles` what the page calls itself, folded by `fold`.
    """
    articles = [node for node in nodes if _is_article(node)]
    paths = {_path(address) for address in addresses}
    scored = [(_fit(node, paths, titles), -place, node) for place, node in enumerate(articles)]
    if not scored:
        return None
    fit, _, best = max(scored, key=lambda item: item[:2])
    return best if fit > 0 or (len(articles) == 1 and fit == 0) else None


def page_of(nodes: Iterable[Node]) -> Node | None:
    """The node of the web page itself."""
    return next((node for node in nodes if _PAGE & set(_types(node))), None)


def names_of(value: object, nodes: Iterable[Node] = ()) -> list[str]:
    """The names in a property that holds a string, a node, a reference to one, or a list of them."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in names_of(item, nodes)]
    if isinstance(value, dict):
        if "name" not in value and "@id" in value:
            value = next(
                (other for other in nodes if other.get("@id") == value["@id"] and "name" in other), value
            )
        return names_of(value.get("name"))
    return [text] if isinstance(value, str) and (text := clean_text(value)) else []


def text_in(node: Node | None, key: str) -> str | None:
    """A property's text, None where it is something else or empty."""
    value = node.get(key) if node else None
    if isinstance(value, list):
        value = value[0] if value else None
    return clean_text(value) or None if isinstance(value, str) else None


def clean_text(value: str) -> str:
    """A field's text without entities, tags and extra white space."""
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", " ", unescape(unescape(value))).split())


def fold(title: str) -> str:
    """A title's letters and digits alone, for comparison."""
    return "".join(filter(str.isalnum, title.casefold()))


def _load(script: str) -> Iterator[object]:
    """The JSON values of a script, repaired where that is simple."""
    script = _WRAPPING.sub("", script).strip()
    for attempt in (script, _STRING_OR_COMMA.sub(lambda found: found[1] or "", script)):
        try:
            yield json.loads(attempt, strict=False)
            return
        except (ValueError, RecursionError):
            continue
    yield from _load_sequence(unescape(script))


def _load_sequence(script: str) -> Iterator[object]:
    """As many JSON values as stand one after the other."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(script):
        try:
            value, at = decoder.raw_decode(script, at)
        except (ValueError, RecursionError):
            return
        yield value
        at += len(script[at:]) - len(script[at:].lstrip(" \t\r\n,;"))


def _flatten(value: object, depth: int) -> Iterator[Node]:
    if depth > 5:
        return
    if isinstance(value, list):
        for item in value[:_MAX_NODES]:
            yield from _flatten(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INSIDE:
            yield from _flatten(value.get(key), depth + 1)


def _types(node: Node) -> list[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [re.split(r"[/:#]", item)[-1] for item in kinds if isinstance(item, str)]


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.match(kind) for kind in _types(node))


def _fit(node: Node, paths: set[str], titles: set[str]) -> int:
    """How well a node fits the page: above 0 it is said to be this page, below 0 another."""
    about = node.get("mainEntityOfPage")
    addresses = [node.get("url"), node.get("@id"), about.get("@id") if isinstance(about, dict) else about]
    named = {_path(item) for item in addresses if isinstance(item, str) and item.startswith(("http", "/"))}
    headline = fold(text_in(node, "headline") or text_in(node, "name") or "")
    if named & paths - {""}:
        return 2 + (headline in titles)
    if headline and any(headline in title or title in headline for title in titles if title):
        return 1
    return -1 if headline and titles and named - {""} and paths else 0


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/").lower()
    except ValueError:
        return ""
