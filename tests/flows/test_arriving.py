"""Crawls, remote folders and watched folders through the whole pipeline."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fsspec
import pytest

from flows.pipeline import Arrivals, Request, clean_batch, run
from tables import contents, rows
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.runs import Counts
from warehouse.writer import Writer

PLACES = ("Aldersea", "Brae", "Corran", "Dunmore", "Eastholm", "Farr")


def page(place: str) -> bytes:
    text = (
        f"The ferry to {place} sails again from Monday, its owner said after a winter of repairs. "
        f"Fares to {place} stay as they are, and children under twelve travel free until the end of May."
    )
    return (
        f"<!DOCTYPE html><html><head><title>{place}</title></head><body><p>{text}</p></body></html>".encode()
    )


def record(place: str) -> bytes:
    """One page of a crawl, packed for itself."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(place)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/{place.lower()}\r\n"
        "WARC-Date: 2026-03-03T19:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


CRAWL = b"".join(map(record, PLACES))


def test_a_killed_run_goes_on_within_an_archive(tmp_path: Path) -> None:
    """Records that are loaded are not extracted again, and the end is that of a run that was never stopped."""
    crawl, files, other = (
        tmp_path / "crawl.warc.gz",
        Files(tmp_path / "a.duckdb"),
        Files(tmp_path / "b.duckdb"),
    )
    crawl.write_bytes(CRAWL)

    def die_later(writer: Writer, batch: Batch) -> Counts:
        if writer.counts.seen >= 4:
            raise KeyboardInterrupt
        return writer.load(batch)

    extracted: list[str] = []

    def clean(arrivals: Arrivals) -> Batch:
        extracted.extend(raw.source_uri for raw in arrivals.raws)
        return clean_batch(arrivals)

    request = Request([str(crawl)], batch_size=2)
    with pytest.raises(KeyboardInterrupt):
        run(request, files, load=die_later, on_wait=print)
    done = run(request, files, clean=clean, on_wait=print)
    assert extracted == ["crawl.warc.gz#5", "crawl.warc.gz#6"]
    assert (done.total.added, done.total.unchanged) == (2, 4)
    run(request, other, on_wait=print)
    assert contents(files) == contents(other)


def test_an_archive_that_was_cut_short_is_completed(tmp_path: Path) -> None:
    """The record that was cut is a reject until the whole archive comes, and closed then; the others stay."""
    crawl, files = tmp_path / "crawl.warc.gz", Files(tmp_path / "w.duckdb")
    crawl.write_bytes(CRAWL[:-60])
    first = run(Request([str(crawl)]), files, on_wait=print)
    assert (first.total.added, first.total.rejected) == (5, 1)
    crawl.write_bytes(CRAWL)
    second = run(Request([str(crawl)]), files, on_wait=print)
    assert (second.total.added, second.total.unchanged, second.total.rejected) == (1, 5, 0)
    sql = "SELECT source_uri, error_code, replayed_at IS NOT NULL FROM rejects"
    assert rows(files, sql) == [("crawl.warc.gz#6", "malformed", True)]
    sql = "SELECT DISTINCT url, fetched_at::VARCHAR FROM documents JOIN carried USING (doc_id) WHERE title = 'Brae'"
    [(url, fetched)] = rows(files, sql)
    assert (url, fetched[:10]) == ("https://wire.example/brae", "2026-03-03")


def test_a_remote_folder_makes_the_same_warehouse(command: Callable[..., Any], tmp_path: Path) -> None:
    """From afar comes what comes from here, and nothing of the address's password is stored or said."""
    local = tmp_path / "in"
    local.mkdir()
    (local / "crawl.warc.gz").write_bytes(CRAWL)
    (local / "page.html").write_bytes(page("Gull"))
    # The memory of fsspec takes user and password for a part of the folder's name.
    memory, address = fsspec.filesystem("memory"), "memory://ana:pa55word@bucket/news"
    for file in local.iterdir():
        memory.pipe(f"/ana:pa55word@bucket/news/{file.name}", file.read_bytes())
    here, there = Files(tmp_path / "here.duckdb"), Files(tmp_path / "there.duckdb")
    tried = command("ingest", address, "--dry-run", "--warehouse", str(there.published))
    assert (tried.code, "7 would be added" in tried.out, there.published.exists()) == (0, True, False)
    said = command("ingest", address, "--warehouse", str(there.published))
    assert (said.code, "7 added" in said.out) == (0, True)
    run(Request([str(local)]), here, on_wait=print)
    assert contents(here) == contents(there)
    [(parameters,)] = rows(there, "SELECT parameters::VARCHAR FROM runs")
    assert "memory://bucket/news" in parameters
    wrong = command("ingest", f"{address}/nowhere", "--warehouse", str(there.published))
    assert (wrong.code, "memory://bucket/news/nowhere" in wrong.err) == (2, True)
    for told in (parameters, tried.out, said.out, said.err, wrong.err):
        assert "pa55word" not in told


def test_what_is_still_being_written_is_left(command: Callable[..., Any], tmp_path: Path) -> None:
    """A half-written file is neither loaded nor rejected, the summary names it, and the next run takes it."""
    inbox, warehouse = tmp_path / "inbox", tmp_path / "w.duckdb"
    inbox.mkdir()
    for name, age in (("old.html", 600), ("fresh.html", 1), ("more.html.part", 600)):
        (inbox / name).write_bytes(page(name))
        os.utime(inbox / name, (time.time() - age,) * 2)
    arguments = ("ingest", str(inbox), "--settle", "60", "--warehouse", str(warehouse))
    tried, said = command(*arguments, "--dry-run"), command(*arguments)
    assert "1 would be added, 0 updated, 0 unchanged, 0 rejected.\nStill being written:" in tried.out
    assert (
        "1 added, 0 updated, 0 unchanged, 0 rejected. 2 files were still being written and left for the next run.\n"
        "Still being written:\n  fresh.html\n  more.html.part\n"
    ) in said.out
    assert rows(Files(warehouse), "SELECT count(*) FROM rejects") == [(0,)]
    os.utime(inbox / "fresh.html", (time.time() - 600,) * 2)
    again = command(*arguments)
    assert "1 added, 0 updated, 1 unchanged, 0 rejected. 1 file was still being written" in again.out
    everything = command("ingest", str(inbox), "--warehouse", str(warehouse))
    assert "2 unchanged, 1 rejected." in everything.out


def test_the_form_leaves_what_is_still_being_written(ingest_flow: Any, tmp_path: Path) -> None:
    """The watched folder of the flow says in its last state how many files it left."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "fresh.html").write_bytes(page("Gull"))
    settings = {"warehouse": str(tmp_path / "w.duckdb"), "create_folder": True}
    state = ingest_flow(str(inbox), settle=60, **settings, return_state=True)
    assert state.is_completed()
    assert state.message.endswith("0 rejected. 1 file was still being written and left for the next run.")
    wrong = ingest_flow(str(inbox), settle=-1, **settings, return_state=True)
    assert (wrong.is_failed(), "choose 0 or more" in wrong.message) == (True, True)
