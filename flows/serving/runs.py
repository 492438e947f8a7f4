"""What becomes of runs, as lines for a person: started, finished, crashed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterEndTime,
    FlowRunFilterId,
    FlowRunFilterParentFlowRunId,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.states import Crashed

from flows.names import ALL
from flows.serving.place import POOL

_WORDS = {
    StateType.RUNNING: "started",
    StateType.COMPLETED: "finished",
    StateType.FAILED: "failed",
    StateType.CRASHED: "crashed",
    StateType.CANCELLED: "was cancelled",
    StateType.PAUSED: "is paused",
}
_ACTIVE = (StateType.PENDING, StateType.RUNNING, StateType.CANCELLING, StateType.PAUSED)
# A worker names itself under it on the runs that it takes.
WORKER_LABEL = "prefect.worker.name"
# An end is recorded a moment after the time that it bears.
_OVERLAP = timedelta(seconds=30)


@dataclass(slots=True)
class Watch:
    """Which runs were told of, and in which state; runs that ended before `since` are old news."""

    since: datetime = field(default_factory=lambda: datetime.now(UTC))
    _told: dict[UUID, StateType] = field(default_factory=dict)

    def news(self, client: SyncPrefectClient) -> list[str]:
        """Return what happened since the last call, a line each."""
        asked = datetime.now(UTC)
        ended = FlowRunFilter(end_time=FlowRunFilterEndTime.model_validate({"after_": self.since}))
        lines = self.tell([*_runs(client, _active()), *_runs(client, ended)])
        # A clock that was put back would leave out what ends until it has caught up.
        self.since = asked - _OVERLAP if asked < self.since else max(self.since, asked - _OVERLAP)
        return lines

    def tell(self, found: Iterable[FlowRun]) -> list[str]:
        """Return a line for each run in another state than told before."""
        lines = []
        for run in sorted(found, key=lambda run: (run.expected_start_time or self.since, run.id)):
            if run.state_type in _WORDS and self._told.get(run.id) != run.state_type:
                self._told[run.id] = run.state_type
                lines.append(line(run))
        return lines


def line(run: FlowRun) -> str:
    """Return what became of a run: its name, its state, and what the state says."""
    word = _WORDS[run.state_type] if run.state_type else "is unknown"
    message = " ".join((run.state.message or "").split()) if run.state else ""
    return f"{run.name} {word}{f': {message}' if message else ''}"


def active(client: SyncPrefectClient) -> list[FlowRun]:
    """Return the runs of the work pool that have begun and not ended."""
    return _runs(client, _active())


def of_ids(client: SyncPrefectClient, ids: Iterable[UUID]) -> list[FlowRun]:
    """Return the runs with these ids that the server knows."""
    wanted = sorted(ids)
    if not wanted:
        return []
    return client.read_flow_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=wanted)))


def crash(client: SyncPrefectClient, ended: FlowRun, told: str) -> None:
    """End a run that did not end itself, and those within it, with a sentence that tells why."""
    for run in (ended, *_within(client, ended)):
        state: State[None] = Crashed(message=told)
        client.set_flow_run_state(run.id, state, force=True)


def without_worker(client: SyncPrefectClient) -> list[FlowRun]:
    """Return the runs of copydesk's flows that go on and that no worker runs."""
    ours = FlowFilter(name=FlowFilterName(any_=list(ALL)))
    found = client.read_flow_runs(flow_filter=ours, flow_run_filter=_active())
    return [run for run in found if WORKER_LABEL not in run.labels and run.deployment_id is None]


def _within(client: SyncPrefectClient, run: FlowRun) -> list[FlowRun]:
    """Return the runs that a run began in its own process and that have not ended."""
    parent = FlowRunFilterParentFlowRunId(any_=[run.id])
    return client.read_flow_runs(
        flow_run_filter=FlowRunFilter(state=_active().state, parent_flow_run_id=parent)
    )


def _active() -> FlowRunFilter:
    return FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(_ACTIVE))))


def _runs(client: SyncPrefectClient, which: FlowRunFilter) -> list[FlowRun]:
    pool = WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL]))
    return client.read_flow_runs(flow_run_filter=which, work_pool_filter=pool)
