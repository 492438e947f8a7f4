"""Publishing: a read-only copy that analysts open, replaced in one step, so that nobody ever waits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.files import Files


def publish(files: Files) -> None:
    """Copy the closed working database over the published one.

    The caller holds the writer's lock and has closed its connection, which wrote everything into
    the one file. Whoever has the old file open goes on reading it undisturbed.
    """
    log = files.working.with_name(files.working.name + ".wal")
    if log.exists():
        raise WarehouseError(f"{log.name} is still there: the database was not closed cleanly; run again.")
    replace(files.working, files.published, mode=0o444)
    # Left by someone who opened the published file for writing; it would not fit the new one.
    files.published.with_name(files.published.name + ".wal").unlink(missing_ok=True)


def restore_working(files: Files) -> None:
    """Make the working database from the published one, where only that was brought along."""
    replace(files.published, files.working, mode=0o644)


def replace(source: Path, target: Path, *, mode: int) -> None:
    """Put a copy of `source` at `target`, safely on disk before it takes the name."""
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.unlink(missing_ok=True)
        shutil.copyfile(source, temporary)
        with temporary.open("rb") as stream:
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise WarehouseError(f"Cannot write {target}: {error.strerror}.") from error
