"""Cleaning on Dask: what the setting means, and the same warehouse."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from flows import cluster
from ingest.errors import UsageError
from seed_corpus import SEEDS
from tables import contents
from warehouse.files import Files


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


@pytest.mark.slow
def test_two_workers_make_the_same_warehouse(
    ingest_flow: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every table of the contract is that of a run in one process, and so are the counts of the run."""
    pytest.importorskip("prefect_dask", reason="pip install -e '.[dask]' brings Dask")
    made = []
    for workers in ("2", ""):
        monkeypatch.setenv("COPYDESK_DASK", workers)
        files = Files(tmp_path / f"w{workers}.duckdb")
        state = ingest_flow(str(SEEDS), warehouse=str(files.published), batch_size=15, return_state=True)
        assert state.is_completed(), state.message
        made.append((state.message, contents(files)))
    assert made[0] == made[1]
