"""Keys, relations and groups made anew are those that came up document by document."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_document, open_run
from ingest.model import Block
from tables import contents, rows
from warehouse import rebuild
from warehouse.files import Files

WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school museum train".split()
STORIES = [
    " ".join(WORDS[(n * 5 + k * k) % len(WORDS)] + str(n + k // 4) for k in range(60)) for n in range(3)
]
# A story, an edit of it, a part of it, it with something added, one without a word, and another.
TEXTS = [
    STORIES[0],
    STORIES[0].replace("quay", "pier", 1),
    " ".join(STORIES[0].split()[:40]),
    STORIES[0].upper() + " More is to come, says the mayor.",
    "🎉",
    STORIES[1],
    STORIES[1] + " " + STORIES[2],
    STORIES[2],
]
# What stands at a place may change, so that earlier texts are held no more.
arrivals = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(range(len(TEXTS)))), min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild, "_DOCUMENTS", 2)


def arrive(files: Files, batches: list[list[tuple[int, int]]]) -> None:
    """Load a run per batch: texts by number, at places by number."""
    for batch in batches:
        load(files, [make_document(f"{place}.txt", TEXTS[text]) for place, text in batch])


def rebuilt(files: Files, stop_after: int | None = None) -> list[tuple[str, int, int]]:
    """Rebuild, or stop after so many steps; return what was heard of them."""
    steps: list[tuple[str, int, int]] = []

    def on_step(stage: str, done: int, total: int) -> None:
        steps.append((stage, done, total))
        if len(steps) == stop_after:
            raise KeyboardInterrupt

    with open_run(files, rebuild=True, on_step=on_step):
        pass
    return steps


@pytest.mark.slow
@given(st.lists(arrivals, min_size=1, max_size=3))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_differs_afterwards(batches: list[list[tuple[int, int]]]) -> None:
    """All tables are the same after any history of loads, and no group has a new event in its history."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        arrive(files, batches)
        before = contents(files), rows(files, "SELECT * FROM copy_history")
        rebuilt(files)
        assert (contents(files), rows(files, "SELECT * FROM copy_history")) == before
        assert rows(files, "SELECT count(*) FROM store.waiting") == [(0,)]


def test_steps_are_told(tmp_path: Path) -> None:
    """All stages go through all documents, the first a few at a time."""
    files = files_in(tmp_path)
    arrive(files, [[(0, 0), (1, 1), (2, 4), (3, 5), (4, 7)]])
    steps = rebuilt(files)
    assert [step for step in steps if step[0] == "matching"] == [("matching", n, 5) for n in (2, 4, 5)]
    assert steps[-2:] == [("grouping", 5, 5), ("stories", 5, 5)]


@pytest.mark.parametrize("steps", [3, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 4))])
def test_a_stopped_rebuild_is_completed_by_the_next_run(tmp_path: Path, steps: int) -> None:
    """Wherever it stops: readers see what was there, and a load afterwards finds everything in place."""
    files, straight = files_in(tmp_path), files_in(tmp_path, "straight.duckdb")
    first, more = [(0, 0), (1, 1), (2, 2), (3, 5), (4, 6)], [(5, 3), (3, 7)]
    arrive(files, [first])
    before = contents(files)
    with pytest.raises(KeyboardInterrupt):
        rebuilt(files, stop_after=steps)
    assert contents(files) == before
    arrive(files, [more])
    arrive(straight, [first, more])
    assert contents(files) == contents(straight)


def test_what_other_rules_matched_is_matched_anew(tmp_path: Path) -> None:
    """The next run does it unasked and says so once; groups that change are in the history."""
    files = files_in(tmp_path)
    arrive(files, [[(0, 0), (1, 1), (2, 5)]])
    before = contents(files)
    with duckdb.connect(files.working) as connection:
        connection.execute("DELETE FROM store.pairs")
        connection.execute("UPDATE copies SET copy_id = doc_id, canonical_doc_id = doc_id, size = 1")
        connection.execute("UPDATE settings SET value = '0' WHERE name = 'matching'")
    told: list[str] = []
    with open_run(files, on_wait=told.append):
        pass
    assert contents(files) == before
    assert told == ["Another copydesk matched what is stored: making it anew, 3 documents …"]
    assert len(rows(files, "SELECT * FROM copy_history")) > 0
    with open_run(files, on_wait=told.append):
        pass
    assert len(told) == 1


def test_repeated_lines_are_counted_by_the_groups_of_now(tmp_path: Path) -> None:
    """Where groups change, so does in how many articles a line stands."""
    files = files_in(tmp_path)
    documents = [make_document(f"{n}.txt", f"{TEXTS[n]}\nWalk with us today") for n in (0, 1, 5, 7)]
    load(files, [replace(document, blocks=(Block(7, 0, 5),)) for document in documents])
    counted = "SELECT block, articles, documents FROM store.repeats"
    before = rows(files, counted)
    with duckdb.connect(files.working) as connection:
        connection.execute("UPDATE copies SET copy_id = doc_id")
        connection.execute("UPDATE store.repeats SET articles = 4")
    rebuilt(files)
    assert rows(files, counted) == before == [(7, 3, 4)]
