"""How a flow run ends that cannot go on: as Failed, with a sentence for a person as its state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prefect import get_run_logger
from prefect.client.schemas.objects import State
from prefect.states import Failed

from flows.failure import code_and_sentence, is_foreseen


def failed(error: Exception, hidden: Callable[[str], str] = str) -> State[Any]:
    """Return the state for an error of which people have to know; `hidden` keeps back what they must not.

    An error that nobody foresaw is raised again: then Prefect logs where it came from.
    """
    if not is_foreseen(error):
        raise error
    told = hidden(code_and_sentence(error)[1])
    get_run_logger().error("%s", told)
    return Failed(message=told)
