"""When a source is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ingest.configured.schedule import is_cron, is_due

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, NOON, True),
        (NOON, NOON + timedelta(minutes=29), False),
        (NOON, NOON + timedelta(minutes=30), True),
        (NOON + timedelta(seconds=1), NOON + timedelta(minutes=31), True),
        (NOON, NOON + timedelta(days=9), True),
        (NOON.astimezone(timezone(timedelta(hours=5, minutes=45))), NOON + timedelta(minutes=29), False),
    ],
)
def test_due_from_the_next_time_on(last: datetime | None, now: datetime, due: bool) -> None:
    """A source is due once the time that follows its last run has come, in UTC, and if it never ran."""
    assert is_due("*/30 * * * *", last, now) is due


def test_what_is_no_schedule() -> None:
    """Words, too few fields and days that never come are none."""
    assert is_cron("0 6 * * 1-5")
    assert not any(map(is_cron, ("", "daily", "* * *", "61 * * * *", "0 0 31 2 *")))
