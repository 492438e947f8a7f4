"""Feeds, sitemaps and lists of addresses: what they say is carried, what they name is fetched."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ingest.model import Arrival, Raw, Reject, Visit
from ingest.sources import Reach, read
from web_server import Reply, Site, page, reach

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Lune Daily</title><link>{home}</link><language>en-gb</language>
<item><title>Swans &amp; bridges</title><link>{swans}</link><guid isPermaLink="false">tag-1</guid>
<dc:creator>Ada Thorn</dc:creator><category>Nature</category><category>Bridges</category>
<pubDate>Tue, 03 Mar 2026 08:00:00 +0100</pubDate><description>A nest &lt;b&gt;again&lt;/b&gt;.</description></item>
<item><title>Gone</title><link>/gone</link><guid>tag-2</guid><pubDate>no date at all</pubDate>
<content:encoded><![CDATA[<p>The ferry to Brae stops at noon from Monday on, said its captain.</p>]]></content:encoded></item>
<item><title>Lost</title><link>/lost</link><guid>tag-3</guid></item>
<item><title>Bare</title><guid isPermaLink="false">tag-4</guid>
<content:encoded><![CDATA[<p>The museum in Brae opens on Sunday with the old lens of the lighthouse.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lune</title><id>x</id>
<updated>2026-03-03T08:00:00Z</updated><entry><id>a-1</id><title type="html">Swans &amp;amp; more</title>
<link rel="alternate" href="/swans"/><author><name>Ada Thorn</name></author>
<published>2026-03-02T08:00:00Z</published><updated>2026-03-03T08:00:00Z</updated></entry></feed>"""
RSS_091 = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>L</title>
<item><title>Swans</title><link>/swans</link></item></channel></rss>"""
RSS_10 = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/"><title>L</title></channel>
<item rdf:about="/swans"><title>Swans</title><link>/swans</link></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lune",
        "items": [{"id": "j-1", "url": "/swans", "title": "Swans", "date_published": "2026-03-02T08:00:00Z"}],
    }
)


def read_all(*paths: str, web: Reach | None = None, form: str = "auto") -> list[Arrival]:
    return list(read(paths, format=form, web=web or reach()))


def raws(items: Sequence[Arrival]) -> list[Raw]:
    return [item for item in items if isinstance(item, Raw)]


def rejects(items: Sequence[Arrival]) -> list[tuple[str, str]]:
    return [(item.source_uri, item.code) for item in items if isinstance(item, Reject)]


class Memory:
    """The visits of earlier runs, as a warehouse keeps them."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}

    def __call__(self, source: str, uris: Sequence[str]) -> Mapping[str, Visit]:
        return {uri: self.visits[uri] for uri in uris if uri in self.visits}

    def keep(self, items: Sequence[Arrival]) -> None:
        fresh = (item for item in items if isinstance(item, Visit) and not item.is_known)
        self.visits |= {visit.uri: visit for visit in fresh}


def publish(site: Site) -> str:
    site.pages["/swans"] = Reply(page("Swans"))
    site.pages["/feed"] = Reply(
        RSS.format(home=site.url("/"), swans=site.url("/swans?utm_source=rss")),
        kind="application/rss+xml",
        headers={"ETag": '"f1"'},
    )
    return site.url("/feed")


def test_feed(site: Site) -> None:
    """Each entry's article comes from its page, with what the entry says of it; else from the entry itself."""
    items = read_all(publish(site))
    swans, gone, bare = sorted(
        raws(items), key=lambda raw: raw.data.count(b"Brae opens") * 2 + raw.data.count(b"ferry")
    )
    assert swans.source_uri == site.url("/swans")
    assert swans.data == page("Swans").encode()
    assert swans.carried["title"] == "Swans & bridges"
    assert swans.carried["byline"] == ["Ada Thorn"]
    assert swans.carried["published_at"] == "2026-03-03T07:00:00+00:00"
    assert swans.carried["categories"] == ["Bridges", "Nature"]
    assert swans.carried["guid"] == "tag-1"
    assert swans.carried["language"] == "en-gb"
    assert gone.source_uri == site.url("/gone")
    assert gone.carried["published_at"] == "no date at all"
    assert b"The ferry to Brae" in gone.data
    assert (bare.source_uri, bare.carried["id"]) == (site.url("/feed#tag-4"), "tag-4")
    assert rejects(items) == [(site.url("/lost"), "not_found")]


