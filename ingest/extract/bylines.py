"""Who wrote it: names alone, without "By", roles, addresses and the site's own name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from ingest.extract.dom import is_beside, text_of
from ingest.extract.jsonld import clean_text, fold

_OPENING = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|words|text|report)\s+by|by|von|par|por|de|door|av|af)"
    r"\b:?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;|/•·\n]|\s[–—-]\s|\s+(?:and|und|et|y|e|with|&)\s+)\s*")
# What stands beside names in author fields: roles, times, addresses.
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|contribut\w+|columnists?|journalists?"
    r"|producers?|photographers?|desk|newsroom|redaktion|redacci[oó]n|r[ée]daction|admin\w*|author|guest"
    r"|special to|for the|updated|published|posted|ago|min read|chief|bureau|senior|anchor|analyst"
    r"|ph\.?d|m\.?d)\b|@|https?:|www\.|\d",
    re.IGNORECASE,
)
# First and last name, each with a capital, perhaps with a particle such as "van der" between them.
_FULL_NAME = re.compile(
    r"[^\Wa-z_][\w.'’-]*(?:\s+(?:[a-z]{1,3}|[^\Wa-z_][\w.'’-]*)){0,3}\s+[^\Wa-z_][\w'’-]*"
)
_MAX_NAME = 60
_MAX_WORDS = 6
# Classes by which pages mark the element that holds nothing but the byline.
_BYLINE_CLASS = re.compile(
    r"(?:^|\s)(?:vcard|c-byline|author|authorname|(?:article|story|entry|post)?[-_]{0,2}(?:byline|author)"
    r"(?:[-_]{1,2}(?:name|author))?)(?=\s|$)",
    re.IGNORECASE,
)


def join_names(values: Iterable[str], sites: list[str]) -> str | None:
    """The names in author fields, each once, joined with a comma; None where no name is left."""
    known = {fold(site) for site in sites}
    names: dict[str, str] = {}
    for value in values:
        for part in _BETWEEN.split(_OPENING.sub("", clean_text(value))):
            name = part.strip(" .:-–—()[]\"'")
            if _is_name(name) and fold(name) not in known:
                names.setdefault(fold(name), name)
    return ", ".join(names.values()) or None


def as_printed(names: str | None) -> set[str]:
    """The folded lines in which a page may print its byline above the story."""
    if not names:
        return set()
    return {
        fold(f"{word} {names}") for word in ("", "by", "von", "par", "por", "de", "door", "av", "af", "di")
    }


def names_in_page(root: HtmlElement) -> list[str]:
    """The byline printed on the page: what is marked as its author, first place first."""
    for marked in (_by_rel, _by_itemprop, _by_class):
        found = [text for text in marked(root) if 0 < len(text) <= 2 * _MAX_NAME]
        if found:
            return found
    return []


def _by_rel(root: HtmlElement) -> list[str]:
    links = root.xpath("//a[contains(concat(' ', @rel, ' '), ' author ')]")
    return [text_of(link) for link in links if not is_beside(link)][:3]


def _by_itemprop(root: HtmlElement) -> list[str]:
    for author in root.xpath("//*[@itemprop='author'][not(self::meta)]"):
        if not is_beside(author):
            names = author.xpath(".//*[@itemprop='name']")
            return [name.get("content") or text_of(name) for name in names] or [text_of(author)]
    return []


def _by_class(root: HtmlElement) -> list[str]:
    for element in root.iter("a", "span", "p", "div", "address"):
        if _BYLINE_CLASS.search(element.get("class") or "") and not is_beside(element):
            text = text_of(element)
            # Without "By" only a mere name is one: a byline's element may hold anything.
            if _OPENING.match(text) or (_is_name(text) and _FULL_NAME.fullmatch(text)):
                return [text]
    return []


def _is_name(text: str) -> bool:
    return (
        1 < len(text) <= _MAX_NAME
        and len(text.split()) <= _MAX_WORDS
        and not _ROLE.search(text)
        and not text[0].islower()
        and any(sign.isalpha() for sign in text)
        and not re.search(r"\.(?:com|org|net|co|info)\b", text, re.IGNORECASE)
    )
