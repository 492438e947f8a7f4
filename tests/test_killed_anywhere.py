"""Loads, publications, upgrades and takedowns that are killed at any moment."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import forked
from builders import files_in
from earlier_files import EARLIER, unpack
from forked import Forks, acknowledged, documents
from tables import contents, rows
from warehouse.files import Files


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    with Forks() as forks:
        yield forks


def whole(forks: Forks, task: str, files: Files, number: int) -> float:
    """Do a piece of work undisturbed; return the seconds that it took."""
    began = time.monotonic()
    forks.begin(task, files.published, number)
    assert forks.end() == 0
    return time.monotonic() - began


def check(files: Files) -> None:
    """Both files open; whatever was acknowledged is there unless it was forgotten; no half takedown is."""
    with duckdb.connect(files.working, read_only=True) as connection:
        stored = {uri for (uri,) in connection.execute("SELECT source_uri FROM documents").fetchall()}
        gone = {doc_id for (doc_id,) in connection.execute("SELECT doc_id FROM tombstones").fetchall()}
        assert connection.execute("SELECT count(*) FROM copies").fetchall() == [(len(stored),)]
    for line in acknowledged(files.published).read_text().splitlines():
        number, batch = map(int, line.split())
        for document in documents(number, batch)[:2]:
            assert (document.source_uri in stored) != (document.doc_id in gone)
    [(documents_, copies)] = rows(
        files, "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM copies)"
    )
    assert documents_ == copies


def check_bytes(files: Files) -> None:
    """No file holds a word of what was forgotten."""
    gone = {doc_id for (doc_id,) in rows(files, "SELECT doc_id FROM tombstones")}
    forgotten = [number for number in range(200) if set(forked.ids(number)) & gone]
    for path in files.published.parent.iterdir():
        data = path.read_bytes()
        assert not [number for number in forgotten if f"marker{number:04d}x".encode() in data]


def kill_all_over(forks: Forks, files: Files, kills: int) -> None:
    """Kill loads and takedowns until so many were hit; after each, check what is there."""
    rng = random.Random(kills)
    longest = {"load": whole(forks, "load", files, 0), "forget": 0.0}
    longest["forget"] = whole(forks, "forget", files, 0)
    hit = step = 0
    while hit < kills:
        step += 1
        task = "forget" if step % 3 == 0 else "load"
        number = step - 1 if task == "forget" else step
        if forks.kill(task, files.published, number, rng.uniform(0, longest[task])):
            hit += 1
        else:
            # Measured in a busy moment it would have most kills come too late.
            longest[task] *= 0.9
        check(files)
        if step % 10 == 0:
            whole(forks, "load", files, 199)
            check_bytes(files)
    whole(forks, "load", files, 199)
    check(files)
    check_bytes(files)


@pytest.mark.slow
def test_a_hundred_kills(forks: Forks, tmp_path: Path) -> None:
    """A hundred kills of loads and takedowns lose nothing, and bring nothing back."""
    kill_all_over(forks, files_in(tmp_path), 100)


@pytest.mark.slow
@pytest.mark.parametrize("stored", EARLIER, ids=lambda path: path.name)
def test_a_killed_upgrade(forks: Forks, stored: Path, tmp_path: Path) -> None:
    """An upgrade that is killed again and again is completed by the next run."""
    rng, undisturbed = random.Random(1), unpack(stored, tmp_path / "undisturbed")
    longest = whole(forks, "upgrade", undisturbed, 1)
    for number in range(10):
        files = unpack(stored, tmp_path / str(number))
        for _ in range(2):
            forks.kill("upgrade", files.published, 1, rng.uniform(0, longest))
            assert rows(files, "SELECT count(*) >= 3 FROM documents") == [(True,)]
        whole(forks, "upgrade", files, 1)
        assert contents(files) == contents(undisturbed)
