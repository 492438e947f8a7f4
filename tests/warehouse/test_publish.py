"""Readers and writers side by side."""

from __future__ import annotations

import ast
import re
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from builders import load, make_batch, make_document, open_run
from ingest.model import Reject
from tables import rows
from warehouse.errors import WarehouseError
from warehouse.files import Files, locate
from warehouse.reader import open_reader

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


# Opens the file again and again, now and then holding a connection for a while, until it is told to stop.
ANALYST = """
import sys, threading, duckdb
stopped = threading.Event()
threading.Thread(target=lambda: (sys.stdin.readline(), stopped.set()), daemon=True).start()
seen = []
while len(seen) < 2 or not stopped.is_set():
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        for _ in range(int(sys.argv[2])):
            seen.append(connection.execute(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM copies),"
                " (SELECT count(*) FROM runs WHERE status = 'completed'), (SELECT count(*) FROM runs)"
            ).fetchall()[0])
            stopped.wait(0.01)
print(seen)
"""


def analyst(files: Files, questions: int) -> subprocess.Popen[str]:
    """A process that asks so many questions on each connection that it opens, twice or more."""
    return subprocess.Popen(
        [sys.executable, "-c", ANALYST, files.published, str(questions)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("loads", [5, pytest.param(100, marks=pytest.mark.slow)])
def test_readers_and_loads_do_not_disturb_each_other(files: Files, loads: int) -> None:
    """While runs of two batches follow each other, every reader sees whole runs, and no side an error."""
    load(files, [make_document("0-0.txt", "One."), make_document("0-1.txt", "Two.")])
    analysts = [analyst(files, questions) for questions in (1, 1, 20)]
    for number in range(1, loads):
        load(files, [make_document(f"{number}-0.txt", "One.")], [make_document(f"{number}-1.txt", "Two.")])
    answers = [process.communicate("\n")[0] for process in analysts]
    assert [process.returncode for process in analysts] == [0, 0, 0]
    for seen in map(ast.literal_eval, answers):
        assert all(row == (2 * row[3], 2 * row[3], row[3], row[3]) for row in seen)
        assert seen[0][3] <= seen[-1][3] <= loads
    assert rows(files, "SELECT count(*) FROM documents") == [(2 * loads,)]


def test_a_run_that_changed_nothing_publishes_nothing(files: Files) -> None:
    """The file stays the same where a run found everything as it was; readers hear of the run all the same."""
    reject = Reject("default", "b.txt", "empty", "The file is empty.")
    with open_run(files) as writer:
        writer.load(make_batch([make_document("a.txt", "One.")], rejects=[reject]))
    before = files.published.stat().st_ino
    for _ in range(2):
        job = open_run(files)
        with job as writer:
            writer.load(make_batch([], rejects=[reject], unchanged=1))
        assert job.publication.size == 0
    assert files.published.stat().st_ino == before
    with open_reader(files) as reader:
        told = reader.query("SELECT added, unchanged, rejected, status FROM runs ORDER BY started_at").rows
        assert [run["unchanged"] for run in reader.status().last_runs] == [1, 1, 0]
    assert told == [(1, 0, 1, "completed"), (0, 1, 1, "completed"), (0, 1, 1, "completed")]
    load(files, [make_document("c.txt", "Three.")])
    assert files.published.stat().st_ino != before
    assert rows(files, "SELECT count(*) FROM runs") == [(4,)]
    assert not files.runs.exists()


def test_what_a_failed_run_left_is_published_by_the_next(files: Files) -> None:
    """A run that finds nothing new publishes what one before it loaded and could not publish."""
    load(files, [make_document("a.txt", "One.")])
    with pytest.raises(RuntimeError), open_run(files) as writer:
        writer.load(make_batch([make_document("b.txt", "Two.")]))
        raise RuntimeError("stopped")
    assert rows(files, "SELECT count(*) FROM documents") == [(1,)]
    load(files, [make_document("b.txt", "Two.")])
    assert rows(files, "SELECT count(*) FROM documents") == [(2,)]


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:5000], lambda data: b"no database" * 99]
)
def test_a_damaged_published_file_is_made_anew(files: Files, damage: Callable[[bytes], bytes]) -> None:
    """A published file that was cut off or overwritten is replaced by the next run, changed or not."""
    load(files, [make_document("a.txt", "One.")])
    data = files.published.read_bytes()
    files.published.unlink()
    files.published.write_bytes(damage(data))
    load(files, [make_document("a.txt", "One.")])
    assert rows(files, "SELECT count(*) FROM documents") == [(1,)]


def test_the_published_file_is_read_only(files: Files) -> None:
    """What analysts open cannot be changed by accident, and nothing lies about beside it."""
    load(files, [make_document("a.txt", "One.")])
    assert stat.S_IMODE(files.published.stat().st_mode) == 0o444
    names = {path.name for path in files.published.parent.iterdir()}
    assert names == {files.published.name, files.working.name, files.lock.name}


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
    assert waiting.wait(300)
    holder.communicate("\n")
    thread.join(300)
    [told] = heard
    assert re.fullmatch(
        rf"Another run is writing to news\.duckdb \(process {holder.pid} on .+, source .default., since .+ UTC\); "
        "waiting for it to finish\\.",
        told,
    )
    assert not files.holder.exists()
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


@pytest.mark.parametrize("name", ["caf\udce9.duckdb", "a\\b.duckdb", "what?.duckdb"])
def test_a_name_that_duckdb_takes_for_another(tmp_path: Path, name: str) -> None:
    """Names from which DuckDB makes other files are refused before anything is written."""
    with pytest.raises(WarehouseError, match="choose another --warehouse"):
        locate(tmp_path / name)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Whoever names a link works on the file that it leads to, whether that is there yet or not."""
    (tmp_path / "data").mkdir()
    link, target = tmp_path / "news.duckdb", tmp_path / "data" / "all.duckdb"
    link.symlink_to(target)
    for name in ("a.txt", "b.txt"):
        load(locate(link), [make_document(name, "One.")])
    assert link.is_symlink()
    with open_reader(Files(target)) as reader:
        assert reader.query("SELECT count(*) FROM documents").rows == [(2,)]


def test_a_name_full_of_signs(tmp_path: Path) -> None:
    """Quotes, spaces and signs of SQL and of patterns are letters like others, also where files are written anew."""
    files = locate(tmp_path / "it's \"d;--*[a]$x %s {y} é#.duckdb")
    load(files, [make_document("a.txt", "One.")])
    with open_run(files) as writer:
        writer.compact()
    with open_run(files):
        pass
    with open_reader(files) as reader:
        assert reader.query("SELECT text FROM articles").rows == [("One.",)]
        assert reader.query("SELECT count(*) FROM runs").rows == [(3,)]


def test_the_published_file_opens_anywhere(files: Files, tmp_path: Path) -> None:
    """The published file is whole by itself: a copy of it in another place is a warehouse."""
    load(files, [make_document("a.txt", "One.")])
    elsewhere = tmp_path / "elsewhere.duckdb"
    elsewhere.write_bytes(files.published.read_bytes())
    with duckdb.connect(elsewhere, read_only=True) as connection:
        assert connection.execute("SELECT text FROM articles").fetchall() == [("One.",)]
