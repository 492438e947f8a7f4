"""A run that reads the web: what is known is left, what failed comes next time, a stopped run loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows import pipeline
from flows.pipeline import Request
from ingest.fetch import Manners
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.run import Run
from warehouse.runs import Counts
from warehouse.writer import Writer
from web_server import Reply, Site, page, serving

HOST = "127.0.0.1"
MANNERS = Manners(allowed=(HOST,), delay=0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        for number in range(6):
            site.pages[f"/{number}"] = Reply(page(f"Story {number}"))
        yield site


def feed(site: Site, numbers: range, guid: str = "") -> str:
    items = (
        f"<item><title>Entry {number}</title><link>{site.url(f'/{number}', HOST)}</link>"
        f"<guid>{guid}{number}</guid><pubDate>Tue, 03 Mar 2026 08:00:0{number} GMT</pubDate></item>"
        for number in numbers
    )
    return f'<rss version="2.0"><channel><title>Lune</title>{"".join(items)}</channel></rss>'


def ingest(files: Files, *paths: str, **options: Any) -> Counts:
    request = Request(paths, manners=MANNERS, batch_size=2)
    return pipeline.run(request, files, on_wait=print, **options).total


def rows(files: Files, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(files.working, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def content(files: Files) -> list[tuple[Any, ...]]:
    return rows(
        files, "SELECT doc_id, source_uri, title, text, published_at, revision FROM documents ORDER BY ALL"
    )


def test_what_is_known_is_not_fetched(site: Site, tmp_path: Path) -> None:
    """The second run asks for the feed alone, the third, after a new entry, for the feed and that entry's page."""
    files, url = Files(tmp_path / "w.duckdb"), site.url("/feed", HOST)
    site.pages["/feed"] = Reply(feed(site, range(5)), headers={"ETag": '"one"'})
    assert ingest(files, url).added == 5
    site.asked.clear()
    site.pages["/feed"] = Reply(status=304)
    assert ingest(files, url).unchanged == 1
    assert site.asked == ["/robots.txt", "/feed"]
    assert site.headers[-1]["if-none-match"] == '"one"'
    site.pages["/feed"] = Reply(feed(site, range(6)))
    site.asked.clear()
    done = ingest(files, url)
    assert (done.added, done.unchanged) == (1, 5)
    assert site.asked == ["/robots.txt", "/feed", "/5"]


class KilledError(Exception):
    """The run is killed."""


def test_stopped_run_loses_no_entry(site: Site, tmp_path: Path) -> None:
    """A run that is stopped after any batch leaves the rest to the next one; the result is that of one run."""
    url = site.url("/feed", HOST)
    site.pages["/feed"] = Reply(feed(site, range(6)), headers={"ETag": '"one"'})
    whole, pieces = Files(tmp_path / "whole.duckdb"), Files(tmp_path / "pieces.duckdb")
    ingest(whole, url)
    left = 0

    def load(writer: Writer, batch: Batch) -> Counts:
        nonlocal left
        if not left:
            raise KilledError
        left -= 1
        return writer.load(batch)

    for batches in (0, 1, 2):
        left = batches
        with pytest.raises(KilledError):
            ingest(pieces, url, load=load)
    ingest(pieces, url)
    assert content(pieces) == content(whole)
    assert rows(pieces, "SELECT uri, mark, etag FROM store.visits ORDER BY 1") == rows(
        whole, "SELECT uri, mark, etag FROM store.visits ORDER BY 1"
    )


def test_page_that_failed_comes_next_time(site: Site, tmp_path: Path) -> None:
    """A page that cannot be had is a reject; when it is there again, the next run loads it and closes the reject."""
    files, url = Files(tmp_path / "w.duckdb"), site.url("/feed", HOST)
    site.pages["/feed"] = Reply(feed(site, range(2)), headers={"ETag": '"one"'})
    site.pages["/1"] = Reply(status=500)
    done = ingest(files, url)
    assert (done.added, done.rejected) == (1, 1)
    site.pages["/1"] = Reply(page("Story 1"))
    done = ingest(files, url)
    assert (done.added, done.unchanged, done.rejected) == (1, 1, 0)
    assert rows(files, "SELECT error_code, replayed_at IS NULL FROM rejects") == [("unavailable", False)]


def test_no_password_is_in_the_file(site: Site, tmp_path: Path) -> None:
    """A password in an address is nowhere in the warehouse, also where the address fails."""
    files = Files(tmp_path / "w.duckdb")
    ingest(files, *(site.url(path, f"ada:tintagel@{HOST}") for path in ("/1", "/gone")))
    assert rows(files, "SELECT source_uri FROM documents") == [(site.url("/1", HOST),)]
    assert all(b"tintagel" not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


def test_forgotten_pages_leave_no_address(site: Site, tmp_path: Path) -> None:
    """Forgetting a document takes its address out of what was visited."""
    files = Files(tmp_path / "w.duckdb")
    ingest(files, *(site.url(path, HOST) for path in ("/1", "/2")))
    [(doc_id,)] = rows(files, "SELECT doc_id FROM documents WHERE title = 'Story 1'")
    with Run(files, source="default", parameters={}, program="0", on_wait=print) as writer:
        writer.forget([doc_id], "On request.")
    assert rows(files, "SELECT uri FROM store.visits") == [(site.url("/2", HOST),)]


def test_paths_and_addresses_together(site: Site, tmp_path: Path) -> None:
    """Files and addresses are read in one run; two files of one name keep apart as without addresses."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"The swans of {folder} have left the bridge over the Lune.")
    files = Files(tmp_path / "w.duckdb")
    ingest(files, str(tmp_path / "a"), site.url("/1", HOST), str(tmp_path / "b"))
    found = rows(files, "SELECT source_uri FROM documents ORDER BY 1")
    assert found == [("a/x.txt",), ("b/x.txt",), (site.url("/1", HOST),)]
