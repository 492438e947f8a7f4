"""Publishing: a read-only copy that analysts open, replaced in one step, so that nobody ever waits."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.database import is_cut_off, literal, query
from warehouse.errors import WarehouseError
from warehouse.files import Files


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing cost: wall time in seconds, and the bytes copied, 0 where nothing had changed."""

    seconds: float = 0.0
    size: int = 0


def publish(files: Files) -> Publication:
    """Copy the closed working database over the published one, unless that holds the same state already.

    The caller holds the writer's lock and has closed its connection, which wrote everything into
    the one file. Whoever has the old file open goes on reading it undisturbed. What an unchanged state
    lacks is the record of the run: that goes into a small file of its own, which readers take in.
    """
    log = _log(files.working)
    if log.exists():
        raise WarehouseError(f"{log.name} is still there: the database was not closed cleanly; run again.")
    began = time.monotonic()
    same = files.published.exists() and _note_runs(files)
    if not same:
        replace(files.working, files.published, mode=0o444)
        files.runs.unlink(missing_ok=True)
    # Left by someone who opened the published file for writing; it would not fit the new one.
    _log(files.published).unlink(missing_ok=True)
    return Publication(time.monotonic() - began, 0 if same else files.published.stat().st_size)


def restore_working(files: Files) -> None:
    """Make the working database from the published one, where only that was brought along."""
    replace(files.published, files.working, mode=0o644)


def replace(source: Path, target: Path, *, mode: int) -> None:
    """Put a copy of `source` at `target`, safely on disk before it takes the name."""
    temporary = temporary_for(target)
    try:
        temporary.unlink(missing_ok=True)
        shutil.copyfile(source, temporary)
        take_name(temporary, target, mode=mode)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise WarehouseError(f"Cannot write {target}: {error.strerror}.") from error


def temporary_for(target: Path) -> Path:
    """Return the name under which what becomes `target` is written."""
    return target.with_name(f".{target.name}.new")


def take_name(temporary: Path, target: Path, *, mode: int) -> None:
    """Give a finished file its name in one step, safely on disk."""
    with temporary.open("rb") as stream:
        os.fsync(stream.fileno())
    temporary.chmod(mode)
    temporary.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def clear_leftovers(files: Files) -> None:
    """Remove what killed runs left unfinished beside the warehouse; the caller holds the writer's lock."""
    for target in (files.published, files.working, files.runs):
        temporary = temporary_for(target)
        for path in (temporary, _log(temporary)):
            path.unlink(missing_ok=True)
    shutil.rmtree(files.spill, ignore_errors=True)


def _log(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _note_runs(files: Files) -> bool:
    """Say whether the published file holds the state of the working one; then write its missing runs down."""
    temporary = temporary_for(files.runs)
    try:
        with duckdb.connect() as connection:
            for name in ("working", "published"):
                path = literal(getattr(files, name))
                connection.execute(f"ATTACH {path} AS {name} (READ_ONLY)")
            [(same,)] = connection.execute(query("same_state")).fetchall()
            same = same and not is_cut_off(connection, files.published)
            if same:
                connection.execute(query("unpublished_runs").format(path=literal(temporary)))
    except duckdb.Error:
        # Whatever stands there cannot be read or is older than this: a whole copy puts it right.
        return False
    if same:
        take_name(temporary, files.runs, mode=0o444)
    return bool(same)
