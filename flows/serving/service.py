"""`copydesk serve`: stands everything up that runs need, watches it, and takes it down again."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import State
from prefect.exceptions import ObjectAlreadyExists
from prefect.states import Crashed

from flows.errors import ServeError
from flows.serving.automations import dead_runs, ensure
from flows.serving.children import Child
from flows.serving.late import collapse
from flows.serving.place import POOL, PROJECT, Place, environment
from flows.serving.runs import Watch, active
from flows.serving.server import look

Say = Callable[[str], None]

_START_TIMEOUT = 180.0
_POLL = 3.0
_RESTARTS, _RESTARTS_WITHIN = 3, 600.0
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _StoppedError(Exception):
    """Somebody asked for the end while things were being set up."""


class Service:
    """What `copydesk serve` keeps up at one place; `say` gets a line for a person now and then."""

    def __init__(self, place: Place, say: Say, *, worker: bool = True) -> None:
        self._place, self._say, self._with_worker = place, say, worker
        self._environment = environment(place)
        self._stop = threading.Event()
        self._children: dict[str, Child] = {}
        self._commands: dict[str, list[str]] = {}
        self._restarts: list[float] = []
        self._client = SyncPrefectClient(place.api)
        self._watch = Watch()

    def run(self) -> None:
        """Set everything up, and keep it up until a signal comes.

        Raises UsageError where the port is taken, ServeError where something cannot be kept up. Whatever
        was started is stopped again in any case.
        """
        with ExitStack() as stack:
            stack.enter_context(_signals(self._stop.set))
            stack.enter_context(self._client)
            stack.callback(self._end)
            try:
                self._set_up()
                self._keep_up()
            except _StoppedError:
                return

    def _set_up(self) -> None:
        if look(self._place) == "healthy":
            self._say(f"A Prefect server runs at {self._place.ui} already; using it.")
        elif self._place.own:
            self._say("Starting the Prefect server ...")
            self._start("server", ["server", "start"])
        self._wait_for_server()
        self._make_pool()
        ensure(self._client, dead_runs())
        self._say("Deploying what prefect.yaml lists ...")
        self._deploy()
        if late := collapse(self._client):
            self._say(f"{late:,} late runs were cancelled: the last one of each deployment does their work.")
        if self._with_worker:
            self._start("worker", ["worker", "start", "--pool", POOL, "--type", "process"])
        self._say(f"Ready: {self._place.ui} (the warehouse is {self._place.warehouse}). Ctrl-C stops it.")

    def _start(self, name: str, arguments: list[str]) -> None:
        self._commands[name] = arguments
        log = self._place.home / f"{name}.log"
        self._children[name] = Child(name, ["--no-prompt", *arguments], self._environment, PROJECT, log)

    def _wait_for_server(self) -> None:
        deadline = time.monotonic() + _START_TIMEOUT
        while look(self._place, starting=True) != "healthy":
            if not self._place.own:
                raise ServeError(
                    f"No Prefect server answers at {self._place.ui}, which PREFECT_API_URL names. "
                    "Start it, or unset the variable: then copydesk serve starts one."
                )
            self._check_alive("server")
            if time.monotonic() > deadline:
                raise ServeError(f"The Prefect server did not start within {_START_TIMEOUT:.0f} s.")
            self._pause(0.5)

    def _make_pool(self) -> None:
        pool = WorkPoolCreate(name=POOL, type="process", description="Runs of copydesk, on this machine.")
        try:
            self._client.create_work_pool(pool)
        except ObjectAlreadyExists:
            return

    def _deploy(self) -> None:
        self._start("deployments", ["deploy", "--all"])
        child = self._children["deployments"]
        while child.code is None:
            self._pause(0.2)
        del self._children["deployments"]
        if child.code:
            raise ServeError(f"The deployments could not be made: {child.last_words()} See {child.log}.")

    def _keep_up(self) -> None:
        silent = False
        while not self._stop.wait(_POLL):
            for name in list(self._children):
                self._keep(name)
            try:
                for line in self._watch.news(self._client):
                    self._say(line)
                if silent:
                    self._say("The Prefect server answers again.")
                silent = False
            except httpx.HTTPError:
                if not silent:
                    self._say(f"The Prefect server at {self._place.ui} does not answer.")
                silent = True

    def _keep(self, name: str) -> None:
        """Start a child again that ended by itself; too often is too often."""
        child = self._children[name]
        if child.code is None:
            return
        now = time.monotonic()
        self._restarts = [at for at in self._restarts if now - at < _RESTARTS_WITHIN]
        if len(self._restarts) >= _RESTARTS:
            self._check_alive(name)
        self._restarts.append(now)
        self._say(f"The {name} ended unexpectedly (exit code {child.code}); starting it again.")
        self._start(name, self._commands[name])

    def _check_alive(self, name: str) -> None:
        child = self._children.get(name)
        if child and child.code is not None:
            raise ServeError(f"The {name} does not stay up: {child.last_words()} See {child.log}.")

    def _pause(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise _StoppedError

    def _end(self) -> None:
        """Stop the worker with its runs, note what became of these, and stop the server at last."""
        if self._children:
            self._say("Stopping ...")
        for name in ("deployments", "worker"):
            if child := self._children.pop(name, None):
                child.stop()
                if name == "worker":
                    self._close_runs()
        if child := self._children.pop("server", None):
            child.stop()

    def _close_runs(self) -> None:
        """Record the end of runs whose process had no time to do so."""
        told: State[None] = Crashed(message="copydesk serve was stopped. The next run completes the work.")
        try:
            for run in active(self._client):
                self._client.set_flow_run_state(run.id, told, force=True)
            for line in self._watch.news(self._client):
                self._say(line)
        except httpx.HTTPError:
            return


@contextmanager
def _signals(stop: Callable[[], None]) -> Iterator[None]:
    before = {number: signal.signal(number, lambda *_: stop()) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
