"""The line from path to warehouse, without the command or Prefect around it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import pipeline
from flows.pipeline import Request, Summary, batches, run, weight
from ingest.errors import UsageError
from ingest.model import Raw, Reject
from tables import contents, rows
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.runs import Counts
from warehouse.writer import Writer


def raw(number: int, size: int = 10) -> Raw:
    return Raw("default", f"{number}.txt", "text", b"x" * size)


@given(st.integers(0, 30), st.integers(1, 12))
def test_batches_keep_every_item_in_order(number: int, size: int) -> None:
    """Batches together are the stream, and none is larger than asked or empty."""
    items = [raw(n) for n in range(number)]
    made = list(batches(items, size))
    assert [item for batch in made for item in batch] == items
    assert all(1 <= len(batch) <= size for batch in made)


def test_heavy_articles_end_a_batch_early() -> None:
    """Sixteen megabytes of text are a batch, however few articles they are."""
    items = [raw(n, 6 << 20) for n in range(4)]
    assert [len(batch) for batch in batches(items, 500)] == [3, 1]


def test_the_weight_is_what_is_in_memory() -> None:
    """A reject without bytes weighs nothing, whatever its size on the disk."""
    assert weight(raw(1, 7)) == 7
    assert weight(Reject("default", "a", "too_large", "It is too large.", size=1 << 30)) == 0


def test_a_path_that_does_not_exist_opens_nothing(tmp_path: Path) -> None:
    """The mistake is told before any file is made."""
    with pytest.raises(UsageError):
        run(Request([str(tmp_path / "nowhere")]), Files(tmp_path / "w.duckdb"), on_wait=print)
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    """The same input again is unchanged, and so is every table."""
    files = Files(tmp_path / "w.duckdb")
    first = run(Request([str(corpus)]), files, on_wait=print)
    before = contents(files)
    second = run(Request([str(corpus)]), files, on_wait=print)
    assert (first.total.added, second.total.added, second.total.unchanged) == (4, 0, 4)
    assert contents(files) == before


def test_batches_are_heard_of_one_by_one(corpus: Path, tmp_path: Path) -> None:
    """After each batch the caller hears what it did and what the run has done so far."""
    heard: list[tuple[int, int, int]] = []

    def listen(done: Counts, summary: Summary) -> None:
        heard.append((summary.batches, done.seen, summary.total.seen))

    run(Request([str(corpus)], batch_size=2), Files(tmp_path / "w.duckdb"), on_wait=print, on_batch=listen)
    assert heard == [(1, 2, 2), (2, 2, 4), (3, 2, 6)]


def test_an_interrupted_run_is_completed_by_the_next(corpus: Path, tmp_path: Path) -> None:
    """A run that dies between batches publishes nothing; the next one ends where an undisturbed one would."""
    files, undisturbed = Files(tmp_path / "w.duckdb"), Files(tmp_path / "u.duckdb")
    loaded = 0

    def dying(writer: Writer, batch: Batch) -> Counts:
        nonlocal loaded
        if loaded == 2:
            raise KeyboardInterrupt
        loaded += 1
        return pipeline.load_batch(writer, batch)

    with pytest.raises(KeyboardInterrupt):
        run(Request([str(corpus)], batch_size=2), files, load=dying, on_wait=print)
    assert not files.published.exists()
    summary = run(Request([str(corpus)], batch_size=2), files, on_wait=print)
    assert summary.total.unchanged > 0
    run(Request([str(corpus)]), undisturbed, on_wait=print)
    assert contents(files) == contents(undisturbed)


def test_standard_input_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes in on stdin becomes a document."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A heron stood in the fountain all day.")))
    files = Files(tmp_path / "w.duckdb")
    assert run(Request(["-"]), files, on_wait=print).total.added == 1
    assert rows(files, "SELECT text FROM documents") == [("A heron stood in the fountain all day.",)]


def test_the_warehouse_does_not_ingest_itself(tmp_path: Path) -> None:
    """The files of the warehouse in the ingested folder are passed over, run after run."""
    (tmp_path / "a.txt").write_text("The clock of the town hall stopped again on Tuesday.")
    files = Files(tmp_path / "copydesk.duckdb")
    for _ in range(2):
        done = run(Request([str(tmp_path)]), files, on_wait=print)
        assert (done.total.seen, done.total.rejected) == (1, 0)
