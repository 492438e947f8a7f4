"""Runs and their processes: what has lost its process is ended, what was ended wrongly goes on.

A process that is gone is seen at once, without waiting for heartbeats that do not come. And a process that is
there is at work, whatever the clocks say: after a machine has slept, every heartbeat is late.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Running

from flows.serving.children import engines
from flows.serving.runs import WORKER_LABEL, active, crash, of_ids

# A process that ends by itself has told how before; a worker tells of the others within a second.
_PATIENCE = 5.0
# A run without a process may be one for which the worker is just starting it.
_PATIENCE_AT_START = 60.0

_AT_WORK = (StateType.RUNNING, StateType.CANCELLING)
_TOLD = "The process of this run is gone. The next run completes its work."


class Processes:
    """Which runs had no process, or one that should not be, and since when."""

    def __init__(self, worker: str, clock: Callable[[], float] = time.monotonic) -> None:
        """`worker` is the name of the workers on this machine; `clock` gives seconds and never jumps."""
        self._worker, self._clock = worker, clock
        self._lost: dict[UUID, float] = {}
        self._alive: dict[UUID, float] = {}

    def lost(self, active: Iterable[FlowRun], living: Collection[UUID]) -> list[FlowRun]:
        """Return the runs among `active` whose process is gone for good; `living` are those that have one."""
        bereft = self.bereft(active, living)
        since = self._lost = self._since(self._lost, bereft)
        return [run for run in bereft if self._clock() - since[run.id] >= _patience(run)]

    def bereft(self, active: Iterable[FlowRun], living: Collection[UUID]) -> list[FlowRun]:
        """Return the runs among `active` that have no process although it would be on this machine."""
        return [run for run in active if run.id not in living and self._is_ours(run)]

    def alive(self, crashed: Iterable[FlowRun], living: Collection[UUID]) -> list[FlowRun]:
        """Return the runs among `crashed` whose process goes on all the same."""
        found = [run for run in crashed if run.state_type == StateType.CRASHED and run.id in living]
        since = self._alive = self._since(self._alive, found)
        return [run for run in found if self._clock() - since[run.id] >= _PATIENCE]

    def _since(self, before: dict[UUID, float], runs: Iterable[FlowRun]) -> dict[UUID, float]:
        return {run.id: before.get(run.id, self._clock()) for run in runs}

    def _is_ours(self, run: FlowRun) -> bool:
        """Whether its process would be on this machine, as far as is known.

        A worker names itself on a run a moment after it took it; one that died in between never did.
        """
        worker = run.labels.get(WORKER_LABEL)
        if run.state_type == StateType.PENDING:
            return worker in (self._worker, None)
        return run.state_type in _AT_WORK and worker == self._worker


def put_right(client: SyncPrefectClient, processes: Processes) -> None:
    """End the runs whose process is gone, and let those go on that count as crashed and are not."""
    begun, now_living = active(client), living()
    for lost in processes.lost(begun, now_living):
        crash(client, lost, _TOLD)
    for run in processes.alive(of_ids(client, now_living), now_living):
        client.set_flow_run_state(run.id, Running(message="Its process goes on."), force=True)


def living() -> set[UUID]:
    """Return the ids of the flow runs that have a process on this machine."""
    found = set()
    for _, told in engines():
        with suppress(KeyError, ValueError):
            found.add(UUID(told["PREFECT__FLOW_RUN_ID"]))
    return found


def _patience(run: FlowRun) -> float:
    return _PATIENCE_AT_START if run.state_type == StateType.PENDING else _PATIENCE
