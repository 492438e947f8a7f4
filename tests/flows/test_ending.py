"""The log of a run, without the lines that tell a person nothing."""

from __future__ import annotations

import logging

import pytest
from prefect.exceptions import FailedRun, TerminationSignal

from flows import ending


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What comes through, of the loggers that Prefect tells of runs and tasks with."""
    lines: list[str] = []

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    for name in ("prefect.flow_runs", "prefect.task_runs"):
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "handlers", [Lines()])
        monkeypatch.setattr(logger, "propagate", False)
        monkeypatch.setattr(logger, "level", logging.INFO)
    assert ending.failed
    return lines


def failed_with(error: Exception) -> None:
    """Say of a run what Prefect's engine says when it ended with this exception."""
    try:
        raise error
    except Exception:
        logging.getLogger("prefect.flow_runs").error("Engine execution exited", exc_info=True)


def test_the_end_of_each_task_is_no_news(told: list[str]) -> None:
    """Tasks that complete say nothing; those that fail or are tried again do."""
    tasks = logging.getLogger("prefect.task_runs")
    for message in ("Finished in state Completed()", "Finished in state Failed('disk')", "Retry 1/2"):
        tasks.info(message)
    assert told == ["Finished in state Failed('disk')", "Retry 1/2"]


def test_a_sentence_is_not_followed_by_a_traceback(told: list[str]) -> None:
    """A run that failed with a sentence has said it; one with a bug shows where."""
    failed_with(FailedRun("There is no such folder."))
    failed_with(ValueError("a bug"))
    assert told == ["Engine execution exited"]


def test_a_signal_stops_a_run_also_while_the_database_works() -> None:
    """What Prefect's handler raises there comes out of the database as this error, and is itself again."""
    with pytest.raises(TerminationSignal):
        ending.failed(RuntimeError("Query interrupted"))
    with pytest.raises(RuntimeError, match="a bug"):
        ending.failed(RuntimeError("a bug"))
