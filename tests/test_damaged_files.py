"""Files that were cut off, overwritten or swapped, folders without room: sentences, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import pytest

from builders import files_in, load, make_batch, make_document, open_run
from tables import rows
from warehouse.database import is_cut_off
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import open_reader

ROOT = Path(__file__).parents[1]
STORY = "The harbour board voted on Tuesday to close the old ferry quay for good, its chairwoman said."
# Loads 60 articles in a process that may write files of so many bytes only, as if the disk were full.
FULL = """
import random, resource, signal, sys
from pathlib import Path
from builders import Files, load, make_document
from flows.failure import code_and_sentence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
rng = random.Random(3)
made = [make_document(f"{n}.txt", " ".join(str(rng.random()) for _ in range(300))) for n in range(60)]
try:
    load(Files(Path(sys.argv[1])), *(made[start : start + 20] for start in range(0, 60, 20)))
except Exception as error:
    print(code_and_sentence(error)[1])
"""
# Runs a command as a user for whom the modes of folders hold, also where that is root.
BOUND = """
import ctypes, sys
libc, header, capabilities = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
libc.capget(header, capabilities)
capabilities[0] &= ~0b110
libc.capset(header, capabilities)
from flows.cli import run
sys.exit(run(sys.argv[1:]))
"""


def python(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
    )


@pytest.fixture
def files(tmp_path: Path) -> Files:
    files = files_in(tmp_path)
    load(files, [make_document("a.txt", STORY)])
    return files


def overwrite(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    "change", [half, lambda data: data[:5000], lambda data: b"", lambda data: b"text " * 999]
)
def test_a_damaged_published_file_is_told_and_made_anew(
    files: Files, change: Callable[[bytes], bytes]
) -> None:
    """Reading says in a sentence that the file is damaged; the next run puts a whole one in its place."""
    overwrite(files.published, change(files.published.read_bytes()))
    with pytest.raises(WarehouseError, match=r"is cut off|Cannot open"), open_reader(files):
        pass
    load(files)
    assert rows(files, "SELECT source_uri FROM documents") == [("a.txt",)]


@pytest.mark.parametrize("change", [lambda data: data[:20000], lambda data: b"", lambda data: b"text " * 999])
def test_a_damaged_working_file_can_be_deleted(files: Files, change: Callable[[bytes], bytes]) -> None:
    """A run says what to do about the writer's own file; readers notice nothing, nothing published is lost."""
    overwrite(files.working, change(files.working.read_bytes()))
    with pytest.raises(WarehouseError, match="If it is damaged, delete it"):
        load(files, [make_document("b.txt", "Other news.")])
    assert rows(files, "SELECT source_uri FROM documents") == [("a.txt",)]
    files.working.unlink()
    load(files, [make_document("b.txt", "Other news.")])
    assert rows(files, "SELECT source_uri FROM documents ORDER BY ALL") == [("a.txt",), ("b.txt",)]


