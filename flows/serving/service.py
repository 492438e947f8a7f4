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
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound
from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from flows.errors import ServeError
from flows.serving.automations import dead_runs, ensure, is_there
from flows.serving.children import end_strays
from flows.serving.crew import Crew
from flows.serving.database import DatabaseFile
from flows.serving.deployments import paused, remove_others, write
from flows.serving.late import collapse
from flows.serving.lost import Processes, living, put_right
from flows.serving.place import POOL, PROJECT, WORKER, Place
from flows.serving.runs import Watch, active, crash
from flows.serving.server import answers, look
from flows.serving.silent import Heartbeats, end_silent
from flows.serving.sources import Sources
from flows.summary import count
from ingest.errors import UsageError

_START_TIMEOUT = 180.0
_POLL = 3.0
_WORKER = ["--no-prompt", "worker", "start", "--pool", POOL, "--type", "process", "--name", WORKER]
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _StoppedError(Exception):
    """Somebody asked for the end while things were being set up."""


class Service:
    """What `copydesk serve` keeps up at one place; `say` gets a line for a person now and then."""

    def __init__(
        self, place: Place, sources: Sources, say: Callable[[str], None], *, worker: bool = True
    ) -> None:
        self._place, self._sources, self._say, self._with_worker = place, sources, say, worker
        self._stop = threading.Event()
        self._crew = Crew(place, say)
        self._client = SyncPrefectClient(place.api)
        self._runs = Watch()
        self._processes = Processes(WORKER)
        self._heartbeats = Heartbeats()
        self._database = DatabaseFile(place.database)
        self._answers = True

    def run(self) -> None:
        """Set everything up, and keep it up until a signal comes.

        Raises UsageError where the port is taken or the sources are wrong, ServeError where something cannot
        be kept up. Whatever was started is stopped again in any case.
        """
        with ExitStack() as stack:
            stack.enter_context(_signals(self._stop.set))
            # Whoever waits for a server that is gone cannot start it again.
            stack.enter_context(temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 1}))
            stack.enter_context(self._client)
            stack.callback(self._end)
            try:
                self._set_up()
                while not self._stop.wait(_POLL):
                    self._keep_up()
            except _StoppedError:
                return

    def _set_up(self) -> None:
        self._sources.read()
        if look(self._place) == "healthy":
            self._say(f"A Prefect server runs at {self._place.ui} already; using it.")
        elif self._place.own:
            self._say("Starting the Prefect server ...")
            self._crew.start("server", ["--no-prompt", "server", "start"])
        self._wait_for_server()
        self._stand_up()
        self._database = DatabaseFile(self._place.database)
        if self._with_worker:
            self._crew.start("worker", _WORKER)
        self._say(f"Ready: {self._place.ui} (the warehouse is {self._place.warehouse}). Ctrl-C stops it.")

    def _stand_up(self) -> None:
        """Bring into the server's database what copydesk needs there."""
        self._make_pool()
        self._deploy()
        if late := collapse(self._client):
            self._say(f"{count(late, 'late run')} cancelled: the last one of a deployment does their work.")
        # It comes last: where it is, the others are.
        ensure(self._client, dead_runs())

    def _wait_for_server(self) -> None:
        deadline = time.monotonic() + _START_TIMEOUT
        while look(self._place, starting=True) != "healthy":
            if not self._place.own:
                raise ServeError(
                    f"No Prefect server answers at {self._place.ui}, which PREFECT_API_URL names. "
                    "Start it, or unset the variable: then copydesk serve starts one."
                )
            self._crew.check("server")
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
        """Deploy what the project lists and what the sources say, and take away sources that are gone."""
        self._say("Deploying what prefect.yaml and the sources say ...")
        target = self._place.home / "deployments.yaml"
        off = paused(self._client)
        write(PROJECT / "prefect.yaml", self._sources.found, self._sources.file, target, off)
        child = self._crew.start(
            "deploying", ["--no-prompt", "deploy", "--all", "--prefect-file", str(target)]
        )
        while child.code is None:
            self._pause(0.2)
        code, words = child.code, child.last_words()
        self._crew.stop("deploying")
        if code:
            raise ServeError(f"The deployments could not be made: {words} See {child.log}.")
        remove_others(self._client, self._sources.found)

    def _keep_up(self) -> None:
        """Look after the children, follow the sources, put runs right, and tell what became of them."""
        self._keep_server_up()
        if not self._hears_server():
            return
        self._crew.keep_up("worker")
        try:
            if not is_there(self._client):
                self._say("Prefect's database is a new one; bringing into it what runs need.")
                self._stand_up()
            elif self._sources.changed():
                self._deploy()
            if self._with_worker:
                put_right(self._client, self._processes)
            end_silent(self._client, self._heartbeats)
            self._tell_runs()
        except UsageError as error:
            self._say(f"{error} The deployments of sources stay as they were.")
        except (httpx.HTTPError, ObjectNotFound):
            # It went away in between, or with what was asked for; the next look tells.
            return

    def _keep_server_up(self) -> None:
        if "server" in self._crew.children and self._database.is_gone():
            self._say("Prefect's database was deleted; starting the server again with a new one.")
            self._crew.restart("server")
            self._database = DatabaseFile(self._place.database)
        self._crew.keep_up("server")

    def _hears_server(self) -> bool:
        """Whether the server answers; tell where that has changed."""
        answers_now = answers(self._place)
        if answers_now != self._answers:
            told = "answers again" if answers_now else "does not answer"
            self._say(f"The Prefect server at {self._place.ui} {told}.")
        if answers_now and not self._answers:
            self._database = DatabaseFile(self._place.database)
        self._answers = answers_now
        return answers_now

    def _tell_runs(self) -> None:
        for line in self._runs.news(self._client):
            self._say(line)

    def _pause(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise _StoppedError

    def _end(self) -> None:
        """Stop the worker with its runs, note what became of these, and stop the server at last."""
        self._say("Stopping ...")
        self._crew.stop("deploying")
        if self._crew.stop("worker"):
            end_strays(self._place.api)
            self._close_runs()
        self._crew.stop("server")

    def _close_runs(self) -> None:
        """Record the end of runs whose process had no time to do so."""
        try:
            for run in self._processes.bereft(active(self._client), living()):
                crash(self._client, run, "copydesk serve was stopped. The next run completes the work.")
            self._tell_runs()
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
