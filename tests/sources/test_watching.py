"""A watched folder: what somebody is still writing is left for the next time, neither read nor rejected."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from ingest.model import Raw
from ingest.sources import Watch, read
from reading import STORY


def put(file: Path, text: str = STORY, age: float = 600) -> Path:
    """Write a file that was changed so many seconds ago."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (time.time() - age,) * 2)
    return file


def looked(folder: object, watch: Watch) -> list[str]:
    """The addresses of what is read; there may be no reject."""
    found = list(read([str(folder)], watch=watch))
    assert all(isinstance(item, Raw) for item in found), found
    return [item.source_uri for item in found]


def test_old_files_are_read_and_fresh_ones_left(tmp_path: Path) -> None:
    """A file changed in the last seconds is left, in a folder inside too; it is read when it has settled."""
    put(tmp_path / "old.txt")
    fresh = put(tmp_path / "deep" / "fresh.txt", age=5)
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["old.txt"], ["deep/fresh.txt"])
    put(fresh, age=61)
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["deep/fresh.txt", "old.txt"], [])


@pytest.mark.parametrize(
    "name",
    [
        "a.html.part",
        "a.PART",
        "a.tmp",
        "a.crdownload",
        "a.txt.filepart",
        "a.jsonl.partial",
        "a.txt~",
        "~$a.txt",
    ],
)
def test_names_of_half_files(tmp_path: Path, name: str) -> None:
    """What is named as a half-written file is left, however old; hidden ones are passed over as ever."""
    put(tmp_path / name)
    put(tmp_path / ".a.txt.swp")
    put(tmp_path / "party.txt")
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["party.txt"], [name])


def test_a_time_far_ahead_says_nothing(tmp_path: Path) -> None:
    """A file from a machine whose clock is hours ahead is not left for hours."""
    put(tmp_path / "a.txt", age=-7200)
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["a.txt"], [])


def test_a_file_that_changes_before_its_turn_is_left(tmp_path: Path) -> None:
    """A file that grew, vanished or was replaced between the two looks is left, also with an old time."""
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        put(tmp_path / name)
    watch = Watch(60)
    reading = read([str(tmp_path)], watch=watch)
    assert next(reading).source_uri == "a.txt"
    put(tmp_path / "b.txt", STORY * 2)
    (tmp_path / "c.txt").unlink()
    put(tmp_path / "new.txt")
    assert [item.source_uri for item in reading] == ["d.txt"]
    assert watch.left == ["b.txt", "c.txt"]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that writes a line into `half.jsonl` whenever it is told to, and says when that is done."""
    program = (
        "import sys\n"
        "with open(sys.argv[1], 'w') as file:\n"
        "    for line in sys.stdin:\n"
        "        file.write(line); file.flush(); print('done', flush=True)\n"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "half.jsonl")]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin
    assert process.stdout
    process.stdin.write(line + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "done\n"


def test_a_file_that_a_process_is_writing(tmp_path: Path, writer: subprocess.Popen[str]) -> None:
    """While another process writes it, a file is left; when that is over for long enough, it is read whole."""
    put(tmp_path / "a.txt")
    file = tmp_path / "half.jsonl"
    tell(writer, '{"text": "One."}')
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["a.txt"], ["half.jsonl"])
    # The writer pauses for long, and goes on between the two looks.
    os.utime(file, (time.time() - 600,) * 2)
    watch = Watch(60)
    reading = read([str(tmp_path)], watch=watch)
    assert next(reading).source_uri == "a.txt"
    tell(writer, '{"text": "Two."}')
    assert (list(reading), watch.left) == ([], ["half.jsonl"])
    os.utime(file, (time.time() - 600,) * 2)
    watch = Watch(60)
    assert (looked(tmp_path, watch), watch.left) == (["a.txt", "half.jsonl#1", "half.jsonl#2"], [])


def test_what_can_never_be_read_is_still_a_reject(tmp_path: Path) -> None:
    """A broken link does not settle; it is told as ever."""
    (tmp_path / "link.txt").symlink_to(tmp_path / "nothing")
    watch = Watch(60)
    [reject] = read([str(tmp_path)], watch=watch)
    assert (getattr(reject, "code", None), watch.left) == ("unreadable", [])


def test_remote_files_are_looked_at_by_name_and_size() -> None:
    """In a remote folder half files are told by their names, and by sizes that change."""
    memory = fsspec.filesystem("memory")
    for name in ("a.txt", "b.txt", "c.txt.part"):
        memory.pipe(f"/watched/{name}", STORY.encode())
    watch = Watch(60)
    reading = read(["memory://watched"], watch=watch)
    assert next(reading).source_uri == "a.txt"
    memory.pipe("/watched/b.txt", (STORY * 2).encode())
    assert (list(reading), watch.left) == ([], ["b.txt", "c.txt.part"])
    memory.rm("/watched", recursive=True)
