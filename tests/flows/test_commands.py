"""The commands that show documents and the state of the warehouse, on a small one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.cli import run

LIGHTHOUSE = "herald/lighthouse.txt"


def test_show_marks_cuts_in_place_and_lists_them(command: Callable[..., Any]) -> None:
    """The page has fields, the text with its cuts, each cut's rule and reason, and the copies."""
    out = command("show", LIGHTHOUSE).out
    assert "source_uri: herald/lighthouse.txt" in out
    assert "[-advertisement: - Advertisement --]" in out
    assert "[-copyright: © 2026 The Corran Herald. All rights reserved.-]" in out
    assert "Cuts (2)" in out
    assert "Fishermen from six villages" in out
    assert "2 copies" in out


def test_show_says_where_there_is_nothing_to_say(command: Callable[..., Any]) -> None:
    """A document without cuts and copies says so."""
    out = command("show", "herald/swans.txt").out
    assert "Nothing was cut." in out
    assert "No other document is a copy of it." in out


def test_a_document_goes_by_id_prefix_or_place(command: Callable[..., Any]) -> None:
    """The id, its beginning and the source_uri name the same document."""
    sql = f"SELECT doc_id FROM documents WHERE source_uri = '{LIGHTHOUSE}'"
    [row] = json.loads(command("query", sql, "--format", "json").out)
    pages = {command("show", name).out for name in (row["doc_id"], row["doc_id"][:12], LIGHTHOUSE)}
    assert len(pages) == 1


def test_explain_tells_why_two_are_copies(command: Callable[..., Any]) -> None:
    """The verdict names the relation, and both sides of a shared passage are printed."""
    out = command("explain", LIGHTHOUSE, "wire.jsonl#1").out
    assert "exact copies" in out
    assert "Jaccard 1.000" in out
    assert "1 passage of eight words or more" in out
    assert "42 of 42 LSH bands" in out
    assert "wire.jsonl#1" in out
    assert out.count("Corran Point was switched on again") == 2


def test_explain_as_json(command: Callable[..., Any]) -> None:
    """Programs get the same as JSON, with the group that the database knows."""
    found = json.loads(command("explain", LIGHTHOUSE, "wire.jsonl#1", "--format", "json").out)
    assert (found["kind"], found["group"]["same"], found["group"]["a"]["size"]) == ("exact", True, 2)
    assert found["b"]["published_at"].startswith("2026-03-04")
    assert found["order"].startswith("Not known: A has no publication time")
    assert found["group"]["why"].startswith("B stands for their group of 2: ")


def test_explain_as_a_page(command: Callable[..., Any], tmp_path: Path) -> None:
    """The page goes to a file or to standard output; options that say two things are a mistake."""
    out = tmp_path / "pair.html"
    assert command("explain", LIGHTHOUSE, "herald/swans.txt", "--html", "--output", str(out)).out == ""
    html = out.read_text("utf-8")
    assert "Fishermen from six villages" in html
    assert "a detour of nine minutes" in html
    for wrong in (("--output", str(out)), ("--html", "--format", "json")):
        said = command("explain", LIGHTHOUSE, "herald/swans.txt", *wrong)
        assert (said.code, said.out) == (2, "")
        assert "--html" in said.err


def test_the_page_of_explain_goes_to_a_pipe(
    stocked: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Without a file the page and the JSON come out as UTF-8, with nothing before or after."""
    pair = ["explain", LIGHTHOUSE, "wire.jsonl#1", "--warehouse", str(stocked)]
    assert run([*pair, "--html"]) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"<!DOCTYPE html>")
    assert out.endswith(b"</html>\n")


def test_explain_tells_why_two_are_not(command: Callable[..., Any]) -> None:
    """Documents that have nothing in common are measured against the thresholds."""
    out = command("explain", LIGHTHOUSE, "herald/swans.txt").out
    assert "not copies" in out
    assert "below 0.70" in out
    assert "no passage" in out


def test_explain_of_one_document_says_so(command: Callable[..., Any]) -> None:
    """The same document twice is no comparison."""
    assert "same document" in command("explain", LIGHTHOUSE, LIGHTHOUSE).out


def test_restore_without_a_rule_puts_back_its_cuts_only(command: Callable[..., Any]) -> None:
    """What the rule took is back and marked, what others took stays away."""
    sql = "SELECT rule FROM removals WHERE kind = 'advertisement'"
    [row] = json.loads(command("query", sql, "--format", "json").out)
    out = command("restore", "--rule", row["rule"]).out
    assert "[+advertisement: - Advertisement -+]" in out
    assert "©" not in out
    assert "Fishermen from six villages" in out
    assert "swans" not in out


def test_restore_of_a_document_is_its_input_byte_for_byte(
    corpus: Path, stocked: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """In a pipe the text before cleaning comes out as it went in, with nothing added."""
    assert run(["restore", "--doc", LIGHTHOUSE, "--warehouse", str(stocked)]) == 0
    assert capsysbinary.readouterr().out == (corpus / LIGHTHOUSE).read_bytes()


def test_status_counts(command: Callable[..., Any]) -> None:
    """Counts, runs, rejects and sizes stand on one page."""
    out = command("status").out
    assert "4 documents (3 where copies count once)" in out
    assert "completed" in out
    assert "2 inputs rejected" in out
    assert "kB" in out or "MB" in out


def test_status_without_a_warehouse_says_so(command: Callable[..., Any], tmp_path: Path) -> None:
    """Where nothing was ingested yet, that is the answer and no failure."""
    said = command("status", "--warehouse", str(tmp_path / "none.duckdb"))
    assert said.code == 0
    assert "copydesk ingest" in said.out
