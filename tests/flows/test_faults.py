"""Flow runs that meet a full disk, and a warehouse that somebody else has."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows import pipeline
from flows.pipeline import Request, run
from tables import contents, rows
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.runs import Counts
from warehouse.writer import Writer

HOLD = """
import sys
from pathlib import Path
from builders import open_run
from warehouse.files import Files
with open_run(Files(Path(sys.argv[1])), source="wire"):
    print("holding", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def undisturbed(corpus: Path, tmp_path: Path) -> dict[str, list[str]]:
    """What a run that meets nothing makes of the corpus."""
    files = Files(tmp_path / "undisturbed.duckdb")
    run(Request([str(corpus)]), files, on_wait=print)
    return contents(files)


def test_a_full_disk_fails_a_run_in_a_sentence(
    ingest_flow: Any,
    corpus: Path,
    tmp_path: Path,
    undisturbed: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After the tries of a batch the run is Failed and says what to do; with room again the next one completes it."""
    from flows import ingest

    calls = 0

    def fill(writer: Writer, batch: Batch) -> Counts:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return load_batch(writer, batch)

    files, load_batch = Files(tmp_path / "w.duckdb"), pipeline.load_batch
    monkeypatch.setattr(ingest, "load", ingest.load.with_options(retry_delay_seconds=0))
    monkeypatch.setattr(pipeline, "load_batch", fill)
    asked = {"warehouse": str(files.published), "batch_size": 2, "return_state": True}
    state = ingest_flow(str(corpus), **asked)
    assert state.is_failed()
    assert state.message.startswith("No space left on device. Free some space")
    assert calls == 4
    assert not files.published.exists()
    monkeypatch.setattr(pipeline, "load_batch", load_batch)
    assert ingest_flow(str(corpus), **asked).is_completed()
    assert contents(files) == undisturbed
    assert rows(files, "SELECT status FROM runs ORDER BY started_at") == [("failed",), ("completed",)]


class Warned(logging.Handler):
    """Hears the warnings of flow runs, and lets the first one end what `holder` does."""

    def __init__(self, holder: subprocess.Popen[str]) -> None:
        super().__init__(logging.WARNING)
        self.holder, self.heard = holder, list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())
        self.holder.stdin.close()


@contextmanager
def warned(holder: subprocess.Popen[str]) -> Iterator[Warned]:
    logger, handler = logging.getLogger("prefect.flow_runs"), Warned(holder)
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)


def test_who_has_the_warehouse_is_told_and_waited_for(
    ingest_flow: Any, corpus: Path, tmp_path: Path, undisturbed: dict[str, list[str]]
) -> None:
    """The log names the process and what it is about; when it is done the run goes on."""
    files = Files(tmp_path / "w.duckdb")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, files.published],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as holder:
        assert holder.stdout.readline() == "holding\n"
        with warned(holder) as log:
            state = ingest_flow(str(corpus), warehouse=str(files.published), return_state=True)
    assert state.is_completed(), state.message
    [told] = log.heard
    assert f"process {holder.pid}" in told
    assert "source 'wire'" in told
    assert contents(files) == undisturbed
