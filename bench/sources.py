"""How fast each kind of input is read, without extraction, and how much memory that takes.

    python bench/sources.py [--items 20000] [KIND ...]

Every kind holds the same made-up articles of about 2.6 kB. In warc.gz, menus make pages of about 28 kB of
them, and to every page there is a record of its request; items are pages. Those on the web are pages of a
server on loopback, without a delay between requests, a tenth as many. Each is read in a process of its own,
on one core. Memory is the peak of that process above what it had before it began to read.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import gzip
import io
import json
import lzma
import multiprocessing
import resource
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import zstandard

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.corpus import articles

Rows = Sequence[dict[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--items", type=int, default=20_000)
    arguments = parser.parse_args()
    print(f"{'kind':14} {'items':>8} {'MB':>8} {'items/s':>10} {'MB/s':>7} {'memory MB':>10}")
    for kind in arguments.kinds or KINDS:
        with tempfile.TemporaryDirectory() as folder, serving() as port:
            path = Path(folder) / f"input{KINDS[kind][0]}"
            apart(write, kind, path, arguments.items, port)
            size = path.stat().st_size / 1e6
            count, seconds, memory = apart(read_all, path)
            speed = f"{count / seconds:10,.0f} {size / seconds:7.0f}"
            print(f"{kind:14} {count:8,} {size:8.1f} {speed} {memory:10.0f}")


def apart(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function in a new process, so that nothing that it needs adds to another one's memory."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(function, *arguments).result()


def write(kind: str, path: Path, items: int, port: int) -> None:
    """Write a file of so many articles, or of addresses at which they stand."""
    base = {"base": f"http://127.0.0.1:{port}"} if kind in ON_THE_WEB else {}
    rows = [
        {"id": str(number), "title": f"Report {number}", "text": text, "date": "2026-03-03", **base}
        for number, text in enumerate(articles(items // 10 if kind in ON_THE_WEB else items))
    ]
    KINDS[kind][1](path, rows)


def read_all(path: Path) -> tuple[int, float, float]:
    """Read the file; return the number of articles, CPU seconds, and peak memory in MB."""
    from ingest.fetch import Manners
    from ingest.model import Raw
    from ingest.sources import Reach, read

    # What is loaded once for all inputs is no cost of this one.
    list(read([__file__], format="text"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    web = Reach(Manners(allowed=("127.0.0.1",), delay=0.0))
    count = sum(isinstance(item, Raw) for item in read([str(path)], web=web))
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return count, seconds, memory / 1024


@contextmanager
def serving() -> Iterator[int]:
    """A server in a process of its own that has an article at every address; gives its port."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    yield ours.recv()
    process.terminate()


def serve(pipe: Connection) -> None:
    [text] = articles(1)
    body = page({"title": "Report", "text": text})

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            found = self.path != "/robots.txt"
            head = f"HTTP/1.1 {200 if found else 404} .\r\nContent-Type: text/html\r\nContent-Length: "
            self.wfile.write(f"{head}{len(body)}\r\n\r\n".encode() + body)

        def log_message(self, format: str, *arguments: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        pipe.send(server.server_address[1])
        server.serve_forever()


def write_urls(path: Path, rows: Rows) -> None:
    path.write_text("".join(f"{row['base']}/{row['id']}\n" for row in rows))


def write_feed(path: Path, rows: Rows) -> None:
    items = ("<item><title>{title}</title><link>{base}/{id}</link></item>".format(**row) for row in rows)
    path.write_text(f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>')


def write_sitemap(path: Path, rows: Rows) -> None:
    items = ("<url><loc>{base}/{id}</loc><lastmod>{date}</lastmod></url>".format(**row) for row in rows)
    path.write_text(f"<urlset>{''.join(items)}</urlset>")


def write_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writeheader()
        writer.writerows(rows)


def write_json(path: Path, rows: Rows) -> None:
    path.write_text(json.dumps({"articles": rows}), "utf-8")


def write_parquet(path: Path, rows: Rows) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=5000)


def write_mbox(path: Path, rows: Rows) -> None:
    head = "From a@wire.example Tue Mar  3 19:00:00 2026\nSubject: {title}\nMessage-ID: <{id}@wire.example>\n"
    more = "Date: Tue, 03 Mar 2026 19:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"
    path.write_text("".join((head + more).format(**row) for row in rows), "utf-8")


def write_zip(path: Path, rows: Rows) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in rows:
            archive.writestr(f"{row['id']}.html", page(row))


def write_tar(path: Path, rows: Rows) -> None:
    with tarfile.open(path, "w") as archive:
        for row in rows:
            info, data = tarfile.TarInfo(f"{row['id']}.html"), page(row)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def write_warc(path: Path, rows: Rows) -> None:
    """An archive as crawlers of news write it: to every page its request, each record packed for itself."""
    menu = "".join(
        f'<li class="menu-item"><a href="/section/{n * n}">Section {n}</a></li>' for n in range(400)
    )
    with path.open("wb") as file:
        for row in rows:
            url = f"https://wire.example/{row['id']}"
            body = page(row).replace(b"<body>", f"<body><ul>{menu}</ul>".encode())
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            for kind, block in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", answer)):
                file.write(gzip.compress(warc_record(kind, url, block), 6))


def warc_record(kind: str, url: str, block: bytes) -> bytes:
    """One record of a WARC archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T19:00:00Z\r\n"
    more = f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return (head + more).encode() + block + b"\r\n\r\n"


def page(row: dict[str, str]) -> bytes:
    """The article as a small web page."""
    body = row["text"].replace("\n\n", "</p><p>")
    return f"<html><head><title>{row['title']}</title></head><body><p>{body}</p></body></html>".encode()


def write_jsonl(path: Path, rows: Rows) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def packed(
    write: Callable[[Path, Rows], None], pack: Callable[[bytes], bytes]
) -> Callable[[Path, Rows], None]:
    """The same file compressed."""

    def write_packed(path: Path, rows: Rows) -> None:
        write(path, rows)
        path.write_bytes(pack(path.read_bytes()))

    return write_packed


KINDS: dict[str, tuple[str, Callable[[Path, Rows], None]]] = {
    "jsonl": (".jsonl", write_jsonl),
    "jsonl.gz": (".jsonl.gz", packed(write_jsonl, gzip.compress)),
    "jsonl.zst": (".jsonl.zst", packed(write_jsonl, zstandard.ZstdCompressor().compress)),
    "jsonl.xz": (".jsonl.xz", packed(write_jsonl, lambda data: lzma.compress(data, preset=1))),
    "jsonl.bz2": (".jsonl.bz2", packed(write_jsonl, bz2.compress)),
    "json": (".json", write_json),
    "csv": (".csv", write_csv),
    "tsv": (".tsv", write_csv),
    "parquet": (".parquet", write_parquet),
    "mbox": (".mbox", write_mbox),
    "zip of pages": (".zip", write_zip),
    "tar of pages": (".tar", write_tar),
    "tar.gz": (".tar.gz", packed(write_tar, gzip.compress)),
    "warc.gz": (".warc.gz", write_warc),
    "urls": (".urls", write_urls),
    "feed": (".rss", write_feed),
    "sitemap": (".xml", write_sitemap),
}
ON_THE_WEB = frozenset({"urls", "feed", "sitemap"})

if __name__ == "__main__":
    main()
