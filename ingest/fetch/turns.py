"""Requests to one host one after the other, with a pause between them."""

from __future__ import annotations

from ingest.fetch.clock import Clock


class Turns:
    """When each host may be asked next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._next: dict[str, float] = {}

    async def wait(self, host: str, delay: float) -> None:
        """Wait until `host` may be asked; the one after this waits `delay` seconds more."""
        now = self._clock.now()
        start = max(now, self._next.get(host, now))
        self._next[host] = start + delay
        if start > now:
            await self._clock.sleep(start - now)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        self._next[host] = max(self._next.get(host, 0.0), self._clock.now() + seconds)
