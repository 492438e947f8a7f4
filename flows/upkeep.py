"""Keeping a warehouse in good order: dropping by rule what is old, writing the file anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from flows.choices import MOST_DAYS
from flows.summary import count, published, size
from ingest import __version__
from ingest.errors import UsageError
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.publish import Publication
from warehouse.retention import Dropped
from warehouse.run import Run


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What to do: for how many days raw bytes and rejects are kept (None: for ever), whether to compact."""

    keep_raw: int | None = None
    keep_rejects: int | None = None
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of it, with the size of the file in bytes before and after."""

    dropped: Dropped
    before: int
    after: int
    publication: Publication


def maintain(asked: Upkeep, files: Files, *, on_wait: Callable[[str], None]) -> Kept:
    """Drop what is older than asked for, rewrite the file where that is due or asked for, publish.

    Whatever a stopped run left undone is done as well. Raises UsageError for a number of days below 0 or
    above a hundred years'.
    """
    for days in (asked.keep_raw or 0, asked.keep_rejects or 0):
        if not 0 <= days <= MOST_DAYS:
            raise UsageError(f"{days} is no number of days to keep something; choose 0 to {MOST_DAYS}.")
    if not files.published.exists() and not files.working.exists():
        raise WarehouseError(f"There is no warehouse at {files.published}. `copydesk ingest` makes one.")
    before = _size(files)
    job = Run(files, source="maintain", parameters=asdict(asked), program=__version__, on_wait=on_wait)
    with job as writer:
        now = datetime.now(UTC)
        dropped = writer.drop_old(_days_before(now, asked.keep_raw), _days_before(now, asked.keep_rejects))
        if asked.compact:
            writer.compact()
    return Kept(dropped, before, _size(files), job.publication)


def report(kept: Kept) -> str:
    """Return what was done, for a person."""
    raws, rejects = count(kept.dropped.raws, "version"), count(kept.dropped.rejects, "reject")
    return "\n".join(
        [
            f"Dropped the raw bytes of {raws} and {rejects}.",
            f"The file had {size(kept.before)} and has {size(kept.after)} now.",
            published(kept.publication),
        ]
    )


def _days_before(now: datetime, days: int | None) -> datetime | None:
    return None if days is None else now - timedelta(days=days)


def _size(files: Files) -> int:
    return (files.working if files.working.exists() else files.published).stat().st_size
