"""Readers and writers side by side."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from builders import load, make_batch, make_document, open_run
from tables import rows
from warehouse.errors import WarehouseError
from warehouse.files import Files, locate

READ = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
print(connection.execute("SELECT count(*) FROM documents").fetchall(), flush=True)
sys.stdin.readline()
print(connection.execute("SELECT count(*) FROM documents").fetchall())
"""

HOLD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import open_run
from warehouse.files import Files
with open_run(Files(Path(sys.argv[1]))):
    print("holding", flush=True)
    sys.stdin.readline()
"""


def test_the_published_file_is_read_only(files: Files) -> None:
    """What analysts open cannot be changed by accident, and nothing lies about beside it."""
    load(files, [make_document("a.txt", "One.")])
    assert stat.S_IMODE(files.published.stat().st_mode) == 0o444
    names = {path.name for path in files.published.parent.iterdir()}
    assert names <= {files.published.name, files.working.name, files.lock.name}


def test_an_open_reader_sees_its_own_state(files: Files) -> None:
    """A reader that holds the file open keeps its state while a load publishes the next."""
    load(files, [make_document("a.txt", "One.")])
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, files.published],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "[(1,)]\n"
    load(files, [make_document("b.txt", "Two.")])
    answer, _ = reader.communicate("\n")
    assert answer == "[(1,)]\n"
    assert rows(files, "SELECT count(*) FROM documents") == [(2,)]


def test_writers_take_turns(files: Files) -> None:
    """A second writer says that it waits, and goes on when the first is done."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, files.published, Path(__file__).parents[1]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert holder.stdout.readline() == "holding\n"
    heard: list[str] = []
    waiting = threading.Event()

    def on_wait(message: str) -> None:
        heard.append(message)
        waiting.set()

    def second() -> None:
        with open_run(files, on_wait=on_wait) as writer:
            writer.load(make_batch([make_document("a.txt", "One.")]))

    thread = threading.Thread(target=second)
    thread.start()
    assert waiting.wait(30)
    holder.communicate("\n")
    thread.join(30)
    assert heard == ["Another run is writing to news.duckdb; waiting for it to finish."]
    assert rows(files, "SELECT status, added FROM runs ORDER BY started_at") == [
        ("completed", 0),
        ("completed", 1),
    ]


def test_what_somebody_wrote_into_the_published_file_does_no_harm(files: Files) -> None:
    """A log left beside the published file is gone with the next publication."""
    load(files, [make_document("a.txt", "One.")])
    log = files.published.with_name(files.published.name + ".wal")
    log.write_bytes(b"left behind")
    load(files, [make_document("b.txt", "Two.")])
    assert rows(files, "SELECT count(*) FROM documents") == [(2,)]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A place where no file can be is told in a sentence."""
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(WarehouseError, match="Choose another --warehouse"),
        open_run(Files(tmp_path / "file" / "w")),
    ):
        pass


def test_a_place_that_takes_no_file() -> None:
    """A folder of the system in which nothing can be made is told at once, without waiting for a lock."""
    with (
        pytest.raises(WarehouseError, match="Choose another --warehouse"),
        open_run(Files(Path("/proc/w.duckdb"))),
    ):
        pass


def test_where_the_warehouse_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An argument wins over the environment, which wins over the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_WAREHOUSE", raising=False)
    assert locate().published == tmp_path / "copydesk.duckdb"
    monkeypatch.setenv("COPYDESK_WAREHOUSE", "other.duckdb")
    assert locate().published == tmp_path / "other.duckdb"
    assert locate("third.duckdb").published == tmp_path / "third.duckdb"


def test_the_published_file_opens_anywhere(files: Files, tmp_path: Path) -> None:
    """The published file is whole by itself: a copy of it in another place is a warehouse."""
    load(files, [make_document("a.txt", "One.")])
    elsewhere = tmp_path / "elsewhere.duckdb"
    elsewhere.write_bytes(files.published.read_bytes())
    with duckdb.connect(elsewhere, read_only=True) as connection:
        assert connection.execute("SELECT text FROM articles").fetchall() == [("One.",)]
