"""Web pages: the article's text, and the fields that the page says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from ingest.decode import decode
from ingest.errors import Refused
from ingest.extract.body import read_body
from ingest.extract.bylines import as_printed, join_names, names_in_page
from ingest.extract.dom import parse, tags
from ingest.extract.jsonld import Node, article_of, fold, names_of, page_of, read_nodes, text_in
from ingest.extract.languages import language_code
from ingest.extract.metatags import Meta, link
from ingest.extract.posts import find_posts
from ingest.extract.published import modified, published
from ingest.extract.stated import fill
from ingest.extract.titles import choose_title, headings, own_names
from ingest.extract.urls import absolute, clean, domain_in, is_front_page, site_of
from ingest.model import Extracted
from ingest.mojibake import repair


def extract_page(data: bytes, carried: Mapping[str, object]) -> Extracted:
    """The article of an HTML file, `carried` fields where the page lacks them.

    Raises `Refused` as `decode` and `read_page` do.
    """
    markup = decode(data, html=True, charset=carried.get("charset"))
    return fill(read_page(markup, absolute(carried.get("url"))), carried)


def read_page(markup: str, url: str | None = None) -> Extracted:
    """The article of a page; `url` is where it was fetched, if that is known.

    Raises `Refused` with `no_text` for markup without any element.
    """
    root = parse(markup)
    if root is None:
        raise Refused("no_text", "The page has no content.")
    meta, nodes = Meta(root), read_nodes(root)
    own_url = absolute(url) or absolute(meta.first("og:url")) or absolute(link(root, "canonical"))
    canonical = canonical_url(root, meta, own_url)
    names = own_names(root, meta)
    titles = {fold(name) for name in names}
    article = article_of(nodes, {item for item in (own_url, canonical) if item}, titles)
    told = (article, page_of(nodes))
    sites = _site_names(meta, article, nodes, canonical or own_url)
    title = choose_title(text_in(article, "headline"), names, headings(root), sites)
    byline = _byline(root, meta, article, nodes, sites)
    titles = {*titles, fold(title or "")} - {""}
    when, origin = published(root, meta, told, canonical or own_url)
    body = read_body(root, titles, as_printed(byline), text_in(article, "articleBody"))
    return Extracted(
        text=repair(body.text),
        media_type="text/html",
        url=own_url,
        canonical_url=canonical,
        site=site_of(canonical or own_url) or domain_in(meta.first("og:site_name")),
        title=repair(title) if title else None,
        byline=byline,
        published_at=when,
        published_from=origin,
        modified_at=modified(root, meta, told),
        language=_language(root),
        embeds=find_posts(root),
        left_out=body.left_out,
    )


def canonical_url(root: HtmlElement, meta: Meta, own_url: str | None) -> str | None:
    """The page's canonical address: its canonical link, else its open graph address, else its own.

    A link to the front page, or to another site, is not the address of an article that has its own.
    """
    base = absolute(next((tag.get("href") for tag in tags(root, "base")), None), own_url) or own_url
    for stated in (link(root, "canonical"), meta.first("og:url")):
        found = clean(stated, base)
        if found and (own_url is None or _may_replace(found, own_url)):
            return found
    return clean(own_url)


def _may_replace(found: str, own_url: str) -> bool:
    return site_of(found) == site_of(own_url) and (is_front_page(own_url) or not is_front_page(found))


def _site_names(meta: Meta, article: Node | None, nodes: list[Node], url: str | None) -> list[str]:
    """The names by which the site may call itself in titles and bylines."""
    publishers = names_of(article.get("publisher"), nodes) if article else []
    site = site_of(url)
    domains = [site, f"www.{site}", site.partition(".")[0]] if site else []
    named = meta.all("og:site_name", "application-name", "twitter:site")
    return [*named, *publishers, *domains]


def _byline(
    root: HtmlElement, meta: Meta, article: Node | None, nodes: list[Node], sites: list[str]
) -> str | None:
    """The authors as JSON-LD, meta tags or the page's own byline name them."""
    stated = names_of(article.get("author"), nodes) if article else []
    tagged = meta.all("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
    return join_names(stated, sites) or join_names(tagged, sites) or join_names(names_in_page(root), sites)


def _language(root: HtmlElement) -> str | None:
    for page in tags(root, "html"):
        return language_code(page.get("lang") or page.get("xml:lang"))
    return None
