"""Flow runs, workers and servers that are killed at any moment of a load."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

import forked_flows
from builders import files_in
from flows.pipeline import Request, run
from forked import Forks
from served import Served, free_port, serving, soon
from tables import contents, rows
from warehouse.files import Files

SEED = 20261122
# Kills of flow processes alone, and then of whatever runs them.
KILLS = 52
VICTIMS = [
    ("flow",),
    ("worker",),
    ("server",),
    ("worker", "flow"),
    ("flow", "server"),
    ("worker", "server"),
    ("worker", "flow"),
    ("worker", "flow", "server"),
]


def killed(forks: Forks, files: Files, after: float) -> bool:
    """Kill a flow run after so many seconds; say whether it was hit."""
    process = forks.begin("load", files.published, 0)
    time.sleep(after)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    status = forks.end()
    assert status in (0, -signal.SIGKILL)
    return status != 0


def kill_flows(forks: Forks, files: Files, rng: random.Random, longest: float) -> int:
    """Kill runs on one warehouse until one completes the work; return how many were hit."""
    for hit in count():
        if not killed(forks, files, rng.uniform(0, longest)):
            return hit
    raise AssertionError


def kill_around(served: Served, news: Path, files: Files, victims: tuple[str, ...], after: float) -> None:
    """Kill what runs a load, and see how the run ends; then let the next one complete the work."""
    asked = {"path": str(news), "warehouse": str(files.published), "batch_size": 5}
    first = served.begin("ingest", **asked)
    if served.at_work(first):
        time.sleep(after)
    served.kill(victims)
    state = served.end(first)
    assert state in ({"CRASHED", "COMPLETED"} if "flow" in victims else {"COMPLETED"}), (victims, state)
    assert served.end(served.begin("ingest", **asked)) == "COMPLETED"


def as_undisturbed(files: Files, undisturbed: Files) -> None:
    assert contents(files) == contents(undisturbed)
    assert rows(files, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]


@pytest.mark.slow
def test_sixty_kills_of_flow_runs_workers_and_servers(tmp_path: Path) -> None:
    """Nothing is lost or doubled, every run comes to an end, and the next one completes the work."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    news = forked_flows.write_articles(tmp_path)
    undisturbed = files_in(tmp_path / "undisturbed")
    run(Request([str(news)]), undisturbed, on_wait=print)
    with serving(tmp_path / "home", free_port()) as served:
        with Forks(forked_flows.__file__, served.environment) as forks:
            forks.begin("load", tmp_path / "first" / "news.duckdb", 0)
            began = time.monotonic()
            assert forks.end() == 0
            longest = time.monotonic() - began
            hit = 0
            while hit < KILLS:
                files = files_in(tmp_path / str(hit))
                hit += kill_flows(forks, files, rng, longest / 3)
                as_undisturbed(files, undisturbed)
                print(hit, time.monotonic() - began, flush=True)
        for number, victims in enumerate(VICTIMS):
            files = files_in(tmp_path / f"around-{number}")
            kill_around(served, news, files, victims, rng.uniform(0, 3))
            print(victims, time.monotonic() - began, flush=True)
            as_undisturbed(files, undisturbed)
        soon(lambda: {each["state_type"] for each in ended_or_not(served)} <= {"CRASHED", "COMPLETED"})


def ended_or_not(served: Served) -> list[dict[str, object]]:
    """Every run that was not only planned."""
    return served.runs(state={"type": {"not_any_": ["SCHEDULED"]}})