@pytest.mark.parametrize("feed", [ATOM, RSS_091, RSS_10, JSON_FEED])
def test_kinds_of_feeds(site: Site, feed: str) -> None:
    """Every kind of feed is known by its content, whatever its server calls it."""
    site.pages["/swans"] = Reply(page("Swans"))
    site.pages["/feed"] = Reply(feed, kind="text/html")
    [raw] = raws(read_all(site.url("/feed")))
    assert (raw.source_uri, raw.format) == (site.url("/swans"), "html")
    assert str(raw.carried["title"]).startswith("Swans")


def test_known_entries_are_not_fetched_again(site: Site) -> None:
    """An entry that was read is left until its feed names another version; a feed that is unchanged is not sent."""
    site.pages["/swans"] = Reply(page("Swans"))
    site.pages["/feed"] = Reply(ATOM, headers={"ETag": '"f1"'})
    memory = Memory()
    memory.keep(read_all(site.url("/feed"), web=reach(memory)))
    again = read_all(site.url("/feed"), web=reach(memory))
    assert [(item.uri, item.is_known) for item in again if isinstance(item, Visit)] == [
        (site.url("/swans"), True), (site.url("/feed"), False),
    ]  # fmt: skip
    assert site.fetched("/swans") == 1
    assert {"if-none-match": '"f1"'}.items() <= site.headers[-1].items()
    site.pages["/feed"] = Reply(ATOM.replace("2026-03-03T08", "2026-03-04T08"))
    assert len(raws(read_all(site.url("/feed"), web=reach(memory)))) == 1
    site.pages["/feed"] = Reply(status=304)
    assert [type(item) for item in read_all(site.url("/feed"), web=reach(memory))] == [Visit]


def test_feed_is_asked_for_again_until_all_of_it_was_read(site: Site) -> None:
    """As long as a page cannot be had for now, the feed does not count as read, and only that page is fetched."""
    site.pages["/feed"] = Reply(ATOM, headers={"ETag": '"f1"'})
    site.pages["/swans"] = Reply(status=503)
    memory = Memory()
    first = read_all(site.url("/feed"), web=reach(memory))
    assert rejects(first) == [(site.url("/swans"), "unavailable")]
    memory.keep(first)
    assert memory.visits == {}
    site.pages["/swans"] = Reply(page("Swans"))
    assert len(raws(read_all(site.url("/feed"), web=reach(memory)))) == 1


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel>'
        "<title>&b;</title></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>',
        '<!DOCTYPE urlset [<!ENTITY a "x">]><urlset><url><loc>http://daily.example/&a;</loc></url></urlset>',
    ],
)
def test_entities_are_not_unfolded(site: Site, feed: str) -> None:
    """XML that declares entities is refused, also in another encoding."""
    site.pages["/a"] = Reply(feed, kind="application/xml")
    site.pages["/b"] = Reply(feed.encode("utf-16"), kind="application/xml")
    assert rejects(read_all(site.url("/a"))) == [(site.url("/a"), "malformed")]
    assert rejects(read_all(site.url("/b"))) == [(site.url("/b"), "malformed")]


@pytest.mark.parametrize("form", ["feed", "sitemap"])
def test_what_is_no_list_is_a_reject(site: Site, form: str) -> None:
    """A page that is said to be a feed or a sitemap ends as a reject."""
    site.pages["/x"] = Reply(page("Swans"))
    assert rejects(read_all(site.url("/x"), form=form)) == [(site.url("/x"), "malformed")]


def test_large_feed(tmp_path: Path) -> None:
    """A feed beyond the limit is refused without being parsed."""
    file = tmp_path / "feed.xml"
    file.write_bytes(b'<rss version="2.0"><channel>' + b"<item/>" * 3_000_000)
    assert rejects(read_all(str(file))) == [("feed.xml", "too_large")]


@pytest.mark.parametrize(
    "feed",
    [
        '<rss version="2.0"><channel>' + "<item>" * 300_000,
        '<rss version="2.0"><channel><item><title>' + "&lt;" * 300_000,
    ],
)
def test_feed_that_never_closes_its_elements(tmp_path: Path, feed: str) -> None:
    """A feed that is broken on purpose costs no more time than its length is worth."""
    (tmp_path / "feed.xml").write_text(feed)
    began = time.process_time()
    assert raws(read_all(str(tmp_path / "feed.xml"))) == []
    assert time.process_time() - began < 30


def test_broken_feed(site: Site) -> None:
    """A feed with bare ampersands, names that only HTML knows and an open element still gives its entries."""
    site.pages["/swans"] = Reply(page("Swans"))
    site.pages["/feed"] = Reply(
        '<rss version="2.0"><channel><item><title>Swans & caf&eacute;&nbsp;&amp; more</title>'
        "<link>/swans</link><media:credit>Ada</media:credit></item>"
    )
    [raw] = raws(read_all(site.url("/feed")))
    assert raw.carried["title"] == "Swans & café & more"


