"""Late runs and lines about runs, from runs as the server describes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun, State, StateType

from flows.serving.late import superseded
from flows.serving.runs import Watch

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
INBOX, NIGHTLY = uuid4(), uuid4()


def run(
    name: str,
    state: StateType = StateType.SCHEDULED,
    message: str = "",
    *,
    deployment: UUID = INBOX,
    minutes: int = 0,
    by_schedule: bool = True,
) -> FlowRun:
    return FlowRun.model_validate(
        {
            "id": UUID(int=sum(name.encode())),
            "name": name,
            "flow_id": uuid4(),
            "deployment_id": deployment,
            "auto_scheduled": by_schedule,
            "next_scheduled_start_time": NOON + timedelta(minutes=minutes),
            "expected_start_time": NOON + timedelta(minutes=minutes),
            "state_type": state,
            "state": State(type=state, message=message).model_dump(),
        }
    )


def test_of_late_runs_the_last_of_each_deployment_stays() -> None:
    """A pile-up of one deployment is one run; another deployment's, and those asked for by hand, stay."""
    late = [
        run("third", minutes=20),
        run("first"),
        run("by hand", minutes=-50, by_schedule=False),
        run("second", minutes=10),
        run("night", deployment=NIGHTLY),
    ]
    assert [each.name for each in superseded(late)] == ["first", "second"]


def test_each_state_of_a_run_is_told_once() -> None:
    """A run that starts and ends makes two lines, with what its last state says; nothing is told twice."""
    watch = Watch()
    begun, done = run("amber-fox", StateType.RUNNING), run("amber-fox", StateType.COMPLETED, "Read 6 inputs.")
    assert watch.tell([begun]) == ["amber-fox started"]
    assert watch.tell([begun]) == []
    assert watch.tell([done]) == ["amber-fox finished: Read 6 inputs."]
    assert watch.tell([done, run("waits", StateType.PENDING)]) == []


def test_a_clock_that_is_put_back_leaves_out_no_end() -> None:
    """What ends is looked for from the time that it is now."""

    class Server:
        def read_flow_runs(self, **which: object) -> list[FlowRun]:
            return []

    watch = Watch(since=datetime.now(UTC) + timedelta(hours=5))
    assert watch.news(cast(SyncPrefectClient, cast(Any, Server()))) == []
    assert watch.since < datetime.now(UTC)


def test_a_crash_is_one_line() -> None:
    """However many lines its message has."""
    crash = run("amber-fox", StateType.CRASHED, "The process\ndied.")
    assert Watch().tell([crash]) == ["amber-fox crashed: The process died."]
