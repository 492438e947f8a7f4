"""Clocks that jump while a run is going on and between runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import cycle
from pathlib import Path

import pytest

from builders import files_in, load, make_document
from tables import contents, rows
from warehouse.files import Files
from warehouse.reader import open_reader

NOON = datetime.now(UTC)
BATCHES = [
    [make_document("a.txt", "The ferry to Brae sails again after the storm, the harbour master said.")],
    [make_document("b.txt", "The ferry to Brae sails again after the storm, the harbour master said today.")],
    [make_document("a.txt", "The ferry to Brae has a new bell, given by the school of the island.")],
]


def jump(monkeypatch: pytest.MonkeyPatch, *hours: float) -> None:
    """Let each look at the writer's clock find another time, so many hours from now, again and again."""
    times = cycle(NOON + timedelta(hours=each) for each in hours)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return next(times)

    for module in ("writer", "run"):
        monkeypatch.setattr(f"warehouse.{module}.datetime", Clock)


@pytest.mark.parametrize("hours", [(0, -30, 5, -2), (-1, 24 * 400, -24 * 400)])
def test_a_clock_that_jumps_changes_no_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: tuple[float, ...]
) -> None:
    """Between batches or between runs, back or ahead: the same tables, and no run took less than no time."""
    undisturbed, files = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    load(undisturbed, *BATCHES)
    jump(monkeypatch, *hours)
    load(files, *BATCHES[:2])
    load(files, BATCHES[2])
    assert contents(files) == contents(undisturbed)
    assert rows(files, "SELECT min(seconds) >= 0, bool_and(finished_at >= started_at) FROM runs") == [
        (True, True)
    ]


def test_a_run_in_the_future_keeps_no_source_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was noted before a clock was put right does not count as the source's last run."""
    files: Files = files_in(tmp_path)
    load(files, BATCHES[0])
    with open_reader(files) as reader:
        last = reader.collections()["default"].last_run
    jump(monkeypatch, 48)
    load(files, BATCHES[1])
    with open_reader(files) as reader:
        assert reader.collections()["default"].last_run == last
