"""Runs beside others, and with the worker or the server that runs them killed."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

import forked_flows
from builders import files_in
from served import Served, soon
from tables import as_undisturbed, rows
from warehouse.files import Files

SEED = 20261122
VICTIMS = [
    ("flow",),
    ("worker",),
    ("server",),
    ("worker", "flow"),
    ("flow", "server"),
    ("worker", "flow", "server"),
]


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
def test_kills_of_flow_worker_and_server(served: Served, place: Path) -> None:
    """Whatever dies, nothing is lost or doubled, every run comes to an end, and the next completes the work."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    for number, victims in enumerate(VICTIMS):
        files = files_in(place / f"around-{number}")
        kill_around(served, place / "news", files, victims, rng.uniform(0, 3))
        as_undisturbed(files, files_in(place / "undisturbed"))
    soon(
        lambda: {each["state_type"] for each in ended_or_not(served)} <= {"CRASHED", "COMPLETED", "CANCELLED"}
    )


def ended_or_not(served: Served) -> list[dict[str, object]]:
    """Every run that somebody asked for and that was not only planned."""
    return served.runs(state={"type": {"not_any_": ["SCHEDULED"]}})
