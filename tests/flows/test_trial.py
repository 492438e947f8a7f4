"""Trying an ingest out: it tells what the run then does, and writes nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.pipeline import Request, run
from flows.trial import foresee, rows
from seed_corpus import SEEDS
from tables import rows as ask
from warehouse.files import Files

WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school train lamp orchard".split()


def words(seed: int, number: int = 60) -> str:
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(WORDS)}{chosen.choice('abcdefgh')}" for _ in range(number))


def write(folder: Path, texts: dict[str, str], day: int = 1) -> Path:
    """Write articles, one record a file, published on a day and the following ones."""
    folder.mkdir(exist_ok=True)
    for number, (name, text) in enumerate(texts.items()):
        record = {
            "text": text,
            "url": f"https://{name}.example/1",
            "published_at": f"2026-03-{day + number:02d}",
        }
        (folder / f"{name}.jsonl").write_text(json.dumps(record), "utf-8")
    return folder


def listed(command: Callable[..., Any], *arguments: str) -> dict[str, dict[str, Any]]:
    said = command("ingest", *arguments, "--dry-run", "--report", "json")
    assert (said.code, said.err) == (0, "")
    return {row["source_uri"]: row for row in json.loads(said.out)}


def test_it_tells_of_copies_among_new_and_stored_ones(
    command: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New, changed, unchanged and rejected inputs are told apart, and what each is a copy of."""
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(tmp_path / "w.duckdb"))
    folder = write(tmp_path / "in", {"old": words(1), "same": words(2), "turns": words(3)})
    assert command("ingest", str(folder)).code == 0
    write(
        folder,
        {"copy": words(1) + " more", "twin": words(5), "other": words(5), "turns": words(1)},
        day=9,
    )
    (folder / "broken.jsonl").write_text("{", "utf-8")
    found = listed(command, str(folder))
    shown = {
        name.removesuffix(".jsonl#1"): (row["outcome"], row["copy_of_uri"], row["kind"], row["copies"])
        for name, row in found.items()
    }
    assert shown == {
        "old": ("unchanged", None, None, None),
        "same": ("unchanged", None, None, None),
        "copy": ("new", "old.jsonl#1", "near", 3),
        "twin": ("new", None, None, 2),
        "other": ("new", "twin.jsonl#1", "exact", 2),
        "turns": ("changed", "old.jsonl#1", "exact", 3),
        "broken": ("rejected", None, None, None),
    }
    assert found["broken.jsonl#1"]["reason"]
    said = command("ingest", str(folder), "--dry-run").out
    assert said.startswith("Read 7 inputs: 3 would be added, 1 updated, 2 unchanged, 1 rejected.\n")
    assert "  turns.jsonl#1 (changed): an exact copy of old.jsonl#1\n" in said
    assert "  twin.jsonl#1 (new): stands for 2 copies\n" in said
    assert said.endswith("Nothing was written.\n")


def test_nothing_is_written(command: Callable[..., Any], corpus: Path, tmp_path: Path) -> None:
    """Neither a warehouse nor a lock is made where there is none, and one that is there stays as it is."""
    place = tmp_path / "deep" / "w.duckdb"
    said = command("ingest", str(corpus), "--dry-run", "--warehouse", str(place))
    assert "4 would be added" in said.out
    assert list(tmp_path.iterdir()) == []
    place.parent.mkdir()
    command("ingest", str(corpus), "--warehouse", str(place))
    before = {path: path.read_bytes() for path in place.parent.iterdir()}
    for path in before:
        if path != place:
            path.unlink()
    assert "4 unchanged" in command("ingest", str(corpus), "--dry-run", "--warehouse", str(place)).out
    assert {path: path.read_bytes() for path in place.parent.iterdir()} == {place: before[place]}


@pytest.mark.slow
def test_what_is_foreseen_comes_true(tmp_path: Path) -> None:
    """For the sample corpus, in two halves: the run's counts, and each document's group and scores."""
    files = Files(tmp_path / "w.duckdb")
    paths = sorted(str(path) for path in SEEDS.rglob("*") if path.is_file())
    for half in (paths[::2], paths):
        request = Request(half, batch_size=7)
        trial = foresee(request, files)
        done = run(request, files, on_wait=print)
        told, total = trial.summary.total, done.total
        assert (told.added, told.updated, told.unchanged, told.rejected) == (
            total.added,
            total.updated,
            total.unchanged,
            total.rejected,
        )
        now = {
            doc_id: (size, None if canonical == doc_id else canonical, kind, score)
            for doc_id, size, canonical, kind, score in ask(
                files, "SELECT doc_id, size, canonical_doc_id, kind, score FROM copies"
            )
        }
        foreseen = {row[2]: (row[3], row[4], row[6], row[7]) for row in rows(trial).rows if row[2]}
        assert foreseen.items() <= now.items()
        assert len(foreseen) >= total.added


def test_verdicts_and_policy_are_thought_of(
    command: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that changes stays with what it was linked to, and another policy can be tried."""
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(tmp_path / "w.duckdb"))
    folder = write(tmp_path / "in", {"a": words(1), "b": words(2)})
    command("ingest", str(folder))
    command("link", "a.jsonl#1", "b.jsonl#1")
    write(folder, {"b": words(3)}, day=2)
    assert listed(command, str(folder))["b.jsonl#1"]["kind"] == "linked"
    tried = listed(command, str(folder), "--canonical", "prefer:b.example")["b.jsonl#1"]
    assert (tried["copies"], tried["copy_of"]) == (2, None)
    assert command("canonical").out == "earliest\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--report", "json"), 2),
        (("--dry-run", "--report", "xml"), 2),
        (("--dry-run", "--canonical", "newest"), 2),
        (("--dry-run", "--source", ""), 2),
    ],
)
def test_mistakes_are_told(
    command: Callable[..., Any], corpus: Path, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """Wrong usage is one line and leaves nothing behind."""
    said = command("ingest", str(corpus), "--warehouse", str(tmp_path / "w.duckdb"), *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert list(tmp_path.iterdir()) == []
