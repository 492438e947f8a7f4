"""Which runs have lost their process, and which were ended although theirs goes on."""

from __future__ import annotations

import subprocess
import sys
from uuid import UUID, uuid4

import pytest
from prefect.client.schemas.objects import FlowRun, State, StateType

from flows.serving.lost import Processes, living

HERE = "copydesk on here"


class Clock:
    """A clock that stands until it is moved."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def run(state: StateType, worker: str | None = HERE) -> FlowRun:
    return FlowRun.model_validate(
        {
            "id": uuid4(),
            "flow_id": uuid4(),
            "state_type": state,
            "state": State(type=state).model_dump(),
            "labels": {"prefect.worker.name": worker} if worker else {},
        }
    )


@pytest.mark.parametrize(
    ("state", "worker", "patience"),
    [
        (StateType.RUNNING, HERE, 5.0),
        (StateType.CANCELLING, HERE, 5.0),
        (StateType.PENDING, HERE, 60.0),
        (StateType.PENDING, None, 60.0),
    ],
)
def test_a_run_without_a_process_is_lost_after_a_while(
    state: StateType, worker: str | None, patience: float
) -> None:
    """Time enough for its worker to tell of it, or to start it."""
    clock, mine = Clock(), run(state, worker)
    processes = Processes(HERE, clock)
    assert processes.lost([mine], set()) == []
    clock.seconds += patience - 0.1
    assert processes.lost([mine], set()) == []
    clock.seconds += 0.1
    assert processes.lost([mine], set()) == [mine]


@pytest.mark.parametrize(
    ("state", "worker"),
    [
        (StateType.RUNNING, "another machine's"),
        (StateType.PENDING, "another machine's"),
        (StateType.RUNNING, None),
        (StateType.PAUSED, HERE),
    ],
)
def test_other_runs_are_let_alone(state: StateType, worker: str | None) -> None:
    """Those of another machine, those that no worker runs, and those that are to have no process."""
    clock, theirs = Clock(), run(state, worker)
    processes = Processes(HERE, clock)
    for _ in range(3):
        assert processes.lost([theirs], set()) == []
        clock.seconds += 1000


def test_a_process_that_is_seen_again_was_never_lost() -> None:
    """The time without one is counted anew."""
    clock, mine = Clock(), run(StateType.RUNNING)
    processes = Processes(HERE, clock)
    for alive in (set(), {mine.id}, set[UUID]()):
        assert processes.lost([mine], alive) == []
        clock.seconds += 4


def test_a_run_that_counts_as_crashed_and_goes_on_is_found() -> None:
    """After a machine has slept every heartbeat is late; a process that is just ending is something else."""
    clock, mine, other = Clock(), run(StateType.CRASHED), run(StateType.COMPLETED)
    processes, alive = Processes(HERE, clock), {mine.id, other.id}
    assert processes.alive([mine, other], alive) == []
    clock.seconds += 5
    assert processes.alive([mine, other], alive) == [mine]
    assert processes.alive([mine, other], set()) == []


def test_the_processes_of_flow_runs_are_found() -> None:
    """By how a worker starts them, and by the run that their environment names."""
    wanted = uuid4()
    sleeper = [sys.executable, "-c", "input()"]
    with (
        subprocess.Popen(
            [*sleeper, "prefect.engine"],
            stdin=subprocess.PIPE,
            env={"PREFECT__FLOW_RUN_ID": str(wanted)},
        ) as engine,
        subprocess.Popen(sleeper, stdin=subprocess.PIPE, env={"PREFECT__FLOW_RUN_ID": str(uuid4())}) as child,
    ):
        found = living()
        engine.kill()
        child.kill()
    assert wanted in found
    assert wanted not in living()
