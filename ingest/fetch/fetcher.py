"""Fetches one address: robots.txt, turns, redirects, retries, limits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from email.message import Message
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urlsplit

import httpcore
import httpx

from ingest.errors import Refused
from ingest.fetch.addresses import asked, shown
from ingest.fetch.body import ACCEPTED, read_body
from ingest.fetch.clock import Clock
from ingest.fetch.fetched import Fetched, Validators
from ingest.fetch.hosts import Resolve, resolve
from ingest.fetch.manners import Manners
from ingest.fetch.network import CheckedTransport
from ingest.fetch.retry import after, is_passing, reason_of
from ingest.fetch.robots import LARGEST, Answer, Robots
from ingest.fetch.turns import Turns

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
# As many as RFC 9309 wants to be followed for a robots.txt.
_ROBOTS_REDIRECTS = 5


class Fetcher:
    """Fetches addresses within the limits of `manners`; for one event loop."""

    def __init__(self, manners: Manners, *, resolve: Resolve = resolve, clock: Clock | None = None) -> None:
        self._manners, self._clock = manners, clock or Clock()
        self._turns = Turns(self._clock)
        self._slots = asyncio.Semaphore(manners.at_once)
        self._robots = Robots(manners, self._ask_robots)
        self._client = httpx.AsyncClient(
            transport=CheckedTransport(manners, resolve),
            headers={"User-Agent": manners.user_agent, "Accept-Encoding": ACCEPTED},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=manners.deadline,
            trust_env=False,
        )

    async def get(self, url: str, validators: Validators) -> Fetched:
        """Fetch an address. Raises `Refused` with a code and a sentence for whatever is in the way."""
        answer, way = await self._follow(
            asked(url), self._robots.delay, self._manners.redirects, validators.headers()
        )
        if answer.status_code != _NOT_MODIFIED and not answer.is_success:
            raise Refused(*reason_of(answer))
        media_type, charset = _declared(answer.headers.get("content-type", ""))
        return Fetched(
            url=shown(way[-1]),
            redirects=tuple(map(shown, way[:-1])),
            is_same=answer.status_code == _NOT_MODIFIED,
            media_type=media_type,
            charset=charset,
            validators=Validators(answer.headers.get("etag"), answer.headers.get("last-modified")),
            body=answer.content if answer.is_success else b"",
            at=self._clock.date(),
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _ask_robots(self, url: str) -> Answer:
        async def delay(url: str) -> float:
            return self._manners.delay

        answer, _ = await self._follow(url, delay, _ROBOTS_REDIRECTS, {}, LARGEST)
        text = answer.content.decode("utf-8", "replace") if answer.is_success else ""
        return Answer(answer.status_code, text.removeprefix("\ufeff"))

    async def _follow(
        self,
        url: str,
        delay: Callable[[str], Awaitable[float]],
        most: int,
        headers: Mapping[str, str],
        largest: int | None = None,
    ) -> tuple[httpx.Response, list[str]]:
        """The last answer on the way of redirects, and all addresses on it."""
        way = [url]
        while len(way) <= most + 1:
            answer = await self._retried(way[-1], await delay(way[-1]), headers, largest)
            target = answer.headers.get("location", "")
            if answer.status_code not in _REDIRECTS or not target:
                return answer, way
            way.append(asked(target, shown(way[-1])))
        raise Refused("too_many_redirects", f"It was redirected more than {most} times.")

    async def _retried(
        self, url: str, delay: float, headers: Mapping[str, str], largest: int | None
    ) -> httpx.Response:
        """An answer after as many tries as it takes where a failure may pass, and as many as are allowed."""
        host = urlsplit(url).netloc.rpartition("@")[2]
        for attempt in range(1, self._manners.tries + 1):
            is_last = attempt == self._manners.tries
            await self._turns.wait(host, delay)
            try:
                answer = await self._ask(url, headers, largest)
            except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
                if is_last or isinstance(error, httpcore.ConnectError):
                    raise Refused("unreachable", _told(error)) from error
                pause = after(attempt, self._clock.chance())
            else:
                asked_for = is_passing(answer, self._clock.date())
                if asked_for is None or is_last or asked_for > self._manners.longest_wait:
                    return answer
                pause = max(asked_for, after(attempt, self._clock.chance()))
            self._turns.postpone(host, pause)
        raise AssertionError("every last try returns or raises")

    async def _ask(self, url: str, headers: Mapping[str, str], largest: int | None) -> httpx.Response:
        """One request and its whole answer within the deadline; the body only where it is wanted."""
        try:
            async with (
                self._slots,
                asyncio.timeout(self._manners.deadline),
                self._client.stream("GET", url, headers=dict(headers)) as answer,
            ):
                body = await self._body(answer, largest) if answer.is_success else b""
                return httpx.Response(answer.status_code, headers=_unpacked(answer), content=body)
        except (TimeoutError, httpcore.TimeoutException) as error:
            told = f"The server did not finish its answer within {self._manners.deadline:g} seconds."
            raise Refused("timeout", told) from error
        except (httpx.InvalidURL, httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
            raise Refused("malformed", f"It is no address of a page: {error}.") from error

    async def _body(self, answer: httpx.Response, largest: int | None) -> bytes:
        return await read_body(answer, largest or self._manners.largest, cut=largest is not None)


def _unpacked(answer: httpx.Response) -> httpx.Headers:
    """The headers of an answer whose body was unpacked already."""
    headers = answer.headers.copy()
    for name in ("content-encoding", "content-length", "transfer-encoding"):
        headers.pop(name, None)
    return headers


def _declared(content_type: str) -> tuple[str | None, str | None]:
    """The media type and the charset that a header names."""
    message = Message()
    message["content-type"] = content_type[:200]
    charset = message.get_param("charset")
    kind = content_type.partition(";")[0].strip().lower()
    return kind or None, charset.strip() or None if isinstance(charset, str) else None


def _told(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return f"The server cannot be reached, or broke off: {text or type(error).__name__}."
