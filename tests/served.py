"""`copydesk serve` as a process of its own, asked as its users ask it and killed as machines kill."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psutil

from flows.serving.place import Place

T = TypeVar("T")

PROGRAM = [sys.executable, "-m", "flows.cli", "serve"]
# `copydesk serve` in the background of a script inherits that SIGINT is ignored.
_IN_BACKGROUND = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
_ENDS = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
# Seconds for what takes a few where nothing else is at work.
PATIENCE = 300


def _environment(home: Path) -> dict[str, str]:
    """This process's environment without what its user has set for Prefect and copydesk."""
    own = ("PREFECT_", "COPYDESK_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return {**kept, "COPYDESK_SOURCES": str(home / "sources.toml")}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


class Served:
    """What `copydesk serve` serves at a port; `process` is the command itself."""

    def __init__(self, home: Path, port: int, process: subprocess.Popen[str]) -> None:
        self.home, self.port, self.process = home, port, process
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}/api", trust_env=False, timeout=30)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process that runs flows against this server."""
        place = Place(f"http://127.0.0.1:{self.port}/api", self.home, self.home / "w.duckdb")
        return place.environment(_environment(self.home))

    def until_said(self, words: str) -> str:
        """Read what the command says up to a line with these words."""
        told = ""
        assert self.process.stdout
        for line in self.process.stdout:
            told += line
            if words in line:
                return told
        raise AssertionError(f"{words!r} was never said: {told}")

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def post(self, path: str, **body: object) -> Any:
        """Ask the server; where it does not answer, ask again until it does."""

        def ask() -> httpx.Response | None:
            with suppress(httpx.TransportError):
                answer = self._http.post(path, json=body)
                return answer if answer.is_success else None
            return None

        return soon(ask).json()

    def begin(self, deployment: str, **parameters: object) -> str:
        """Have a deployment run once; return the run's id. It is asked again where deployments are just made.

        A server that is busy may make a run and answer too late: asked again, it returns the same one.
        """
        asked = {"parameters": parameters, "idempotency_key": str(uuid.uuid4())}

        def ask() -> str | None:
            found = [each for each in self.post("deployments/filter") if each["name"] == deployment]
            if not found:
                return None
            run: str = self.post(f"deployments/{found[0]['id']}/create_flow_run", **asked)["id"]
            return run

        return soon(ask)

    def runs(self, **which: object) -> list[dict[str, Any]]:
        """Return the runs that somebody asked for; a schedule adds its own whenever its time has come."""
        found: list[dict[str, Any]] = self.post("flow_runs/filter", flow_runs=which)
        return [run for run in found if not run["auto_scheduled"]]

    def state(self, run_id: str) -> str:
        return str(self._run(run_id)["state_type"])

    def name(self, run_id: str) -> str:
        """Return what a run is called where it is told of."""
        return str(self._run(run_id)["name"])

    def _run(self, run_id: str) -> dict[str, Any]:
        [run] = self.runs(id={"any_": [run_id]})
        return run

    def pause_schedules(self) -> None:
        """Let nothing run but what is asked for: a schedule's time may come in the middle of a test."""
        for each in self.post("deployments/filter"):
            if each["schedules"]:
                self.post(f"deployments/{each['id']}/pause_deployment")

    def at_work(self, run_id: str) -> bool:
        """Wait until a run is running or is over; say whether it is running."""
        return soon(lambda: (found := self.state(run_id)) in {"RUNNING", *_ENDS} and found) == "RUNNING"

    def end(self, run_id: str) -> str:
        """Wait for a run to end; return its state."""
        return soon(lambda: (found := self.state(run_id)) in _ENDS and found) or ""

    def kill(self, names: Sequence[str]) -> None:
        """Kill `worker`, `server` or `flow`, which means every flow run, all at one moment."""
        marks = {"worker": "worker", "server": "server", "flow": "prefect.engine"}
        victims = []
        for process in self.family():
            with suppress(psutil.Error):
                if {marks[name] for name in names} & set(process.cmdline()):
                    victims.append(process)
        for process in victims:
            with suppress(psutil.Error):
                process.send_signal(signal.SIGKILL)


def soon(ask: Callable[[], T | None], within: float = PATIENCE) -> T:
    """Ask again and again until there is an answer, and return it."""
    deadline = time.monotonic() + within
    while not (found := ask()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.2)
    return found


@contextmanager
def serving(home: Path, port: int, *, schedules: bool = False) -> Iterator[Served]:
    """Start it as a script does, and yield it when it is ready; without `schedules` those are paused."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _IN_BACKGROUND,
            *PROGRAM,
            "--port",
            str(port),
            "--warehouse",
            home / "w.duckdb",
        ],
        env={**_environment(home), "PREFECT_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    served = Served(home, port, process)
    try:
        served.until_said("Ready: ")
        if not schedules:
            served.pause_schedules()
        yield served
    finally:
        process.terminate()
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
