"""The article's title: from what the page says of itself, without the site's name."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.extract.dom import is_beside, tags, text_of
from ingest.extract.jsonld import clean_text, fold
from ingest.extract.metatags import Meta

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«:]|::|-{1,2})\s+|\s*[|»]\s*")
_MAX_LENGTH = 500


def headings(root: HtmlElement) -> list[str]:
    """The texts of the first-level headings outside of rails and footers, in document order."""
    found = [text_of(heading) for heading in tags(root, "h1") if not is_beside(heading)]
    return [heading for heading in found if heading]


def own_names(root: HtmlElement, meta: Meta) -> list[str]:
    """What the page calls itself, best first, as written: open graph, headings, the title tag."""
    title = next((text_of(tag) for tag in tags(root, "title") if text_of(tag)), None)
    named = [*meta.all("og:title", "twitter:title")[:2], *headings(root)[:3], title]
    return [clean_text(name) for name in named if name]


def choose_title(headline: str | None, names: list[str], heads: list[str], sites: list[str]) -> str | None:
    """The title of the article, None where the page has none.

    `headline` is that of the JSON-LD, `names` come from `own_names`, `heads` from `headings`,
    and `sites` are names of the site.
    """
    for name in (*names[:1], headline, *names[1:]):
        title = without_site(name, sites, heads) if name else ""
        if title and fold(title) not in {fold(site) for site in sites} and len(title) <= _MAX_LENGTH:
            return title
    return None


def without_site(name: str, sites: list[str], heads: list[str]) -> str:
    """The title without the site's name at its end or beginning, where it is known to be that."""
    known = {fold(site) for site in sites if fold(site)}
    whole = {fold(head) for head in heads}
    for found in _SEPARATOR.finditer(name):
        before, after = name[: found.start()].strip(), name[found.end() :].strip()
        if fold(before) in whole or _is_site(after, known):
            return before
        if fold(after) in whole or (fold(before) in known and after):
            return after
    return name


def _is_site(tail: str, known: set[str]) -> bool:
    """Whether all that follows a separator is the site's name, perhaps with a section before it."""
    parts = [fold(part) for part in _SEPARATOR.split(tail)]
    return fold(tail) in known or (len(parts) > 1 and parts[-1] in known and len(parts[0]) <= 20)
