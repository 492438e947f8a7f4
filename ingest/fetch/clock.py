"""Time and chance, in one place, so that tests need not wait."""

from __future__ import annotations

import asyncio
import random
import time
from datetime import UTC, datetime


class Clock:
    """The time in seconds since some moment, the date, waiting, and a number from 0 to 1 by chance."""

    def now(self) -> float:
        return time.monotonic()

    def date(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def chance(self) -> float:
        return random.random()
