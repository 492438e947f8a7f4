"""The state of a warehouse on one screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from flows.screen import visible
from flows.summary import count, size
from warehouse.stored import Status


def overview(status: Status, published: Path) -> str:
    """Return the page of `copydesk status`."""
    lines = [
        f"{published}: {size(status.published_size)}, published {moment(status.published_at)}"
        f" (the writer's own file: {size(status.working_size)})",
        f"{count(status.documents, 'document')} ({status.articles:,} where copies count once), "
        f"{count(status.removals, 'cut')}, {count(status.relations, 'related pair')}",
        "Last runs:",
        *(f"  {_run(run)}" for run in status.last_runs),
    ]
    if status.rejects_by_code:
        lines.append(f"{count(sum(status.rejects_by_code.values()), 'input')} rejected:")
        lines += [f"  {number:>7,}  {code}" for code, number in status.rejects_by_code.items()]
    return visible("\n".join(lines))


def moment(time: datetime) -> str:
    """Return a time in this computer's zone, to the minute."""
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def _run(run: dict[str, Any]) -> str:
    seconds = "" if run["seconds"] is None else f" in {run['seconds']:.1f} s"
    return (
        f"{moment(run['started_at'])}  {run['status']}{seconds}  {run['source']}: {run['seen']:,} seen, "
        f"{run['added']:,} added, {run['updated']:,} updated, {run['unchanged']:,} unchanged, "
        f"{run['rejected']:,} rejected"
    )
