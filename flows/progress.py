"""The progress bar of a run: on stderr, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from flows.pipeline import Arrivals, Summary, clean_batch, weight
from flows.screen import visible
from ingest.model import Raw
from warehouse.batch import Batch
from warehouse.runs import Counts

if TYPE_CHECKING:
    from rich.progress import Progress


class Watcher(Protocol):
    """What a run reports to."""

    def clean(self, arrivals: Arrivals) -> Batch: ...
    def say(self, sentence: str) -> None: ...
    def loaded(self, counts: Counts, summary: Summary) -> None: ...


class Quiet:
    """Says only what a person must know: that the run waits for another."""

    def clean(self, arrivals: Arrivals) -> Batch:
        return clean_batch(arrivals)

    def say(self, sentence: str) -> None:
        sys.stderr.write(f"{visible(sentence)}\n")

    def loaded(self, counts: Counts, summary: Summary) -> None:
        return


class Bar:
    """A bar that moves with every article cleaned, in bytes of input."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = self._documents = 0
        self._task = progress.add_task("", total=total or None, documents=0)

    def clean(self, arrivals: Arrivals) -> Batch:
        return clean_batch(arrivals, on_item=self._cleaned)

    def say(self, sentence: str) -> None:
        self._progress.console.print(visible(sentence), markup=False)

    def loaded(self, counts: Counts, summary: Summary) -> None:
        self._move(summary.bytes, summary.total.seen)

    def _cleaned(self, raw: Raw) -> None:
        self._move(self._done + weight(raw), self._documents + 1)

    def _move(self, done: int, documents: int) -> None:
        self._done, self._documents = done, documents
        if done > self._total:
            # Compressed files hold more than their size on the disk says: then nobody knows the end.
            # (To `update`, None means no change.)
            [task] = self._progress.tasks
            task.total = None
        self._progress.update(self._task, completed=done, documents=documents)


@contextmanager
def progress(paths: Sequence[str]) -> Iterator[Watcher]:
    """Show a run over `paths`. Raises UsageError for a path that does not exist."""
    if not sys.stderr.isatty():
        yield Quiet()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from ingest.sources import plan

    columns = (
        BarColumn(),
        TextColumn("{task.fields[documents]} documents"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        yield Bar(bar, plan(paths).bytes)
