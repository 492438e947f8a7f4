"""When it was published, and where the page says so; a date that is not marked as that is not taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml.html import HtmlElement

from ingest.extract.dates import date_in_url, parse_date
from ingest.extract.dom import is_beside, text_of
from ingest.extract.jsonld import Node
from ingest.extract.metatags import Meta

# Names by which meta tags give the moment of publication, the clearest first.
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *(
        "datepublished",
        "rnews:datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
    ),
    *("originalpublicationdate", "article_date_original", "publish-date", "publish_date", "publishdate"),
    *(
        "published-date",
        "publication_date",
        "pubdate",
        "pub_date",
        "citation_publication_date",
        "citation_date",
    ),
    *(
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "date",
    ),
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
# How far up from the headline its own header may reach.
_HEADER_STEPS = 4


def published(
    root: HtmlElement, meta: Meta, nodes: Iterable[Node | None], url: str | None
) -> tuple[datetime | None, str | None]:
    """The moment of publication and where it was read: `json-ld`, `meta`, `time`, `page` or `url`."""
    for origin, values in (
        ("json-ld", (node.get(key) for node in nodes if node for key in ("datePublished", "dateCreated"))),
        ("meta", iter(meta.all(*_PUBLISHED))),
        ("time", _times(root)),
        ("page", _microdata(root, "datePublished")),
    ):
        found = _first(values)
        if found is not None:
            return found, origin
    day = date_in_url(url)
    return (day, "url") if day else (None, None)


def modified(root: HtmlElement, meta: Meta, nodes: Iterable[Node | None]) -> datetime | None:
    """The moment of the last change, as JSON-LD, meta tags or microdata say it."""
    stated: Iterator[object] = (node.get("dateModified") for node in nodes if node)
    return _first(stated) or _first(meta.all(*_MODIFIED)) or _first(_microdata(root, "dateModified"))


def _first(values: Iterable[object]) -> datetime | None:
    for value in values:
        found = parse_date(value[0] if isinstance(value, list) and value else value)
        if found is not None:
            return found
    return None


def _microdata(root: HtmlElement, name: str) -> Iterator[str]:
    for element in root.xpath(f"//*[@itemprop='{name}'][not(self::meta)]"):
        if not is_beside(element):
            yield element.get("content") or element.get("datetime") or text_of(element)


def _times(root: HtmlElement) -> Iterator[str]:
    """The `<time>` elements marked as publication, then those in the headline's own header."""
    elements = [time for time in root.iter("time") if not is_beside(time) and not _is_change(time)]
    for time in elements:
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
            yield _stamp(time)
    headers = _headers(root)
    for time in elements:
        if any(part in headers for part in time.iterancestors()):
            yield _stamp(time)
            return


def _headers(root: HtmlElement) -> set[HtmlElement]:
    """The elements around the headline that belong to the one article, below its page."""
    found: set[HtmlElement] = set()
    for heading in root.iter("h1"):
        if is_beside(heading):
            continue
        for step, part in enumerate(heading.iterancestors()):
            if step >= _HEADER_STEPS or part.tag in ("body", "html") or len(part.findall(".//h1")) > 1:
                break
            found.add(part)
            if part.tag in ("header", "article", "main"):
                break
    return found


def _stamp(time: HtmlElement) -> str:
    return time.get("datetime") or text_of(time)


def _is_change(time: HtmlElement) -> bool:
    """Whether the time is said to be that of a change."""
    said = f"{time.get('class', '')} {time.get('itemprop', '')}".lower()
    return "updat" in said or "modif" in said
