"""Flow runs, workers and servers that are killed at any moment of a load."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
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
KILLS, IN_A_ROW = 54, 18
VICTIMS = [
    ("flow",),
    ("worker",),
    ("server",),
    ("worker", "flow"),
    ("flow", "server"),
    ("worker", "flow", "server"),
]


def kill_flows(forks: Forks, files: Files, rng: random.Random, longest: float) -> int:
    """Kill runs on one warehouse, and let one complete the work; return how many were hit."""
    hit = sum(forks.kill("load", files.published, 0, rng.uniform(0, longest)) for _ in range(IN_A_ROW))
    forks.begin("load", files.published, 0)
    assert forks.end() == 0
    return hit


def kill_around(served: Served, news: Path, files: Files, victims: tuple[str, ...], after: float) -> None:
    """Kill what runs a load, and see how the run ends; then let the next one complete the work."""
    asked = {"path": str(news), "warehouse": str(files.published), "batch_size": 5}
    first = served.begin("ingest", **asked)
    if served.at_work(first):
        time.sleep(after)
    served.kill(victims)
    state = served.end(first)
    # A run outlives the server, and what is hit at its very end may be over already.
    assert state in ({"COMPLETED"} if victims == ("server",) else {"CRASHED", "COMPLETED"}), (victims, state)
    assert served.end(served.begin("ingest", **asked)) == "COMPLETED"


def as_undisturbed(files: Files, undisturbed: Files) -> None:
    assert contents(files) == contents(undisturbed)
    assert rows(files, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in `news`, and what an undisturbed run makes of them in `undisturbed`."""
    folder = tmp_path_factory.mktemp("killed")
    news = forked_flows.write_articles(folder)
    run(Request([str(news)]), files_in(folder / "undisturbed"), on_wait=print)
    return folder


@pytest.fixture(scope="module")
def served(place: Path) -> Iterator[Served]:
    with serving(place / "home", free_port()) as served:
        yield served


@pytest.mark.slow
def test_two_schedules_at_once(served: Served, place: Path) -> None:
    """Of two runs of one deployment the second is cancelled; runs of two take turns at the warehouse."""
    files = files_in(place / "both")
    asked = {"path": str(place / "news"), "warehouse": str(files.published)}
    assert served.end(served.begin("ingest", **asked, source="default")) == "COMPLETED"
    (place / "more").mkdir()
    (place / "more" / "a.txt").write_text(
        "The ferry to Brae has a new bell, given by the school of the island."
    )
    begun = [
        served.begin("ingest", path=str(place / "more"), warehouse=str(files.published)),
        *(served.begin("maintain", warehouse=str(files.published)) for _ in range(2)),
    ]
    ends = [served.end(run_id) for run_id in begun]
    assert ends[0] == "COMPLETED"
    assert sorted(ends[1:]) == ["CANCELLED", "COMPLETED"]
    assert rows(files, "SELECT count(*) FROM documents") == [(forked_flows.ARTICLES + 1,)]
    assert rows(files, "SELECT DISTINCT status FROM runs") == [("completed",)]


@pytest.mark.slow
def test_sixty_kills_of_flow_runs_workers_and_servers(served: Served, place: Path) -> None:
    """Nothing is lost or doubled, every run comes to an end, and the next one completes the work."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    undisturbed = files_in(place / "undisturbed")
    with Forks(forked_flows.__file__, served.environment) as forks:
        forks.begin("load", place / "first" / "news.duckdb", 0)
        began = time.monotonic()
        assert forks.end() == 0
        longest = time.monotonic() - began
        hit = 0
        while hit < KILLS:
            files = files_in(place / str(hit))
            hit += kill_flows(forks, files, rng, longest / 3)
            as_undisturbed(files, undisturbed)
    for number, victims in enumerate(VICTIMS):
        files = files_in(place / f"around-{number}")
        kill_around(served, place / "news", files, victims, rng.uniform(0, 3))
        as_undisturbed(files, undisturbed)
    soon(
        lambda: {each["state_type"] for each in ended_or_not(served)} <= {"CRASHED", "COMPLETED", "CANCELLED"}
    )


def ended_or_not(served: Served) -> list[dict[str, object]]:
    """Every run that somebody asked for and that was not only planned."""
    return served.runs(state={"type": {"not_any_": ["SCHEDULED"]}})
