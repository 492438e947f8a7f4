"""What sites allow: robots.txt, by RFC 9309."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from ingest.errors import Refused
from ingest.fetch.manners import NAME, Manners

# The least that the standard wants to be read; rules beyond it are left.
LARGEST = 512 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered when it was asked for its robots.txt; `text` is empty for other than 200."""

    status: int
    text: str = ""


class Robots:
    """The rules of every site that was asked, each asked once. `ask` gets a site's robots.txt."""

    def __init__(self, manners: Manners, ask: Callable[[str], Awaitable[Answer]]) -> None:
        self._manners, self._ask = manners, ask
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    async def delay(self, url: str) -> float:
        """The seconds to keep between requests to the site of `url`.

        Raises `Refused` with `forbidden` where the site does not want the address to be fetched, and with
        what was wrong where its rules cannot be had.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        if site not in self._rules:
            self._rules[site] = asyncio.ensure_future(self._read(site))
        rules = await asyncio.shield(self._rules[site])
        if not rules.can_fetch(url, NAME):
            raise Refused("forbidden", "The site's robots.txt asks not to fetch this address.")
        asked = rules.crawl_delay(NAME) or 0.0
        if asked > self._manners.longest_wait:
            raise Refused(
                "forbidden",
                f"The site's robots.txt asks for {asked:,.0f} seconds between two requests, more than "
                f"the {self._manners.longest_wait:,.0f} that are waited.",
            )
        return max(self._manners.delay, asked)

    async def _read(self, site: str) -> Protego:
        try:
            answer = await self._ask(f"{site}/robots.txt")
        except Refused as refusal:
            if refusal.code in ("too_many_redirects", "unsupported", "malformed"):
                return Protego.parse("")
            raise
        if answer.status == 429 or answer.status >= 500:
            raise Refused(
                "unavailable",
                f"The site answers {answer.status} for its robots.txt; nothing is fetched for now.",
            )
        return Protego.parse(answer.text)
