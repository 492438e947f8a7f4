"""One `copydesk serve` for each of Prefect's folders: who has the lock, and where it serves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from flows.serving.place import Place


@contextmanager
def alone(place: Place) -> Iterator[str | None]:
    """Hold the lock of Prefect's folder; yield None, or a sentence on who has it already.

    The operating system frees it when its holder dies, however it dies.
    """
    place.home.mkdir(parents=True, exist_ok=True)
    note = place.home / "copydesk-serve.txt"
    lock = FileLock(place.home / "copydesk-serve.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield note.read_text(encoding="utf-8") if note.exists() else "copydesk serve is starting already."
        return
    try:
        note.write_text(f"copydesk serve runs already (process {os.getpid()}): {place.ui}", encoding="utf-8")
        yield None
    finally:
        note.unlink(missing_ok=True)
        lock.release()
