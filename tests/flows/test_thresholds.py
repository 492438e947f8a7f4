"""`copydesk thresholds` and what a run sets: from which scores on documents are copies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tables import rows
from warehouse.files import Files

WORDS = [f"{first}{last}" for first in ("har", "ves", "tol", "mer") for last in "abcdefghijklmno"]
USUAL = "near from a Jaccard of 0.7, contains from a containment of 0.7"
KINDS = "SELECT kind FROM relations WHERE kind <> 'story'"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Two articles with a Jaccard of 0.81."""
    folder = tmp_path / "pair"
    folder.mkdir()
    (folder / "a.txt").write_text(" ".join(WORDS), "utf-8")
    (folder / "b.txt").write_text(
        " ".join("x" if n in (20, 40) else word for n, word in enumerate(WORDS)), "utf-8"
    )
    return folder


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A warehouse of its own for each test."""
    files = Files(tmp_path / "w.duckdb")
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(files.published))
    return files


def test_a_run_sets_them_for_its_source(command: Callable[..., Any], files: Files, pair: Path) -> None:
    """They hold for this run, for later ones that say nothing, and for no other source."""
    command("ingest", str(pair), "--source", "wire", "--near", "0.9", "--contains", "0.95")
    command("ingest", str(pair), "--source", "herald")
    command("ingest", str(pair), "--source", "wire")
    sql = "SELECT DISTINCT source FROM relations JOIN documents ON doc_id = doc_a WHERE kind = 'near'"
    assert rows(files, sql) == [("herald",)]
    assert command("thresholds").out == (
        f"all sources: {USUAL}\nsource wire: near from a Jaccard of 0.9, contains from a containment of 0.95\n"
    )
    assert command("thresholds", "--source", "herald").out == f"herald: {USUAL}\n"


def test_the_command_sets_them_and_takes_them_back(
    command: Callable[..., Any], files: Files, pair: Path
) -> None:
    """Relations follow at once; what is so already makes no run."""
    command("ingest", str(pair))
    assert rows(files, KINDS) == [("near",)]
    said = command("thresholds", "--near", "0.9")
    assert said.out.startswith("1 relation changed.\nall sources: near from a Jaccard of 0.9, contains")
    assert rows(files, KINDS) == [("contains",)]
    command("thresholds", "--contains", "0.95", "--source", "default")
    assert rows(files, KINDS) == []
    assert command("thresholds", "--reset", "--source", "default").out.startswith("1 relation changed.")
    assert command("thresholds", "--reset").out == f"1 relation changed.\nall sources: {USUAL}\n"
    assert rows(files, KINDS) == [("near",)]
    before = rows(files, "SELECT count(*) FROM runs")
    assert command("thresholds", "--near", "0.7").out == f"They are so already.\nall sources: {USUAL}\n"
    assert rows(files, "SELECT count(*) FROM runs") == before


def test_a_dry_run_uses_and_tries_them(command: Callable[..., Any], files: Files, pair: Path) -> None:
    """It tells by the thresholds that hold, or by those that are tried, and sets none."""
    (pair / "b.txt").rename(pair.parent / "b.txt")
    command("ingest", str(pair))

    def kinds(*more: str) -> set[str | None]:
        said = command("ingest", str(pair.parent / "b.txt"), "--dry-run", "--report", "json", *more)
        return {row["kind"] for row in json.loads(said.out)}

    assert kinds() == {"near"}
    assert kinds("--near", "0.9") == {"contains"}
    assert kinds("--near", "0.9", "--contains", "0.95") == {None}
    assert kinds("--near", "0.9", "--source", "wire") == {"contains"}
    assert command("thresholds").out == f"all sources: {USUAL}\n"
    command("thresholds", "--near", "0.9", "--contains", "0.95")
    assert kinds() == {None}


def test_explain_asks_what_matching_asks(command: Callable[..., Any], files: Files, pair: Path) -> None:
    """The thresholds that hold stand in the verdict and in every condition."""
    command("ingest", str(pair), "--near", "0.9", "--contains", "0.95")
    said = command("explain", "a.txt", "b.txt").out
    assert "is below 0.90" in said
    assert "is below 0.95" in said
    assert json.loads(command("explain", "a.txt", "b.txt", "--format", "json").out)["thresholds"] == {
        "near": 0.9,
        "contains": 0.95,
    }
