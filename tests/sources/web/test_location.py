"""What stands at an address is read as what it is, and what cannot be had ends as a reject with its reason."""

from __future__ import annotations

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from ingest.model import Arrival, Raw, Reject, Visit
from ingest.sources import Reach, read
from web_server import HOST, FastClock, Reply, Site, page, reach, reset


def read_all(*paths: str, web: Reach | None = None, form: str = "auto") -> list[Arrival]:
    return list(read(paths, format=form, web=web or reach()))


def test_page(site: Site) -> None:
    """A page is one article at its own address, with where it came from and when; then it counts as visited."""
    site.pages["/swans"] = Reply(page("Swans"), headers={"ETag": '"one"'})
    raw, visit = read_all(site.url("/swans?utm_source=mail#top"))
    assert isinstance(raw, Raw)
    assert (raw.source_uri, raw.format, raw.data) == (site.url("/swans"), "html", page("Swans").encode())
    assert raw.carried == {
        "charset": "utf-8",
        "media_type": "text/html",
        "url": site.url("/swans?utm_source=mail"),
    }
    assert raw.fetched_at == FastClock().date()
    assert visit == Visit("default", site.url("/swans"), None, '"one"')
    assert site.headers[-1]["user-agent"].startswith("copydesk/")


def test_redirects_are_followed_and_recorded(site: Site) -> None:
    """The facts of an article name the address it came from in the end and those on the way."""
    site.pages["/old"] = Reply(status=301, headers={"Location": "/newer"})
    site.pages["/newer"] = Reply(status=302, headers={"Location": site.url("/swans")})
    site.pages["/swans"] = Reply(page("Swans"))
    raw = read_all(site.url("/old"))[0]
    assert isinstance(raw, Raw)
    assert raw.source_uri == site.url("/old")
    assert raw.carried["url"] == site.url("/swans")
    assert raw.carried["redirects"] == [site.url("/old"), site.url("/newer")]


def rejected(items: list[Arrival]) -> tuple[str, str]:
    [item] = items
    assert isinstance(item, Reject)
    assert item.reason.endswith(".")
    return item.code, item.reason


@pytest.mark.parametrize(
    ("reply", "code", "word"),
    [
        (Reply(status=404), "not_found", "404"),
        (Reply(status=410), "not_found", "410"),
        (Reply(status=403), "forbidden", "403"),
        (Reply(status=500), "unavailable", "500"),
        (Reply(status=418), "http_error", "418"),
        (Reply(status=301, headers={"Location": "/x"}), "too_many_redirects", "10 times"),
        (Reply(status=301, headers={"Location": "ftp://daily.example/x"}), "unsupported", "ftp"),
        (Reply(status=301, headers={"Location": "http://[broken/x"}), "malformed", "address"),
        (Reply(status=301, headers={"Location": "http://10.0.0.7/x"}), "private_address", "10.0.0.7"),
        (Reply(b"%PDF-1.7 binary"), "unsupported", "PDF"),
        (Reply(b"\xff\xd8\xff\xe0 picture", kind="text/html"), "unsupported", "JPEG"),
        (Reply(b""), "empty", "empty"),
    ],
)
def test_what_is_no_article_is_a_reject(site: Site, reply: Reply, code: str, word: str) -> None:
    """Each failure has its code and a sentence that says what the server did."""
    site.pages["/x"] = reply
    found, reason = rejected(read_all(site.url("/x")))
    assert found == code
    assert word in reason


def test_only_what_may_heal_is_tried_again(site: Site) -> None:
    """A missing page is asked for once, an overloaded server three times, with growing pauses."""
    site.pages["/busy"] = Reply(status=503)
    clock = FastClock()
    assert rejected(read_all(site.url("/gone")))[0] == "not_found"
    assert rejected(read_all(site.url("/busy"), web=reach(clock=clock)))[0] == "unavailable"
    assert (site.fetched("/gone"), site.fetched("/busy")) == (1, 3)
    assert clock.slept == [1.0, 2.0]


def test_broken_connection_heals(site: Site) -> None:
    """A connection that is reset is tried again, and the article arrives."""

    def broken_once(handler: BaseHTTPRequestHandler) -> Reply | None:
        if site.fetched("/x") > 1:
            return Reply(page("Swans"))
        reset(handler)
        return None

    site.pages["/x"] = broken_once
    assert isinstance(read_all(site.url("/x"))[0], Raw)
    assert site.fetched("/x") == 2


