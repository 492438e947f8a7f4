"""The page's meta tags by name, and the links in its head."""

from __future__ import annotations

from lxml.html import HtmlElement

from ingest.extract.dom import tags
from ingest.extract.jsonld import clean_text

_NAMING = ("property", "name", "itemprop", "http-equiv")


class Meta:
    """What the meta tags say, by their lower-case name; each name keeps its values in document order."""

    def __init__(self, root: HtmlElement) -> None:
        self._values: dict[str, list[str]] = {}
        for tag in tags(root, "meta"):
            content = clean_text(tag.get("content") or "")
            for attribute in _NAMING:
                if content and (name := tag.get(attribute)):
                    self._values.setdefault(name.strip().lower(), []).append(content)

    def first(self, *names: str) -> str | None:
        """The first value of the first of these names that is there."""
        return next((self._values[name][0] for name in names if name in self._values), None)

    def all(self, *names: str) -> list[str]:
        """Every value of these names, name by name."""
        return [value for name in names for value in self._values.get(name, [])]


def link(root: HtmlElement, relation: str) -> str | None:
    """The address of the page's first link with this relation."""
    for tag in tags(root, "link"):
        address: str = tag.get("href", "").strip()
        if address and relation in tag.get("rel", "").lower().split():
            return address
    return None
