"""Runs that have fallen silent."""

from __future__ import annotations

from uuid import uuid4

from flows.serving.silent import Heartbeats


def test_a_run_without_another_heartbeat_is_silent_after_minutes() -> None:
    """One that sends them is not, nor one that has ended; the time is not that of the clock on the wall."""
    seconds, dead, alive, ended = 0.0, uuid4(), uuid4(), uuid4()
    heartbeats = Heartbeats(lambda: seconds)
    assert heartbeats.silent({dead: "", alive: "1", ended: "1"}) == []
    seconds = 179.0
    assert heartbeats.silent({dead: "", alive: "2", ended: "1"}) == []
    seconds = 180.0
    assert heartbeats.silent({dead: "", alive: "2"}) == [dead]
