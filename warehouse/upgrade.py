"""Opening the working database in today's schema, whatever schema it has."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable

import duckdb

from warehouse.database import open_for_writing, open_working
from warehouse.errors import HeldError, WarehouseError
from warehouse.files import Files
from warehouse.migrate import migrate, needs_migration
from warehouse.publish import take_name, temporary_for

# Somebody who looks into the writer's file for some minutes must not cost a run; but nobody waits for ever
# for a window that was left open.
_PATIENCE, _PAUSE = 600.0, 1.0


def open_in_turn(files: Files, on_wait: Callable[[str], None]) -> duckdb.DuckDBPyConnection:
    """Do as `open_current`; while another program has the file open, say once which and wait.

    Raises HeldError where that takes more than ten minutes.
    """
    began, told = time.monotonic(), False
    while True:
        try:
            return open_current(files)
        except HeldError as error:
            if time.monotonic() - began >= _PATIENCE:
                raise
            if not told:
                on_wait(f"{error} Waiting for it.")
            told = True
            time.sleep(_PAUSE)


def open_current(files: Files) -> duckdb.DuckDBPyConnection:
    """Open the working database; where it is new or old, bring it up to date first.

    That is done in a copy, which takes the name when it is finished: DuckDB cannot replay every change of
    a schema from its log, so a file in which a migration was killed might never open again.
    """
    if files.working.exists():
        connection = open_working(files)
        try:
            if not needs_migration(connection):
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
    _upgrade(files)
    return open_working(files)


def _upgrade(files: Files) -> None:
    temporary = temporary_for(files.working)
    try:
        if files.working.exists():
            shutil.copyfile(files.working, temporary)
        connection = open_for_writing(temporary, files.spill)
        try:
            migrate(connection)
        finally:
            connection.close()
        take_name(temporary, files.working, mode=0o644)
    except OSError as error:
        raise WarehouseError(f"Cannot write {files.working}: {error.strerror}.") from error
