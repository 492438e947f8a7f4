"""How a flow run ends: as Completed with what it did, or as Failed with a sentence for a person."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from typing import Any

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.exceptions import FailedRun, TerminationSignal
from prefect.states import Completed, Failed

from flows.failure import code_and_sentence, is_foreseen
from flows.showing import showing
from warehouse.errors import was_stopped


def completed(key: str, told: str, *, is_markdown: bool = False) -> State[Any]:
    """Leave what a run did as the artifact `key`, and return the state that says the first line of it."""
    markdown = told if is_markdown else f"```\n{told}\n```"
    with showing(get_run_logger().warning):
        create_markdown_artifact(key=key, markdown=markdown, description="What the run did")
    return Completed(message=told.splitlines()[0])


def failed(error: Exception, hidden: Callable[[str], str] = str) -> State[Any]:
    """Return the state for an error of which people have to know; `hidden` keeps back what they must not.

    An error that nobody foresaw is raised again: then Prefect logs where it came from. So is the signal with
    which Prefect stops a run, where it came while the database was at work.
    """
    if was_stopped(error):
        raise TerminationSignal(signal.SIGTERM) from error
    if not is_foreseen(error):
        raise error
    told = hidden(code_and_sentence(error)[1])
    get_run_logger().error("%s", told)
    return Failed(message=told)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a person who follows a run needs this line of Prefect's.

    Two are none: every task's end, which is in the picture of the run anyway; and the traceback through
    Prefect after a run failed with a sentence. Of an exception that nobody foresaw all is told.
    """
    error = record.exc_info[1] if record.exc_info else None
    return record.msg != "Finished in state Completed()" and not isinstance(error, FailedRun)


for _name in ("prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(_name).addFilter(_is_news)
