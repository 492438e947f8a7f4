"""Late runs: what piled up while no worker was there collapses into one run for each deployment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.states import Cancelled

from flows.serving.pages import every
from flows.serving.place import POOL


def superseded(late: Iterable[FlowRun]) -> list[FlowRun]:
    """Return the runs by schedule that a later one of the same deployment makes needless."""
    scheduled = [run for run in late if run.auto_scheduled and run.deployment_id]
    scheduled.sort(key=lambda run: (str(run.deployment_id), run.next_scheduled_start_time or datetime.max))
    groups = [list(runs) for _, runs in groupby(scheduled, key=lambda run: run.deployment_id)]
    return [run for runs in groups for run in runs[:-1]]


def collapse(client: SyncPrefectClient) -> int:
    """Cancel those runs of the work pool; return how many. Runs that a person asked for stay."""
    needless = superseded(_late(client, datetime.now(UTC)))
    for run in needless:
        told: State[None] = Cancelled(
            message="It was late, and a later run of this deployment does the same."
        )
        client.set_flow_run_state(run.id, told, force=True)
    return len(needless)


def _late(client: SyncPrefectClient, now: datetime) -> list[FlowRun]:
    late = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        next_scheduled_start_time=FlowRunFilterNextScheduledStartTime.model_validate({"before_": now}),
    )
    pool = WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL]))
    return every(
        lambda limit, offset: client.read_flow_runs(
            flow_run_filter=late, work_pool_filter=pool, limit=limit, offset=offset
        )
    )