def test_own_text_where_robots_keep_the_page_away(site: Site) -> None:
    """What robots.txt does not let us fetch is taken as the feed itself holds it."""
    site.pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /gone\n")
    items = read_all(publish(site))
    assert [raw.source_uri for raw in raws(items) if b"ferry" in raw.data] == [site.url("/gone")]
    assert site.fetched("/gone") == 0


def test_lying_charset(site: Site) -> None:
    """A feed is read in the encoding that it is in, not in the one that its declaration names."""
    site.pages["/swans"] = Reply(page("Swans"))
    feed = ATOM.replace("Ada Thorn", "Åda Þorn").replace('version="1.0"', 'version="1.0" encoding="us-ascii"')
    site.pages["/feed"] = Reply(feed, kind="text/xml; charset=iso-8859-1")
    [raw] = raws(read_all(site.url("/feed")))
    assert raw.carried["byline"] == ["Åda Þorn"]


def test_urls(site: Site, tmp_path: Path) -> None:
    """A list gives its pages in its own order, each once, and says which of its lines are none."""
    site.pages["/a"] = site.pages["/b"] = Reply(page("Swans"))
    lines = ["# ours", site.url("/b"), "", site.url("/a"), "mill bridge", site.url("/a?utm_medium=x")]
    (tmp_path / "list.urls").write_text("\n".join(lines))
    site.pages["/list"] = Reply("\n".join(lines), kind="text/plain")
    for items in (read_all(str(tmp_path / "list.urls")), read_all(site.url("/list"), form="urls")):
        assert [raw.source_uri for raw in raws(items)] == [site.url("/b"), site.url("/a")]
        assert [code for _, code in rejects(items)] == ["malformed"]


def test_slow_pages_keep_their_place(site: Site, tmp_path: Path) -> None:
    """Pages come in the order of the list, whichever of them answers first."""
    names = [f"/{number}" for number in range(40)]
    for name in names:
        busy = [Reply(status=503), Reply(page(name))] if name in ("/0", "/7") else Reply(page(name))
        site.pages[name] = busy
    (tmp_path / "list.urls").write_text("\n".join(map(site.url, names)))
    items = read_all(str(tmp_path / "list.urls"))
    assert [raw.source_uri for raw in raws(items)] == list(map(site.url, names))


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> {swans} </loc><lastmod>2026-03-03</lastmod><news:news><news:publication><news:name>Lune</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2026-03-02T10:00:00Z</news:publication_date>
<news:title>Swans close a bridge</news:title></news:news></url><url><loc>mailto:ada@daily.example</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>{0}</loc></sitemap></sitemapindex>"


def test_sitemap(site: Site) -> None:
    """A news sitemap's pages are read with date and title; what did not change since is not fetched again."""
    site.pages["/swans"] = Reply(page("Swans"))
    site.pages["/map.xml"] = Reply(SITEMAP.format(swans=site.url("/swans")), kind="text/xml")
    memory = Memory()
    items = read_all(site.url("/map.xml"), web=reach(memory))
    [raw] = raws(items)
    assert raw.carried["title"] == "Swans close a bridge"
    assert raw.carried["published_at"] == "2026-03-02T10:00:00Z"
    assert [code for _, code in rejects(items)] == ["unsupported"]
    memory.keep(items)
    read_all(site.url("/map.xml"), web=reach(memory))
    assert site.fetched("/swans") == 1


def test_sitemap_index(site: Site) -> None:
    """An index leads to its sitemaps, packed or not; one that leads ever deeper, or to itself, ends."""
    import gzip

    site.pages["/swans"] = Reply(page("Swans"))
    packed = gzip.compress(SITEMAP.format(swans=site.url("/swans")).encode())
    site.pages["/map.xml.gz"] = Reply(packed, kind="application/x-gzip")
    site.pages["/index"] = Reply(INDEX.format(site.url("/map.xml.gz")), kind="text/xml")
    site.pages["/self"] = Reply(INDEX.format(site.url("/self")), kind="text/xml")
    for number in range(9):
        site.pages[f"/deep{number}"] = Reply(INDEX.format(site.url(f"/deep{number + 1}")), kind="text/xml")
    assert [raw.source_uri for raw in raws(read_all(site.url("/index")))] == [site.url("/swans")]
    assert raws(read_all(site.url("/self"))) == []
    assert [code for _, code in rejects(read_all(site.url("/deep0")))] == ["too_large"]
    assert site.fetched("/deep3") == 0
