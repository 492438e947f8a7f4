"""`copydesk serve` for real: up, again, down, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from builders import files_in
from flows.serving.once import alone
from flows.serving.place import Place
from served import PATIENCE, PROGRAM, free_port, serving
from tables import rows

DEPLOYMENTS = {"ingest", "inbox", "maintain", "reclean"}


def test_a_second_serve_hears_of_the_first(tmp_path: Path) -> None:
    """One at a time has a folder of Prefect's; afterwards it is free again."""
    place = Place("http://127.0.0.1:4999/api", tmp_path, tmp_path / "w.duckdb")
    with alone(place) as first, alone(place) as second:
        assert first is None
        assert second == f"copydesk serve runs already (process {os.getpid()}): http://127.0.0.1:4999"
    with alone(place) as third:
        assert third is None


def write_news(folder: Path, number: int) -> Path:
    news = folder / "news"
    news.mkdir()
    for day in range(number):
        (news / f"{day}.txt").write_text(f"The ferry of day {day} left Brae with {day} sheep.\n" * 9)
    return news


@pytest.mark.slow
def test_serve_starts_and_stops_everything(tmp_path: Path) -> None:
    """It stands up server, deployments, automation and worker; again is harmless; a signal ends all of it.

    A run that is going on when the signal comes ends as crashed; after the next serve another one completes.
    """
    port = free_port()
    news = write_news(tmp_path, 1500)
    # A run of very small batches is still going on when its start is told.
    for stop, said, in_batch in ((signal.SIGINT, "started", 5), (signal.SIGTERM, "finished", 500)):
        with serving(tmp_path, port) as served:
            process = served.process
            assert {each["name"] for each in served.post("deployments/filter")} >= DEPLOYMENTS
            assert len(served.post("automations/filter")) == 1
            again = subprocess.run(
                [*PROGRAM, "--port", str(port)],
                env={
                    **os.environ,
                    "PREFECT_HOME": str(tmp_path),
                    "COPYDESK_SOURCES": str(tmp_path / "sources.toml"),
                },
                capture_output=True,
                text=True,
                check=True,
            )
            assert f"runs already (process {process.pid}): http://127.0.0.1:{port}" in again.stdout
            children = served.family()
            run = served.begin("ingest", path=str(news), batch_size=in_batch)
            served.until_said(f"{served.name(run)} {said}")
            children += served.family()
            begun = served.runs(start_time={"is_null_": False})
            if stop == signal.SIGTERM:
                assert sorted(str(run["state_type"]) for run in begun) == ["COMPLETED", "CRASHED"]
            process.send_signal(stop)
            assert process.wait(PATIENCE) == 0
            assert not [child for child in children if child.is_running()]


@pytest.mark.slow
def test_prefects_database_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    """In the midst of a run, which goes on, and between runs: all is set up again, and nothing is lost."""
    news, files = write_news(tmp_path, 400), files_in(tmp_path / "stored")
    asked = {"path": str(news), "warehouse": str(files.published), "batch_size": 20}
    port = free_port()
    with serving(tmp_path, port) as served:
        served.at_work(served.begin("ingest", **asked))
        for file in tmp_path.glob("prefect.db*"):
            file.unlink()
        served.until_said("Prefect's database is a new one")
        served.until_said("Deploying")
        assert served.end(served.begin("ingest", **asked)) == "COMPLETED"
    for file in tmp_path.glob("prefect.db*"):
        file.unlink()
    (news / "late.txt").write_text("The last ferry of the year left Brae without any sheep.")
    with serving(tmp_path, port) as served:
        assert served.end(served.begin("ingest", **asked)) == "COMPLETED"
        assert len(served.post("automations/filter")) == 1
    assert rows(files, "SELECT added, unchanged, status FROM runs ORDER BY started_at") == [
        (400, 0, "completed"),
        (0, 400, "completed"),
        (1, 400, "completed"),
    ]
