"""The progress bar: bytes of input, documents beside it, no end where none is known."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from rich.console import Console
from rich.progress import Progress

from flows.pipeline import Arrivals, Summary
from flows.progress import Bar, Quiet, progress
from ingest.errors import UsageError
from ingest.model import Raw
from warehouse.runs import Counts

RAWS = [Raw("default", f"{n}.txt", "text", b"A heron stood in the fountain.") for n in range(2)]
SIZE = sum(len(raw.data) for raw in RAWS)


def bar_over(total: int) -> tuple[Bar, Progress]:
    inner = Progress(console=Console(file=io.StringIO()), disable=True)
    return Bar(inner, total), inner


def test_the_bar_moves_with_every_article() -> None:
    """Cleaning moves the bar by the bytes of each article, and counts it."""
    bar, inner = bar_over(SIZE)
    batch = bar.clean(Arrivals(RAWS, [], []))
    [task] = inner.tasks
    assert len(batch.documents) == 2
    assert (task.completed, task.total, task.fields["documents"]) == (SIZE, SIZE, 2)


def test_known_articles_count_when_their_batch_is_done() -> None:
    """What needs no cleaning moves the bar as well."""
    bar, inner = bar_over(100)
    bar.loaded(Counts(unchanged=5), Summary(UUID(int=1), Counts(unchanged=5), 1, 60))
    [task] = inner.tasks
    assert (task.completed, task.total, task.fields["documents"]) == (60, 100, 5)


def test_more_than_was_expected_has_no_end() -> None:
    """Compressed input holds more than its size: the bar then shows no end instead of a wrong one."""
    bar, inner = bar_over(SIZE - 1)
    bar.clean(Arrivals(RAWS, [], []))
    [task] = inner.tasks
    assert task.total is None


def test_without_a_terminal_only_waiting_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """In a script the run is silent but for the reason why it waits."""
    with progress(["."]) as watcher:
        assert isinstance(watcher, Quiet)
        watcher.clean(Arrivals(RAWS, [], []))
        watcher.loaded(Counts(), Summary(UUID(int=1)))
        assert capsys.readouterr() == ("", "")
        watcher.say("Another run is writing.")
    assert capsys.readouterr() == ("", "Another run is writing.\n")


def test_a_wrong_path_is_told_before_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, too, a path that does not exist is a mistake of the caller."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with pytest.raises(UsageError), progress(["no-such-file"]):
        pass
