"""Writing the database file anew: DuckDB keeps the bytes of deleted rows, a copy of the tables does not."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.database import MEMORY_LIMIT, literal
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.load import Load
from warehouse.publish import clear_leftovers, take_name, temporary_for
from warehouse.settings import MARK_CHANGED, read_setting, write_setting
from warehouse.zeros import run_with_zeros


def mark_due(load: Load) -> None:
    """Note that the file is to be rewritten at the end of this run, or of the next one that is completed."""
    write_setting(load.connection, "rewrite", "due", load.now, load.run_id)


def is_due(connection: duckdb.DuckDBPyConnection) -> bool:
    """Say whether the file holds bytes of what was deleted for good."""
    return read_setting(connection, "rewrite") == "due"


def rewrite(files: Files) -> None:
    """Put a copy of all tables in the place of the closed working file; the caller holds the writer's lock.

    The new file takes the name in one step. Before that the old one stays as it is, with the note that
    it is to be rewritten. It is written by a process of its own: this one's memory holds what was deleted,
    and DuckDB leaves pieces of its memory in what it writes.
    """
    temporary = temporary_for(files.working)
    try:
        temporary.unlink(missing_ok=True)
        run_with_zeros(_copying(files, temporary))
        take_name(temporary, files.working, mode=0o644)
    except WarehouseError as error:
        clear_leftovers(files)
        raise WarehouseError(
            f"The file could not be written anew: {str(error).rstrip('.')}. The next run will try again."
        ) from error
    except OSError as error:
        raise WarehouseError(
            f"Cannot write {files.working}: {error.strerror}. The next run will try again."
        ) from error


def _copying(files: Files, target: Path) -> str:
    return f"""
        SET memory_limit = '{MEMORY_LIMIT}';
        SET temp_directory = {literal(files.spill)};
        ATTACH {literal(files.working)} AS old (READ_ONLY);
        ATTACH {literal(target)} AS new;
        COPY FROM DATABASE old TO new;
        USE new;
        UPDATE settings SET value = '' WHERE name = 'rewrite';
        {MARK_CHANGED};
        USE memory;
        DETACH new;
    """
