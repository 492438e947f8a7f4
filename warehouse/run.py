"""A run on a warehouse: takes the lock, opens, hands out the writer, publishes at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType

import duckdb

from warehouse import runs
from warehouse.checkpoint import checkpoint
from warehouse.database import open_published
from warehouse.errors import ForeignFileError, WarehouseError
from warehouse.files import Files
from warehouse.lock import writing
from warehouse.publish import Publication, clear_leftovers, publish, restore_working
from warehouse.rebuild import OnStep, Stage
from warehouse.rewrite import is_due, rewrite
from warehouse.upgrade import open_in_turn
from warehouse.writer import Writer


def _in_sentences(tell: Callable[[str], None]) -> OnStep:
    told = False

    def on_step(stage: Stage, done: int, total: int) -> None:
        nonlocal told
        if stage == "stories":
            if done < total:
                tell(f"Looking for stories: {done:,} of {total:,} documents …")
        elif not told:
            told = True
            tell(f"Another copydesk matched what is stored: making it anew, {total:,} documents …")

    return on_step


class Run:
    """A run on a warehouse, as a context: lock, open, migrate, write, close, publish.

    Leaving it normally records `completed` and publishes. An exception records `failed` and
    publishes nothing: readers see a whole run or none of it, and the next run completes the work.
    `publication` says what publishing cost, after a completed run.
    """

    publication = Publication()

    def __init__(
        self,
        files: Files,
        *,
        source: str,
        parameters: Mapping[str, object],
        program: str,
        on_wait: Callable[[str], None],
        rebuild: bool = False,
        on_step: OnStep | None = None,
    ) -> None:
        """Prepare a run. With `rebuild`, it begins by making keys, relations and groups anew.

        `on_step` hears how that goes on, also where an older file needs it, and how far stories are at the
        end; without it `on_wait` is told of long work.
        """
        self._files = files
        self._begin = (source, parameters, program)
        self._rebuild = rebuild
        self._on_step = on_step or _in_sentences(on_wait)
        self._on_wait = on_wait
        self._lock = writing(files, f"source {source!r}", on_wait)

    def __enter__(self) -> Writer:
        self._check_published()
        self._lock.__enter__()
        try:
            clear_leftovers(self._files)
            if self._only_published():
                restore_working(self._files)
            connection = open_in_turn(self._files, self._on_wait)
            try:
                self._began = time.monotonic()
                run_id = runs.start(connection, *self._begin, datetime.now(UTC))
                self._writer = Writer(connection, run_id, self._begin[2])
                self._writer.update(self._on_step, anew=self._rebuild)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self._writer

    def _check_published(self) -> None:
        """Refuse somebody else's file, before anything is put beside it or in its place."""
        if not self._files.published.exists():
            return
        try:
            open_published(self._files).close()
        except WarehouseError as error:
            # A damaged file of ours is replaced at the end, from the one that the run works on.
            if isinstance(error, ForeignFileError) or self._only_published():
                raise

    def _only_published(self) -> bool:
        return self._files.published.exists() and not self._files.working.exists()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._settle()
            due = self._finish("failed" if kind else "completed")
            if kind is None:
                if due:
                    rewrite(self._files)
                self.publication = publish(self._files)
        finally:
            self._lock.__exit__(None, None, None)

    def _settle(self) -> None:
        try:
            self._writer.settle(self._on_step)
        except BaseException:
            self._finish("failed")
            raise

    def _finish(self, status: str) -> bool:
        """Record the end of the run and close; say whether the file is to be rewritten."""
        connection = self._writer.connection
        try:
            seconds = time.monotonic() - self._began
            runs.finish(connection, self._writer.run_id, status, datetime.now(UTC), seconds)
            due = is_due(connection)
            # Closing would do it too, but without a word where the disk is full.
            checkpoint(connection)
            return due
        except duckdb.Error:
            # A database that failed fatally can record nothing; the next run marks this one as crashed.
            if status == "completed":
                raise
            return False
        finally:
            connection.close()
