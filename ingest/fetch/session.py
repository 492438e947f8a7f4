"""Fetching from code that is not asynchronous: in the background, a bounded number of answers ahead."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from ingest.errors import Refused
from ingest.fetch.clock import Clock
from ingest.fetch.fetched import Fetched, Validators
from ingest.fetch.hosts import Resolve, resolve
from ingest.fetch.manners import Manners

if TYPE_CHECKING:
    from ingest.fetch.fetcher import Fetcher

T = TypeVar("T")

# How many answers may wait to be taken.
AHEAD = 16


class Session:
    """Fetches in a thread of its own, which begins with the first request and ends with `close`."""

    def __init__(self, manners: Manners, *, resolve: Resolve = resolve, clock: Clock | None = None) -> None:
        self._manners, self._resolve, self._clock = manners, resolve, clock
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._fetcher: Fetcher | None = None

    def ahead(
        self, jobs: Iterable[T], request: Callable[[T], tuple[str, Validators] | None]
    ) -> Iterator[tuple[T, Fetched | Refused | None]]:
        """Each job with what came of its request, None where it needs none, in the order of the jobs.

        Where `jobs` fails, those before it are still finished.
        """
        waiting: deque[tuple[T, Future[Fetched | Refused] | None]] = deque()
        failed: Exception | None = None
        try:
            try:
                for job in jobs:
                    wanted = request(job)
                    waiting.append((job, self._begin(*wanted) if wanted else None))
                    if len(waiting) > AHEAD:
                        yield _finished(*waiting.popleft())
            except Exception as error:
                failed = error
            while waiting:
                yield _finished(*waiting.popleft())
            if failed:
                raise failed
        finally:
            for _, future in waiting:
                if future:
                    future.cancel()

    def close(self) -> None:
        """End what is under way, and the thread."""
        if self._loop is None or self._thread is None:
            return
        ended = asyncio.run_coroutine_threadsafe(_end(self._fetcher), self._loop)
        ended.result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._loop = self._thread = self._fetcher = None

    def _begin(self, url: str, validators: Validators) -> Future[Fetched | Refused]:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = Thread(target=self._loop.run_forever, name="fetch", daemon=True)
            self._thread.start()
        return asyncio.run_coroutine_threadsafe(self._get(url, validators), self._loop)

    async def _get(self, url: str, validators: Validators) -> Fetched | Refused:
        if self._fetcher is None:
            # Not before it is needed: most runs fetch nothing, and the libraries take a while to load.
            from ingest.fetch.fetcher import Fetcher

            self._fetcher = Fetcher(self._manners, resolve=self._resolve, clock=self._clock)
        try:
            return await self._fetcher.get(url, validators)
        except Refused as refusal:
            return refusal
        except Exception as error:  # one address must not stop the thousands after it
            return Refused("failed", f"It could not be fetched ({type(error).__name__}: {error}).")


def _finished(job: T, future: Future[Fetched | Refused] | None) -> tuple[T, Fetched | Refused | None]:
    try:
        return job, None if future is None else future.result()
    except CancelledError:
        return job, Refused("unreachable", "The run ended before the answer came.")


async def _end(fetcher: Fetcher | None) -> None:
    """Cancel all requests and close all connections."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    if fetcher:
        await fetcher.close()
