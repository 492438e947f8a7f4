"""Cleaning on Dask: what the setting means, and the same warehouse."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import psutil
import pytest

from flows import cluster, pipeline
from flows.pipeline import Request
from flows.summary import outcome
from ingest.errors import UsageError
from seed_corpus import SEEDS
from tables import contents
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.runs import Counts
from warehouse.writer import Writer


def test_a_number_is_workers_here_and_an_address_a_scheduler() -> None:
    """Workers on this machine are processes with one thread each, reachable from nowhere else."""
    here = cluster.settings("3")["cluster_kwargs"]
    assert (here["n_workers"], here["threads_per_worker"], here["host"]) == (3, 1, "127.0.0.1")
    assert cluster.settings("tls://dask.example:8786") == {"address": "tls://dask.example:8786"}


@pytest.mark.parametrize("wanted", ["0", "-1", "many", "2.5", "dask.example"])
def test_what_asks_for_nothing_is_told(wanted: str) -> None:
    """The sentence shows the value and what may stand there."""
    with pytest.raises(UsageError, match=r"COPYDESK_DASK is .*a number of workers .* or the address"):
        cluster.settings(wanted)


def test_unset_means_no_workers() -> None:
    """Nothing is imported and nothing started where the variable is missing or empty."""
    for environment in ({}, {"COPYDESK_DASK": " "}):
        with cluster.cluster(None, count(1), print, environment) as ahead:  # type: ignore[arg-type]
            assert ahead is None


def test_dask_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to install it."""
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    asked = {"COPYDESK_DASK": "2"}
    with pytest.raises(UsageError, match=r"copydesk\[dask\]"), cluster.cluster(None, count(1), print, asked):  # type: ignore[arg-type]
        pass


class Lost:
    """What Dask knows of a task whose worker died with its batch."""

    def result(self) -> None:
        raise OSError("gone")


def test_a_lost_worker_is_told() -> None:
    """There is no outcome then, and the log says who does the work instead."""
    said: list[str] = []
    assert cluster._outcome(Lost(), said.append) is None
    assert said == ["A worker of Dask was lost (OSError); its batch is cleaned here."]


# What a run says of itself, and every table.
Ran = tuple[str, dict[str, list[str]]]
IN_BATCH = 15


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The sample corpus, loaded in one process."""
    files = Files(tmp_path_factory.mktemp("alone") / "w.duckdb")
    done = pipeline.run(Request([str(SEEDS)], batch_size=IN_BATCH), files, on_wait=print)
    return outcome(done), contents(files)


@pytest.fixture
def with_workers(ingest_flow: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Ran]:
    """Load the sample corpus with two workers of Dask."""
    pytest.importorskip("prefect_dask", reason="pip install -e '.[dask]' brings Dask")
    monkeypatch.setenv("COPYDESK_DASK", "2")

    def load() -> Ran:
        files = Files(tmp_path / "w.duckdb")
        asked = {"warehouse": str(files.published), "batch_size": IN_BATCH}
        state = ingest_flow(str(SEEDS), **asked, return_state=True)
        assert state.is_completed(), state.message
        return state.message, contents(files)

    return load


@pytest.mark.slow
def test_two_workers_make_the_same_warehouse(with_workers: Callable[[], Ran], alone: Ran) -> None:
    """Every table of the contract is that of a run in one process, and so are the counts of the run."""
    assert with_workers() == alone


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing(
    with_workers: Callable[[], Ran],
    alone: Ran,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of two workers one dies with its batches in the middle of the load, which the log says."""
    monkeypatch.setattr(pipeline, "load_batch", killing_a_worker(pipeline.load_batch, before=2))
    with caplog.at_level(logging.WARNING, "prefect.flow_runs"):
        assert with_workers() == alone
    assert "A worker of Dask was lost" in caplog.text


def killing_a_worker(
    load_batch: Callable[[Writer, Batch], Counts], before: int
) -> Callable[[Writer, Batch], Counts]:
    """Return what loads batches as ever, and kills a worker before it loads the one of this number."""
    turns = count(1)

    def load(writer: Writer, due: Batch) -> Counts:
        if next(turns) == before:
            workers = [
                each for each in psutil.Process().children(True) if "spawn_main" in str(each.cmdline())
            ]
            assert len(workers) == 2
            workers[0].kill()
        return load_batch(writer, due)

    return load
