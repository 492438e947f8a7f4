"""Cleaning and fingerprinting on Dask: batches go to workers, here or on other machines, and come back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from prefect import Task
from prefect.client.schemas.objects import State

from flows.ahead import Ahead
from flows.pipeline import Arrivals
from ingest.errors import UsageError
from warehouse.batch import Batch

VARIABLE = "COPYDESK_DASK"
_MISSING = f"${VARIABLE} asks for Dask, which is not here: pip install 'copydesk[dask]' brings it."
_WRONG = (
    f"${VARIABLE} is {{value!r}}; give a number of workers on this machine, such as 4, or the address of a "
    "scheduler, such as tcp://192.0.2.7:8786."
)
# Each worker has its next batch at hand, and one waits for the writer.
_SPARE = 2


@contextmanager
def cluster(
    clean: Task[..., Any],
    numbers: Iterator[int],
    log: Callable[[str], None],
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Ahead[Arrivals, Batch] | None]:
    """Yield what begins the task `clean` on the workers that $COPYDESK_DASK asks for; None where it is unset.

    A number makes so many workers on this machine for as long as the context lasts, an address is that of a
    Dask scheduler which is there already. `numbers` are those of the batches; `log` is told where a
    worker was lost. Raises UsageError where the variable says neither, or Dask is not installed.
    """
    wanted = environment.get(VARIABLE, "").strip()
    if not wanted:
        yield None
        return
    asked = settings(wanted)
    if find_spec("prefect_dask") is None:
        raise UsageError(_MISSING)
    from prefect_dask import DaskTaskRunner

    with DaskTaskRunner(**asked) as runner:

        def begin(arrivals: Arrivals) -> Callable[[], Batch | None]:
            # Straight to a worker: as a parameter it would go through the scheduler, hashed on its way.
            [there] = runner.client.scatter([arrivals], hash=False)
            future = runner.submit(clean, {"number": next(numbers), "arrivals": there})
            return lambda: _outcome(future.wrapped_future, log)

        yield Ahead(begin, _workers(runner) + _SPARE)


def _outcome(future: Any, log: Callable[[str], None]) -> Batch | None:
    """What a task made, None where Dask lost it with a worker; what the task itself raises is raised."""
    try:
        state: State[Batch] = future.result()
    except Exception as error:
        log(f"A worker of Dask was lost ({type(error).__name__}); its batch is cleaned here.")
        return None
    return state.result()


def settings(wanted: str) -> dict[str, Any]:
    """Return how Prefect's task runner for Dask is made. Raises UsageError for what asks for nothing."""
    if wanted.isdecimal() and int(wanted) > 0:
        here = {"n_workers": int(wanted), "threads_per_worker": 1, "host": "127.0.0.1"}
        return {"cluster_kwargs": {**here, "dashboard_address": "127.0.0.1:0"}}
    if "://" in wanted:
        return {"address": wanted}
    raise UsageError(_WRONG.format(value=wanted))


def _workers(runner: Any) -> int:
    return max(1, len(runner.client.scheduler_info(n_workers=-1)["workers"]))
