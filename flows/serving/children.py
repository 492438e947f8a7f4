"""The processes that `copydesk serve` starts, and how it ends them."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

_PATIENCE = 15.0


def end_strays(api: str, patience: float = _PATIENCE) -> None:
    """End flow runs of the server at `api` whose worker is gone, so that no `stop` would find them.

    Those of another worker are let alone: somebody else may serve there as well.
    """
    strays = [
        process for process, told in engines() if told.get("PREFECT_API_URL") == api and _is_stray(process)
    ]
    _end(strays, patience)


def engines() -> Iterator[tuple[psutil.Process, dict[str, str]]]:
    """Yield the processes on this machine that run a flow, each with its environment."""
    for process in psutil.process_iter():
        try:
            if "prefect.engine" in process.cmdline():
                yield process, process.environ()
        except psutil.Error:
            # It has ended, or belongs to somebody else.
            continue


class Child:
    """A Prefect command that runs beside this process, with all that it says in a file."""

    def __init__(
        self, name: str, arguments: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
    ) -> None:
        """Start it in `folder`; `name` is what a person calls it."""
        self.name, self.log = name, log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as stream:
            self._process = subprocess.Popen(
                self._command(arguments),
                env=dict(environment),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                # Ctrl-C goes to a whole group of processes; these are stopped in their order instead.
                start_new_session=True,
            )

    def _command(self, arguments: Sequence[str]) -> list[str]:
        return [sys.executable, "-m", "flows.serving.child", *arguments]

    @property
    def code(self) -> int | None:
        """Its exit code, None while it runs."""
        return self._process.poll()

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait(self) -> int:
        """Wait until it ends, and return its exit code."""
        return self._process.wait()

    def last_words(self) -> str:
        """Return the last line that it wrote, for a sentence on why it ended."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")

    def stop(self, patience: float = _PATIENCE) -> None:
        """End it and everything that it started; what does not end by itself is killed.

        The processes of flow runs are sessions of their own, so a signal to a group would miss them.
        """
        try:
            family = [psutil.Process(self._process.pid)]
            family += family[0].children(recursive=True)
        except psutil.NoSuchProcess:
            self._process.wait()
            return
        _end(family, patience)
        self._process.wait()


def _end(processes: list[psutil.Process], patience: float) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)
        _, processes = psutil.wait_procs(processes, timeout=patience)


def _is_stray(process: psutil.Process) -> bool:
    try:
        parent = process.parent()
        return parent is None or "worker" not in parent.cmdline()
    except psutil.Error:
        # It has ended, or belongs to somebody else.
        return False
