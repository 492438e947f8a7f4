"""What a run shows in Prefect, where the server does not take it; and how a run ends that cannot go on."""

from __future__ import annotations

import errno
import os
from typing import Any
from uuid import UUID

import duckdb
import httpx
import pytest
from prefect.exceptions import ObjectNotFound
from prefect.logging import disable_run_logger

from flows import journal
from flows.ending import failed
from flows.journal import Journal
from flows.pipeline import Summary
from flows.showing import SENTENCE, showing
from ingest.errors import UsageError
from warehouse.runs import Counts


@pytest.mark.parametrize("error", [httpx.ConnectError("refused"), ObjectNotFound(Exception("404"))])
def test_a_server_that_is_gone_ends_no_run(error: Exception) -> None:
    """It is told in the log, and the work goes on."""
    heard: list[str] = []
    with showing(heard.append):
        raise error
    assert heard == [SENTENCE]


def test_what_is_no_fault_of_the_server_is_not_hidden() -> None:
    """A mistake of ours stays one."""
    with pytest.raises(ZeroDivisionError), showing(print):
        raise ZeroDivisionError


def test_a_bar_that_does_not_move_is_left_alone_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each try may take long: after a failure the lines go on without the bar for a while."""
    tries: list[Any] = []
    seconds = 0.0

    def update(bar: UUID, progress: float) -> None:
        tries.append(progress)
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(journal, "create_progress_artifact", lambda **shown: UUID(int=1))
    monkeypatch.setattr(journal, "update_progress_artifact", update)
    heard: list[str] = []
    told = Journal(heard.append, 100, lambda: seconds)
    for _ in range(3):
        told.loaded(Counts(added=1), Summary(UUID(int=2), Counts(added=1), 1, 50, 1.0))
    assert tries == [50.0]
    assert [line == SENTENCE for line in heard] == [False, True, False, False]
    seconds += 60
    told.finished()
    assert tries == [50.0, 100.0]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UsageError("There is no file 'x'."), "There is no file 'x'."),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "Free some space"),
        (duckdb.FatalException("FATAL Error: No space left on device"), "Free some space"),
    ],
)
def test_what_was_foreseen_ends_a_run_with_a_sentence(error: Exception, words: str) -> None:
    """The state says in a line what is wrong or what to do."""
    with disable_run_logger():
        state = failed(error)
    assert state.is_failed()
    assert words in str(state.message)
    assert "\n" not in str(state.message)


def test_what_must_not_be_told_is_hidden() -> None:
    """As a source's password in an address."""
    with disable_run_logger():
        state = failed(UsageError("secret is wrong"), lambda told: told.replace("secret", "…"))
    assert state.message == "… is wrong"


def test_what_nobody_foresaw_keeps_its_traceback() -> None:
    """Prefect logs where it came from."""
    with pytest.raises(ZeroDivisionError):
        failed(ZeroDivisionError())
