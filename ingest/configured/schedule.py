"""When a source is due, by its cron expression: five fields, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from cronsim import CronSim, CronSimError


def is_cron(expression: str) -> bool:
    """Whether this is a cron expression that ever comes true."""
    try:
        return next(CronSim(expression, datetime(2024, 1, 1, tzinfo=UTC)), None) is not None
    except CronSimError:
        return False


def is_due(expression: str, last: datetime | None, now: datetime) -> bool:
    """Whether the expression came true since `last`, an aware time; None: there was no run yet."""
    if last is None:
        return True
    following = next(CronSim(expression, last.astimezone(UTC)), None)
    return following is not None and following <= now
