"""`copydesk serve` for real: up, again, down, and nothing left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from flows.serving.once import alone
from flows.serving.place import Place

PROGRAM = [sys.executable, "-m", "flows.cli", "serve"]
DEPLOYMENTS = {"ingest", "inbox", "maintain", "reclean"}
# `copydesk serve` in the background of a script inherits that SIGINT is ignored.
IN_BACKGROUND = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


@contextmanager
def serving(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Start it as a script does, and yield it when it is ready."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            IN_BACKGROUND,
            *PROGRAM,
            "--port",
            str(port),
            "--warehouse",
            home / "w.duckdb",
        ],
        env={**environment, "PREFECT_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        until(process, "Ready: ")
        yield process
    finally:
        process.kill()
        process.wait()


def until(process: subprocess.Popen[str], words: str) -> str:
    """Read what it says up to a line with these words."""
    told = ""
    assert process.stdout
    for line in process.stdout:
        told += line
        if words in line:
            return told
    raise AssertionError(f"{words!r} was never said: {told}")


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def post(port: int, path: str, **body: object) -> list[dict[str, object]]:
    answer = httpx.post(f"http://127.0.0.1:{port}/api/{path}", json=body, trust_env=False)
    answer.raise_for_status()
    found = answer.json()
    return found if isinstance(found, list) else [found]


def test_a_second_serve_hears_of_the_first(tmp_path: Path) -> None:
    """One at a time has a folder of Prefect's; afterwards it is free again."""
    place = Place("http://127.0.0.1:4999/api", tmp_path, tmp_path / "w.duckdb")
    with alone(place) as first, alone(place) as second:
        assert first is None
        assert second == f"copydesk serve runs already (process {os.getpid()}): http://127.0.0.1:4999"
    with alone(place) as third:
        assert third is None


@pytest.mark.slow
def test_serve_starts_and_stops_everything(tmp_path: Path) -> None:
    """It stands up server, deployments, automation and worker; again is harmless; a signal ends all of it.

    A run that is going on when the signal comes ends as crashed; after the next serve another one completes.
    """
    port = free_port()
    news = tmp_path / "news"
    news.mkdir()
    for number in range(1500):
        (news / f"{number}.txt").write_text(f"The ferry of day {number} left Brae with {number} sheep.\n" * 9)
    for stop in (signal.SIGINT, signal.SIGTERM):
        with serving(tmp_path, port) as process:
            assert {each["name"] for each in post(port, "deployments/filter")} >= DEPLOYMENTS
            assert len(post(port, "automations/filter")) == 1
            again = subprocess.run(
                [*PROGRAM, "--port", str(port)],
                env={**os.environ, "PREFECT_HOME": str(tmp_path)},
                capture_output=True,
                text=True,
                check=True,
            )
            assert f"runs already (process {process.pid}): http://127.0.0.1:{port}" in again.stdout
            children = family(process)
            [ingest] = [each for each in post(port, "deployments/filter") if each["name"] == "ingest"]
            parameters = {"path": str(news), "batch_size": 100}
            post(port, f"deployments/{ingest['id']}/create_flow_run", parameters=parameters)
            until(process, "started" if stop == signal.SIGINT else "finished")
            children += family(process)
            begun = post(port, "flow_runs/filter", flow_runs={"start_time": {"is_null_": False}})
            if stop == signal.SIGTERM:
                assert sorted(str(run["state_type"]) for run in begun) == ["COMPLETED", "CRASHED"]
            process.send_signal(stop)
            assert process.wait(60) == 0
            assert not [child for child in children if child.is_running()]
