"""Runs without a worker that have fallen silent, where the server's automation missed their last heartbeat.

A server that is busy or killed may lose the event after which it would wait for the next one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient

from flows.serving.place import HEARTBEAT_SECONDS
from flows.serving.runs import crash, without_worker

_PATIENCE = 6.0 * HEARTBEAT_SECONDS
_TOLD = "This run has sent no heartbeat for minutes. The next run completes its work."


class Heartbeats:
    """The last heartbeat of each run, and when it was first looked at."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds and never jumps."""
        self._clock = clock
        self._seen: dict[UUID, tuple[str, float]] = {}

    def silent(self, last: Mapping[UUID, str]) -> list[UUID]:
        """Return the runs without another heartbeat for three minutes; `last` has the id of their last."""
        now = self._clock()
        before = self._seen
        self._seen = {
            run: before[run] if run in before and before[run][0] == beat else (beat, now)
            for run, beat in last.items()
        }
        return [run for run, (_, since) in self._seen.items() if now - since >= _PATIENCE]


def end_silent(client: SyncPrefectClient, heartbeats: Heartbeats) -> None:
    """End the runs that have fallen silent."""
    found = {run.id: run for run in without_worker(client)}
    last = {run_id: _last_heartbeat(client, run_id) for run_id in found}
    for run_id in heartbeats.silent(last):
        crash(client, found[run_id], _TOLD)


def _last_heartbeat(client: SyncPrefectClient, run_id: UUID) -> str:
    """Return the id of the last heartbeat that the server kept of a run, empty where there is none."""
    asked = {
        "event": {"name": ["prefect.flow-run.heartbeat"]},
        "resource": {"id": [f"prefect.flow-run.{run_id}"]},
        "order": "DESC",
    }
    found = client.request("POST", "/events/filter", json={"filter": asked, "limit": 1}).json()["events"]
    return str(found[0]["id"]) if found else ""
