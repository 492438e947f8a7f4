"""The line that a run logs for each batch."""

from __future__ import annotations

from uuid import UUID

from flows.journal import batch_line
from flows.pipeline import Summary
from warehouse.runs import Counts

DONE = Counts(added=5, updated=1, unchanged=2, rejected=2, removals=30, duplicates=4)


def summary(loaded: int, seconds: float) -> Summary:
    return Summary(UUID(int=1), DONE, batches=3, bytes=loaded, seconds=seconds)


def test_a_batch_is_one_line_with_all_that_counts() -> None:
    """What came of its inputs, its cuts and duplicates, how fast the run is, and how long it will take."""
    assert batch_line(DONE, summary(250, 10.0), 1000) == (
        "Batch 3: 10 seen, 5 added, 1 updated, 2 unchanged, 2 rejected, 30 cuts, 4 duplicates; "
        "1 documents/s, about 30 s left"
    )


def test_the_time_left_is_told_only_where_it_is_known() -> None:
    """Compressed inputs weigh more than their files; then nobody knows the end."""
    assert "left" not in batch_line(DONE, summary(2000, 10.0), 1000)
    assert "left" not in batch_line(DONE, summary(250, 10.0), 0)
    assert batch_line(DONE, summary(250, 100.0), 1000).endswith("about 5 min left")