def test_retry_after(site: Site) -> None:
    """A server that asks for time gets as much; one that asks for a day is left alone."""
    site.pages["/x"] = [Reply(status=429, headers={"Retry-After": "30"}), Reply(page("Swans"))]
    site.pages["/y"] = Reply(status=429, headers={"Retry-After": "86400"})
    site.pages["/z"] = Reply(status=429)
    clock = FastClock()
    assert isinstance(read_all(site.url("/x"), web=reach(clock=clock))[0], Raw)
    assert clock.slept == [30.0]
    assert rejected(read_all(site.url("/y")))[0] == "unavailable"
    assert rejected(read_all(site.url("/z")))[0] == "unavailable"
    assert (site.fetched("/y"), site.fetched("/z")) == (1, 1)


def test_one_byte_at_a_time(site: Site) -> None:
    """A server that never ends its answer, in its head or its body, costs the deadline and no more."""

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        start = b"HTTP/1.1 200 OK\r\nX: " if handler.path == "/head" else b"HTTP/1.1 200 OK\r\n\r\n"
        handler.wfile.write(start)
        handler.close_connection = True
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/head"] = site.pages["/body"] = dripping
    for path in ("/head", "/body"):
        code, reason = rejected(read_all(site.url(path), web=reach(deadline=0.2)))
        assert code == "timeout"
        assert "0.2 seconds" in reason


