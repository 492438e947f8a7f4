"""A real HTTP server on loopback that answers as a test tells it to, and a clock that nobody waits for."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from ingest.fetch import Manners
from ingest.fetch.clock import Clock
from ingest.sources import Reach
from ingest.sources.web.reach import Visited

HOST = "daily.example"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes over the wire."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = "text/html; charset=utf-8"


Answering = Callable[[BaseHTTPRequestHandler], Reply | None]


class Site:
    """A site by its paths. A path holds a reply, a list of them for one request after the other, or a function.

    A function may write to the socket itself and return nothing. `asked` are all requests, in order.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Reply | list[Reply] | Answering] = {}
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.port = 0

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def fetched(self, path: str) -> int:
        """How often a path was asked for."""
        return self.asked.count(path)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        page = self.pages.get(handler.path.partition("?")[0], Reply("gone", 404))
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        reply = page(handler) if callable(page) else page
        if reply is not None:
            send(handler, reply)


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    body = reply.body.encode() if isinstance(reply.body, str) else reply.body
    handler.send_response(reply.status)
    headers = {"Content-Type": reply.kind, "Content-Length": str(len(body)), **reply.headers}
    for name, value in headers.items():
        if value is not None:
            handler.send_header(name, value)
    handler.end_headers()
    with suppress(OSError):
        handler.wfile.write(body)


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection off, as a server that falls over does."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    handler.connection.close()
    handler.close_connection = True


@contextmanager
def serving() -> Iterator[Site]:
    """A site that can be asked until the context ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with suppress(OSError):
                site.answer(self)

        def finish(self) -> None:
            with suppress(OSError, ValueError):
                super().finish()

        def log_message(self, format: str, *args: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            return

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield site
        server.shutdown()


class FastClock(Clock):
    """A clock on which sleeping takes no time; `slept` says how long it was asked for."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def date(self) -> datetime:
        return datetime(2026, 3, 3, 12, tzinfo=UTC) + timedelta(seconds=self.time - 1000)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def chance(self) -> float:
        return 0.5


async def at_home(host: str, port: int) -> list[str]:
    """All names stand on this machine, but for those that say otherwise."""
    if host.startswith("nowhere."):
        raise OSError("Name or service not known")
    return ["127.0.0.1"]


def reach(visited: Visited | None = None, clock: Clock | None = None, **manners: object) -> Reach:
    """The web as tests reach it: every host on loopback, the usual one allowed, no time lost."""
    asked = Manners(**{"allowed": (HOST,), "delay": 0.0, **manners})  # type: ignore[arg-type]
    known = {} if visited is None else {"visited": visited}
    return Reach(asked, resolve=at_home, clock=clock or FastClock(), **known)


STORY = (
    "<p>{0} said on Tuesday that the bridge over the Lune will be closed until the swans have left it.</p>"
)


def page(title: str, head: str = "") -> str:
    """An article as a page, with enough words to be one."""
    paragraphs = "".join(STORY.format(name) for name in ("Engineer Jonas Pell", "Mayor Ada Thorn", "A baker"))
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"{paragraphs}<p>Walkers may use the mill bridge for {title}, a detour of nine minutes.</p></article></body></html>"
    )
