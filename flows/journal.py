"""What a run says of itself while it is going on: a line for each batch, and a bar that moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from flows.pipeline import Summary
from flows.showing import showing
from warehouse.runs import Counts

_PAUSE = 60.0


class Journal:
    """Tells the log and the artifact `progress` of the run that is going on."""

    def __init__(
        self, log: Callable[[str], None], total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`total` is the weight of all inputs in bytes, as far as their sizes on the disk tell.

        Where the server does not take the bar, the run goes on without it for a while: each try may cost
        minutes. `clock` gives seconds and never jumps.
        """
        self._log, self._total, self._clock = log, total, clock
        self._not_before = clock()
        self._bar: UUID | None = None
        with showing(log):
            self._bar = create_progress_artifact(  # type: ignore[assignment]
                progress=0.0, key="progress", description="How much of the input is loaded"
            )

    def loaded(self, done: Counts, summary: Summary) -> None:
        """Tell of one batch."""
        self._log(batch_line(done, summary, self._total))
        # The rest is publishing; compressed files hold more than their sizes say.
        self._move(min(99.0, 100 * summary.bytes / self._total) if self._total else 0.0)

    def finished(self) -> None:
        """Move the bar to its end."""
        self._move(100.0)

    def _move(self, percent: float) -> None:
        if not self._bar or self._clock() < self._not_before:
            return
        with showing(self._log, self._put_off), temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0}):
            update_progress_artifact(self._bar, progress=round(percent, 1))

    def _put_off(self) -> None:
        self._not_before = self._clock() + _PAUSE


def batch_line(done: Counts, summary: Summary, total: int) -> str:
    """Return what one batch did, in a line, with the time left where `total` bytes of input tell it."""
    return (
        f"Batch {summary.batches}: {done.seen:,} seen, {done.added:,} added, {done.updated:,} updated, "
        f"{done.unchanged:,} unchanged, {done.rejected:,} rejected, {done.removals:,} cuts, "
        f"{done.duplicates:,} duplicates; "
        f"{summary.total.seen / summary.seconds:,.0f} documents/s{_left(summary, total)}"
    )


def _left(summary: Summary, total: int) -> str:
    if not 0 < summary.bytes < total:
        return ""
    seconds = summary.seconds * (total - summary.bytes) / summary.bytes
    told = f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
    return f", about {told} left"