def test_endless_body(site: Site) -> None:
    """An answer is given up as soon as it is larger than the limit, whether or not it says so before."""
    sent = 0

    def endless(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss>")
        handler.close_connection = True
        while sent < 500:
            handler.wfile.write(b"<item/>" * 150_000)
            sent += 1

    site.pages["/endless"] = endless
    site.pages["/said"] = Reply(b"", headers={"Content-Length": str(500 * 1024**2)})
    for path in ("/endless", "/said"):
        code, reason = rejected(read_all(site.url(path), web=reach(largest=1024**2)))
        assert code == "too_large"
        assert "1 MiB" in reason
    assert sent < 100


def test_bomb(site: Site) -> None:
    """What unpacks to more than the limit is given up, however small it is packed, once or twice."""
    once = gzip.compress(bytes(8 * 1024**2))
    site.pages["/once"] = Reply(once, headers={"Content-Encoding": "gzip"})
    site.pages["/twice"] = Reply(gzip.compress(once), headers={"Content-Encoding": "gzip, gzip"})
    site.pages["/thrice"] = Reply(b"x", headers={"Content-Encoding": "gzip, gzip, gzip"})
    site.pages["/other"] = Reply(b"x", headers={"Content-Encoding": "br"})
    codes = [rejected(read_all(site.url(path), web=reach(largest=1024**2)))[0] for path in
             ("/once", "/twice", "/thrice", "/other")]  # fmt: skip
    assert codes == ["too_large", "too_large", "unsupported", "unsupported"]


def test_packed_and_lying(site: Site) -> None:
    """A compressed page is unpacked; one that only says so is taken as it is; a cut one is a reject."""
    site.pages["/packed"] = Reply(gzip.compress(page("Swans").encode()), headers={"Content-Encoding": "gzip"})
    site.pages["/lying"] = Reply(page("Swans"), headers={"Content-Encoding": "gzip"})
    site.pages["/cut"] = Reply(
        gzip.compress(page("Swans").encode())[:-20], headers={"Content-Encoding": "gzip"}
    )
    packed, lying = (read_all(site.url(path))[0] for path in ("/packed", "/lying"))
    assert isinstance(packed, Raw)
    assert isinstance(lying, Raw)
    assert packed.data == lying.data == page("Swans").encode()
    assert rejected(read_all(site.url("/cut")))[0] == "malformed"


def test_private_hosts_are_not_asked(site: Site) -> None:
    """A host on a private address gets no connection, by name or number, unless it is allowed by name."""
    site.pages["/x"] = Reply(page("Swans"))
    for url in (site.url("/x", "other.example"), site.url("/x", "127.0.0.1"), site.url("/x", "localhost")):
        assert rejected(read_all(url))[0] == "private_address"
    assert site.asked == []
    assert isinstance(
        read_all(site.url("/x", "OTHER.example"), web=reach(allowed=("other.example.",)))[0], Raw
    )


def test_redirect_into_a_private_network(site: Site) -> None:
    """Each step of a redirect is checked: a public page cannot lead inside."""
    site.pages["/x"] = Reply(status=302, headers={"Location": site.url("/secret", "inside.example")})
    assert rejected(read_all(site.url("/x")))[0] == "private_address"
    assert "/secret" not in site.asked


def test_unknown_host_and_closed_port(site: Site) -> None:
    """A name that does not exist and a port where nobody listens are unreachable."""
    assert rejected(read_all("http://nowhere.example/x"))[0] == "unreachable"
    assert rejected(read_all(f"http://{HOST}:1/x"))[0] == "unreachable"


def test_robots_are_honoured(site: Site) -> None:
    """What robots.txt keeps from us is not fetched; its Crawl-delay holds; it is asked for once."""
    site.pages["/robots.txt"] = Reply(
        "User-agent: copydesk\nDisallow: /private\nCrawl-delay: 7\n", kind="text/plain"
    )
    site.pages["/private/x"] = site.pages["/a"] = site.pages["/b"] = Reply(page("Swans"))
    clock = FastClock()
    items = read_all(*map(site.url, ("/private/x", "/a", "/b")), web=reach(clock=clock))
    assert isinstance(items[0], Reject)
    assert items[0].code == "forbidden"
    assert [type(item) for item in items[1:]] == [Raw, Visit, Raw, Visit]
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [7.0]


@pytest.mark.parametrize(
    ("robots", "code"),
    [
        (Reply(status=404), None),
        (Reply(status=403), None),
        (Reply(status=503), "unavailable"),
        (Reply("User-agent: *\nDisallow: /\n"), "forbidden"),
        (Reply("User-agent: *\nCrawl-delay: 100000\n"), "forbidden"),
        (Reply(b"\xff\xfe\x00garbage"), None),
        (Reply(status=301, headers={"Location": "/robots.txt"}), None),
    ],
)
def test_robots_that_cannot_be_had(site: Site, robots: Reply, code: str | None) -> None:
    """No robots.txt allows everything, a server in trouble nothing for now (RFC 9309)."""
    site.pages["/robots.txt"] = robots
    site.pages["/x"] = Reply(page("Swans"))
    item = read_all(site.url("/x"))[0]
    assert (item.code if isinstance(item, Reject) else None) == code
    assert site.fetched("/x") == (code is None)


def test_same_version_is_not_sent_again(site: Site) -> None:
    """What a server calls unchanged is known, not read again."""

    def conditional(handler: BaseHTTPRequestHandler) -> Reply:
        if handler.headers["If-None-Match"] == '"one"':
            return Reply(status=304)
        return Reply(page("Swans"), headers={"ETag": '"one"'})

    site.pages["/x"] = conditional
    _, visit = read_all(site.url("/x"))
    assert isinstance(visit, Visit)
    [again] = read_all(site.url("/x"), web=reach(lambda source, uris: {visit.uri: visit}))
    assert isinstance(again, Visit)
    assert again.is_known


def test_passwords_are_used_and_not_stored(site: Site) -> None:
    """User name and password of an address go to its server and nowhere else."""
    site.pages["/x"] = Reply(status=302, headers={"Location": "/y"})
    site.pages["/y"] = Reply(page("Swans"))
    items = read_all(site.url("/x", f"ada:secret@{HOST}"))
    assert site.headers[-2]["authorization"].startswith("Basic ")
    assert "secret" not in repr(items)
    assert "ada" not in repr(items)


def test_other_files_are_read_as_what_they_are(site: Site) -> None:
    """A file of records at an address is read like one on the disk, its records at its address."""
    site.pages["/dump"] = Reply(b'{"text": "One."}\n{"text": "Two."}\n', kind="application/octet-stream")
    site.pages["/gz"] = Reply(gzip.compress(b'{"text": "One."}\n'), kind="application/gzip")
    items = read_all(site.url("/dump"), site.url("/gz"))
    assert [item.source_uri for item in items if isinstance(item, Raw)] == [
        site.url("/dump#1"), site.url("/dump#2"), site.url("/gz#1"),
    ]  # fmt: skip


def test_what_follows_is_read(site: Site, tmp_path: object) -> None:
    """An address that fails stops nothing."""
    site.pages["/x"] = Reply(page("Swans"))
    items = read_all(site.url("/gone"), "http://nowhere.example/", site.url("/x"))
    assert [type(item) for item in items] == [Reject, Reject, Raw, Visit]
