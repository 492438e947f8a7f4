"""One writer at a time: a lock on a file of its own, since DuckDB's own lock is lost too easily."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from filelock import FileLock, Timeout

from warehouse.errors import WarehouseError
from warehouse.files import Files


@contextmanager
def writing(files: Files, purpose: str, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the writer's lock; while another process holds it, say once which and wait.

    `purpose` is what others are told who wait meanwhile.

    The operating system frees the lock when its holder dies, however it dies.
    """
    try:
        files.lock.parent.mkdir(parents=True, exist_ok=True)
        # Where the file cannot be made, the lock below would wait for ever.
        files.lock.touch()
        # Where no file can be made, DuckDB would say so with the first commit and in its own words.
        tempfile.TemporaryFile(dir=files.lock.parent).close()
        lock = FileLock(files.lock)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait(
                f"Another run is writing to {files.published.name}{_who(files)}; waiting for it to finish."
            )
            lock.acquire(poll_interval=0.2)
    except OSError as error:
        raise WarehouseError(
            f"Cannot write beside {files.published}: {error.strerror}. Choose another --warehouse."
        ) from error
    try:
        with _noted(files, purpose):
            yield
    finally:
        lock.release()


@contextmanager
def _noted(files: Files, purpose: str) -> Iterator[None]:
    """Leave a note of who writes; without it, on a full disk, others only know less."""
    now = datetime.now(UTC)
    with suppress(OSError):
        files.holder.write_text(
            f"process {os.getpid()} on {platform.node()}, {purpose}, since {now:%Y-%m-%d %H:%M:%S} UTC",
            "utf-8",
        )
    try:
        yield
    finally:
        with suppress(OSError):
            files.holder.unlink(missing_ok=True)


def _who(files: Files) -> str:
    try:
        note = files.holder.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return f" ({note})" if note else ""