@contextmanager
def held(file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that has a database open for writing."""
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        yield holder
        holder.kill()


def test_a_working_file_that_is_open_elsewhere_is_waited_for(files: Files) -> None:
    """Who has it open is told once, by name and process; when it is closed the run goes on."""
    with held(files.working) as holder:
        heard: list[str] = []

        def on_wait(sentence: str) -> None:
            heard.append(sentence)
            holder.kill()

        with open_run(files, on_wait=on_wait) as writer:
            writer.load(make_batch([make_document("b.txt", "Other news.")]))
    [told] = heard
    assert f"PID {holder.pid}" in told
    assert told.endswith("Another program has it open: close that first. Waiting for it.")
    assert rows(files, "SELECT source_uri FROM documents ORDER BY ALL") == [("a.txt",), ("b.txt",)]


def test_a_working_file_that_stays_open_elsewhere(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """After ten minutes the run ends with the sentence, which does not say that the file is damaged."""
    monkeypatch.setattr("warehouse.upgrade._PATIENCE", 0.0)
    with held(files.working), pytest.raises(WarehouseError, match="open: close that first") as raised:
        load(files)
    assert "damaged" not in str(raised.value)


def test_a_foreign_database_is_never_replaced(files: Files) -> None:
    """A database of somebody else in the place of the published file stays, though ours stands beside it."""
    files.published.unlink()
    with duckdb.connect(files.published) as connection:
        connection.execute("CREATE TABLE theirs AS SELECT 42 AS answer")
    with pytest.raises(WarehouseError, match="not made by copydesk"):
        load(files, [make_document("b.txt", "Other news.")])
    assert rows(files, "FROM theirs") == [(42,)]


def test_a_file_of_sqlite_stays_and_nothing_is_fetched_to_read_it(tmp_path: Path) -> None:
    """Readers and writers refuse it in a sentence of our own, before DuckDB looks for an extension."""
    files = Files(tmp_path / "theirs.db")
    with closing(sqlite3.connect(files.published)) as connection:
        connection.execute("CREATE TABLE theirs (answer)")
    before = files.published.read_bytes()
    with pytest.raises(WarehouseError, match="is a file of SQLite"):
        load(files, [make_document("b.txt", "Other news.")])
    with pytest.raises(WarehouseError, match="is a file of SQLite"), open_reader(files):
        pass
    assert files.published.read_bytes() == before


@pytest.mark.parametrize("room", [100_000, 3_300_000])
def test_a_full_disk_loses_nothing(files: Files, room: int) -> None:
    """Where the disk is full the run ends with a sentence; with room again, the next one completes it."""
    said = python(FULL, files.published, room)
    assert said.returncode == 0
    assert os.strerror(27) in said.stdout
    assert said.stdout.count("\n") == 1
    assert rows(files, "SELECT source_uri FROM documents") == [("a.txt",)]
    assert python(FULL, files.published, 99_000_000).stdout == ""
    assert rows(files, "SELECT count(*) FROM documents") == [(61,)]


def test_a_folder_that_can_only_be_read(files: Files) -> None:
    """Where nothing can be written, questions are answered all the same, and a load ends with a sentence."""
    folder, place = files.published.parent, ("--warehouse", files.published)
    folder.chmod(0o555)
    asked = python(BOUND, "query", "SELECT source_uri FROM documents", "--format", "csv", *place)
    assert (asked.stdout.split(), asked.returncode) == (["source_uri", "a.txt"], 0)
    assert python(BOUND, "status", *place).returncode == 0
    said = python(BOUND, "maintain", *place)
    folder.chmod(0o755)
    assert said.returncode == 1
    assert said.stderr.startswith("copydesk: Cannot write")
    assert said.stderr.count("\n") == 1


def test_two_versions_of_copydesk_at_once(files: Files) -> None:
    """A newer copydesk's file is read by an older one and not written; its data stay."""
    with duckdb.connect(files.working) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, '9999_later.sql', 'x', now())")
        connection.execute("ALTER TABLE settings ADD COLUMN later VARCHAR")
    files.published.unlink()
    files.published.write_bytes(files.working.read_bytes())
    with open_reader(files) as reader:
        assert reader.status().documents == 1
        assert reader.query("SELECT text FROM documents").rows == [(STORY,)]
    before = files.working.read_bytes()
    with pytest.raises(WarehouseError, match="install the newer copydesk"):
        load(files, [make_document("b.txt", "Other news.")])
    assert files.working.read_bytes() == before


def test_free_blocks_at_the_end_of_a_file_are_not_missed(tmp_path: Path) -> None:
    """What was replaced leaves free blocks, which DuckDB may cut off the file's end; it is whole all the same."""
    path = tmp_path / "any.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE large AS SELECT hash(range) AS number FROM range(1_000_000)")
    with duckdb.connect(path) as connection:
        for value in ("number + 1", "1"):
            connection.execute(f"UPDATE large SET number = {value}")
            connection.execute("CHECKPOINT")
    with duckdb.connect(path, read_only=True) as connection:
        [(blocks, size)] = connection.execute(
            "SELECT total_blocks, block_size FROM pragma_database_size() WHERE database_name = 'any'"
        ).fetchall()
        assert blocks * size > path.stat().st_size
        assert not is_cut_off(connection, path)
