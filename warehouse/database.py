"""Opening DuckDB files, with the settings that every part relies on and errors that a person understands."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from warehouse.errors import ForeignFileError, HeldError, WarehouseError
from warehouse.files import Files

MEMORY_LIMIT = "512MB"
_SQLITE = b"SQLite format 3\0"


def open_working(files: Files) -> duckdb.DuckDBPyConnection:
    """Open the writer's database, creating it where there is none.

    Raises WarehouseError where the file is no DuckDB file or cannot be written.
    """
    return open_for_writing(files.working, files.spill)


def open_for_writing(path: Path, spill: Path) -> duckdb.DuckDBPyConnection:
    """Open any database as the writer does; what does not fit into memory goes to the folder `spill`."""
    _check_kind(path)
    try:
        connection = duckdb.connect(path)
    except duckdb.Error as error:
        if "Could not set lock" in str(error):
            raise HeldError(_held(path, error)) from error
        raise WarehouseError(f"Cannot open {path}: {one_line(error)} {_advice(path)}") from error
    connection.execute("SET TimeZone = 'UTC'")
    # DuckDB's own bar would stand among what a command prints.
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    connection.execute("SET temp_directory = ?", [str(spill)])
    connection.execute("SET wal_autocheckpoint = '256MB'")
    # `checkpoint.checkpoint` says why, and when they are put together after all.
    connection.execute("SET max_vacuum_tasks = 0")
    return connection


def open_published(files: Files) -> duckdb.DuckDBPyConnection:
    """Open the published file for reading, with every way out of it closed: files, network, settings.

    Raises WarehouseError where there is no file, or one that copydesk did not make.
    """
    if not files.published.exists():
        raise WarehouseError(
            f"There is no warehouse at {files.published}. "
            "Run `copydesk ingest` first, or name one with --warehouse."
        )
    _check_kind(files.published)
    try:
        connection = duckdb.connect(files.published, read_only=True)
    except duckdb.Error as error:
        raise WarehouseError(f"Cannot open {files.published}: {one_line(error)}") from error
    try:
        _check_published(connection, files)
    except BaseException:
        connection.close()
        raise
    connection.execute("SET TimeZone = 'UTC'")
    # DuckDB's own bar would stand among what a command prints.
    connection.execute("SET enable_progress_bar = false")
    _add_unpublished_runs(connection, files)
    # A folder to spill into would stay open, as do the file's own name and that of its log.
    connection.execute("SET temp_directory = ''")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET disabled_filesystems = 'LocalFileSystem'")
    connection.execute("SET lock_configuration = true")
    return connection


def _check_kind(path: Path) -> None:
    """Refuse a database of SQLite: DuckDB would fetch an extension from the network to read it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_SQLITE))
    except OSError:
        # DuckDB says what is the matter.
        return
    if head == _SQLITE:
        raise ForeignFileError(f"{path} is a file of SQLite; choose another --warehouse, it stays as it is.")


def shut_in(connection: duckdb.DuckDBPyConnection) -> None:
    """Close every way out of the open file for good: other files, network, settings.

    The file itself, its log and the folder to spill into can still be read and written, as a writer has to.
    """
    [(locked,)] = connection.execute("SELECT current_setting('lock_configuration')").fetchall()
    if not locked:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")


def _add_unpublished_runs(connection: duckdb.DuckDBPyConnection, files: Files) -> None:
    """Show in `runs` those too that changed nothing, for which no file was published."""
    if not files.runs.exists():
        return
    [(database,)] = connection.execute("SELECT current_database()").fetchall()
    published = f'"{database.replace(chr(34), chr(34) * 2)}".main.runs'
    try:
        connection.execute(f"CREATE TEMP TABLE unpublished_runs AS FROM {published} LIMIT 0")
        connection.execute(f"INSERT INTO unpublished_runs BY NAME FROM read_parquet({literal(files.runs)})")
        connection.execute(query("show_unpublished_runs").format(published=published))
    except duckdb.Error:
        # A new file was published meanwhile, and it has these runs.
        return


def literal(path: Path) -> str:
    """Return a path as SQL text, for statements that take no parameters."""
    return "'" + str(path).replace("'", "''") + "'"


def _check_published(connection: duckdb.DuckDBPyConnection, files: Files) -> None:
    if not is_warehouse(connection):
        raise ForeignFileError(f"{files.published} was not made by copydesk; choose another --warehouse.")
    if is_cut_off(connection, files.published):
        raise WarehouseError(
            f"{files.published} is cut off. `copydesk maintain` makes it anew where {files.working.name} "
            "stands beside it; otherwise take it from where it came from."
        )


def is_cut_off(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Say whether an open database's file is shorter than its blocks in use, which DuckDB finds out late."""
    [(length,)] = connection.execute(query("database_length"), [str(path)]).fetchall()
    return path.stat().st_size < int(length)


def _held(path: Path, error: duckdb.Error) -> str:
    """Say who has the writer's own file open; DuckDB tells the program and its process."""
    return f"Cannot open {path}: {one_line(error)} Another program has it open: close that first."


def _advice(path: Path) -> str:
    """What to do where the writer's own file does not open."""
    return (
        f"If it is damaged, delete it and {path.name}.wal: the next run goes on from the published file, "
        "and what it lacks comes again with its input."
    )


def one_line(error: duckdb.Error) -> str:
    """Return what DuckDB says of an error, without the excerpt of SQL, in one line."""
    return " ".join(str(error).split("\n\n")[0].split())


def condition(select: str, where: str) -> str:
    """Return one statement out of a SELECT and a user's condition.

    Raises WarehouseError where the condition is no expression, such as one that closes a bracket of ours.
    """
    if not where.strip():
        raise WarehouseError("The condition is empty.")
    sql = f"{select} WHERE (\n{where}\n)"
    try:
        single = all(len(duckdb.extract_statements(each)) == 1 for each in (f"SELECT {where}", sql))
    except duckdb.Error as error:
        raise WarehouseError(one_line(error)) from error
    if not single:
        raise WarehouseError("A condition is one expression, such as site = 'herald.example'.")
    return sql


def is_warehouse(connection: duckdb.DuckDBPyConnection) -> bool:
    """Say whether a file was made by copydesk."""
    tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    return ("migrations",) in tables


@cache
def query(name: str) -> str:
    """Return the SQL of `queries/<name>.sql`."""
    return (resources.files("warehouse") / "queries" / f"{name}.sql").read_text(encoding="utf-8")
