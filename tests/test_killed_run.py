"""Runs that are killed at any moment."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.corpus import articles
from builders import files_in
from flows.pipeline import Request, run
from tables import contents, rows
from warehouse.files import Files

INGEST = """
import sys
from pathlib import Path
from flows.pipeline import Request, run
from warehouse.files import Files
print("begin", flush=True)
run(Request([sys.argv[1]], batch_size=5), Files(Path(sys.argv[2])), on_wait=print)
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred articles, a fifth of them copies."""
    folder = tmp_path_factory.mktemp("corpus")
    for number, text in enumerate(articles(200)):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What one whole run makes of them."""
    files = files_in(tmp_path_factory.mktemp("undisturbed"))
    run(Request([str(corpus)]), files, on_wait=print)
    return contents(files)


def kill_once(corpus: Path, files: Files, after: float) -> bool:
    """Begin a run, kill it, and say whether it was still at work."""
    process = subprocess.Popen(
        [sys.executable, "-c", INGEST, corpus, files.published],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    )
    process.stdout.readline()
    time.sleep(after)
    process.kill()
    return process.wait() != 0


def killed_again_and_again(corpus: Path, files: Files, times: int) -> int:
    """Kill runs on one warehouse; after each, what is there is whole batches. Return how many were hit."""
    rng = random.Random(times)
    hit = 0
    for _ in range(times):
        hit += kill_once(corpus, files, rng.uniform(0.05, 1.0))
    return hit


def complete(corpus: Path, files: Files) -> None:
    run(Request([str(corpus)]), files, on_wait=print)


def test_a_killed_run_is_completed_by_the_next(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, list[str]]
) -> None:
    """After two kills and a whole run the warehouse equals that of an undisturbed run."""
    files = files_in(tmp_path)
    hit = killed_again_and_again(corpus, files, 2)
    complete(corpus, files)
    assert contents(files) == undisturbed
    assert rows(files, "SELECT count(*) FROM runs WHERE status = 'crashed'")[0][0] <= hit
    assert rows(files, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]


@pytest.mark.slow
def test_many_kills(corpus: Path, tmp_path: Path, undisturbed: dict[str, list[str]]) -> None:
    """Twenty-five kills on fresh warehouses and on one that goes on leave nothing lost or doubled."""
    for number in range(5):
        files = files_in(tmp_path / str(number))
        assert killed_again_and_again(corpus, files, 5) > 0
        complete(corpus, files)
        assert contents(files) == undisturbed
