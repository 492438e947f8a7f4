"""Stories brought up to date at the end of a run, in steps that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import files_in, load, make_batch, make_document, open_run
from ingest.model import Document
from tables import contents, rows
from warehouse.files import Files
from warehouse.stories import groups, settle

EVENTS = [
    "The ferry Almira ran aground off Port Ellery with 212 passengers, said harbour master Ineke Vos of Skerry.",
    "All 212 passengers of the ferry Almira were safe, Ineke Vos told reporters in Port Ellery on Skerry.",
    "Rooftop beekeeper Tomas Weil won the Quillmark honey prize with 48 jars of Carniolan heather honey.",
    "The Quillmark honey prize went to beekeeper Tomas Weil for his 48 jars of heather honey from a roof.",
    "Rain is expected in the north.",
]


def documents() -> list[Document]:
    """Two stories in two tellings each, and one alone."""
    return [make_document(f"{place}.txt", text) for place, text in enumerate(EVENTS)]


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "_DOCUMENTS", 2)
    monkeypatch.setattr(groups, "_PART", 2)


def test_steps_are_told(tmp_path: Path) -> None:
    """Documents go through in steps, and what is left of them is known."""
    told: list[tuple[str, int, int]] = []
    with open_run(files_in(tmp_path), on_step=lambda *step: told.append(step)) as writer:
        writer.load(make_batch(documents()))
        assert not told
    assert told == [("stories", done, 5) for done in (2, 4, 5)]


@pytest.mark.parametrize("stop_after", [3, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2, 4))])
def test_a_run_that_is_stopped_leaves_the_rest_to_the_next(
    tmp_path: Path, stop_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it is stopped: readers see what was there, and a run without work completes all of it."""
    files, straight = files_in(tmp_path), files_in(tmp_path, "straight.duckdb")
    load(straight, documents())
    load(files, documents()[:1])
    before = contents(files)
    with monkeypatch.context() as patch:
        steps: list[str] = []
        for name in ("pair", "regroup_stories"):
            patch.setattr(settle, name, _stopping(getattr(settle, name), steps, stop_after))
        with pytest.raises(KeyboardInterrupt):
            load(files, documents())
    assert contents(files) == before
    _run(files)
    assert contents(files) == contents(straight)
    assert rows(files, "SELECT status FROM runs ORDER BY started_at") == [
        ("completed",),
        ("failed",),
        ("completed",),
    ]


def _stopping(work: Callable[..., None], steps: list[str], stop_after: int) -> Callable[..., None]:
    def stop(*arguments: object) -> None:
        work(*arguments)
        steps.append(work.__name__)
        if len(steps) == stop_after:
            raise KeyboardInterrupt

    return stop


def _run(files: Files) -> None:
    with open_run(files):
        pass


def test_a_run_that_changes_nothing_forms_no_stories(tmp_path: Path) -> None:
    """What was loaded before is not told again."""
    files = files_in(tmp_path)
    load(files, documents())
    told: list[tuple[str, int, int]] = []
    with open_run(files, on_step=lambda *step: told.append(step)) as writer:
        writer.load(make_batch(documents()))
    assert told == []
