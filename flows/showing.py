"""What a run shows of itself in Prefect: good to have, and no reason for it to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
from prefect.exceptions import PrefectException

SENTENCE = "Prefect's server did not take what this run shows on its page; the work goes on."


@contextmanager
def showing(log: Callable[[str], None], otherwise: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Show something on the run's page; where the server does not take it, say so in the log.

    `otherwise` is called then as well.
    """
    try:
        yield
    except (httpx.HTTPError, PrefectException):
        log(SENTENCE)
        otherwise()
