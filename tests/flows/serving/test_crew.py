"""Children: stopped with all that they started, and started again where they end by themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from flows.errors import ServeError
from flows.serving.children import Child, end_strays
from flows.serving.crew import Crew
from flows.serving.place import PROJECT, Place

# A child that starts another one in a session of its own, as a worker does, and tells its id.
PARENT = """
import subprocess, sys
inner = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True)
print(inner.pid, flush=True)
inner.wait()
"""


class Python(Child):
    """A child that runs a piece of Python in Prefect's place."""

    def _command(self, arguments: Sequence[str]) -> list[str]:
        return [sys.executable, *arguments]


# The same with a flow run.
RUN = PARENT.replace('"input()"]', '"input()", "prefect.engine"]')


def inner_of(child: Child) -> int:
    """Return the process that it started."""
    while not (told := child.log.read_text()).endswith("\n"):
        assert child.code is None
    return int(told)


def place(folder: Path) -> Place:
    return Place("http://127.0.0.1:4999/api", folder, folder / "w.duckdb")


def crew(folder: Path, said: list[str]) -> Crew:
    def start(name: str, arguments: Sequence[str]) -> Child:
        return Python(name, arguments, os.environ, PROJECT, folder / f"{name}.log")

    return Crew(place(folder), said.append, start)


def test_stopping_a_child_stops_what_it_started(tmp_path: Path) -> None:
    """Also a grandchild in another session, which no signal to a group would reach."""
    child = Python("parent", ["-c", PARENT], os.environ, PROJECT, tmp_path / "log")
    inner = psutil.Process(inner_of(child))
    child.stop()
    assert child.code is not None
    assert not inner.is_running()


def test_runs_whose_worker_is_gone_are_ended(tmp_path: Path) -> None:
    """Those of another worker go on, and so do those of another server."""
    api = "http://127.0.0.1:4999/api"
    other = "http://127.0.0.1:4998/api"
    runs = {}
    for worker, its in (((), api), (("worker",), api), ((), other)):
        told_api, log = {**os.environ, "PREFECT_API_URL": its}, tmp_path / f"{len(runs)}.log"
        runs[worker, its] = Python("parent", ["-c", RUN, *worker], told_api, PROJECT, log)
    told = {asked: psutil.Process(inner_of(child)) for asked, child in runs.items()}
    end_strays(api)
    assert {asked for asked, inner in told.items() if not inner.is_running()} == {((), api)}
    for child in runs.values():
        child.stop()


def test_a_child_that_ends_is_started_again_but_not_for_ever(tmp_path: Path) -> None:
    """Each time is told with the exit code; the fourth within minutes is the end, with its last words."""
    said: list[str] = []
    running = crew(tmp_path, said)
    ends = ["-c", "print('the pool is gone'); raise SystemExit(3)"]
    running.start("worker", ends).wait()
    for times in (1, 2, 3):
        running.keep_up("worker")
        assert said == ["The worker ended unexpectedly (exit code 3); starting it again."] * times
        running.children["worker"].wait()
    with pytest.raises(ServeError, match=r"worker does not stay up: the pool is gone See .*worker\.log"):
        running.keep_up("worker")


def test_a_child_that_is_killed_did_not_fail(tmp_path: Path) -> None:
    """However often it is killed, it is started again; a name that was never started is no child."""
    running = crew(tmp_path, [])
    running.start("worker", ["-c", "input()"])
    running.keep_up("server")
    for _ in range(5):
        child = running.children["worker"]
        psutil.Process(child.pid).kill()
        child.wait()
        running.keep_up("worker")
        assert running.children["worker"].code is None
    running.restart("worker")
    assert running.children["worker"].code is None
    assert running.stop("worker")


def test_a_child_is_prefect_and_can_be_stopped(tmp_path: Path) -> None:
    """Whatever signals were ignored where it was started, the real child runs Prefect's command line."""
    child = Child("version", ["--version"], os.environ, PROJECT, tmp_path / "log")
    assert child.wait() == 0
    assert (
        child.last_words()
        == subprocess.run(
            [sys.executable, "-m", "prefect", "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
    )
