"""Columns mapped on the command line reach the documents, and a wrong map is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

STORY = "The ferry to Northhaven sails again from Monday and fares stay as they are, the harbour office said."
RECORDS = [{"story": STORY, "when": "2026-03-03", "title": "Ferry"}, {"story": STORY.upper(), "when": "soon"}]


def write(folder: Path) -> Path:
    """The same records as a table, a list and lines."""
    (folder / "in").mkdir()
    (folder / "in" / "a.json").write_text(json.dumps(RECORDS))
    (folder / "in" / "b.jsonl").write_text("\n".join(map(json.dumps, RECORDS)))
    rows = [[record.get(name, "") for name in ("story", "when", "title")] for record in RECORDS]
    (folder / "in" / "c.csv").write_text("story;when;title\n" + "\n".join(map(";".join, rows)))
    return folder / "in"


def test_columns_are_mapped_alike_in_every_kind(command: Callable[..., Any], tmp_path: Path) -> None:
    """One map serves tables, lists and lines; an unusable date is kept under its column, and a second run skips all."""
    arguments = (str(write(tmp_path)), "--warehouse", str(tmp_path / "w.duckdb"))
    mapped = ("--map", "text=story", "--map", "published_at=when")
    assert "6 added" in command("ingest", *arguments, *mapped).out
    assert "6 unchanged" in command("ingest", *arguments, *mapped).out
    sql = "SELECT source_uri, title, published_at::DATE::VARCHAR AS day, extra FROM documents ORDER BY source_uri"
    found = json.loads(command("query", sql, "--format", "json", *arguments[1:]).out)
    assert [row["source_uri"] for row in found] == [
        f"{name}#{n}" for name in ("a.json", "b.jsonl", "c.csv") for n in (1, 2)
    ]
    assert {row["day"] for row in found[::2]} == {"2026-03-03"}
    assert {json.loads(row["extra"])["when"] for row in found[1::2]} == {"soon"}


def test_a_wrong_map_sets_the_input_aside(command: Callable[..., Any], tmp_path: Path) -> None:
    """A column that is not there rejects each file as a whole, with the columns that it has."""
    folder, warehouse = write(tmp_path), str(tmp_path / "w.duckdb")
    said = command("ingest", str(folder), "--warehouse", warehouse, "--map", "text=body")
    assert (said.code, "0 added" in said.out, "3 rejected" in said.out) == (0, True, True)
    sql = "SELECT error_code, reason FROM rejects"
    found = json.loads(command("query", sql, "--format", "json", "--warehouse", warehouse).out)
    assert {(row["error_code"], row["reason"]) for row in found} == {
        ("malformed", "There is no column 'body'; the columns are story, when, title.")
    }
    again = command("ingest", str(folder), "--warehouse", warehouse, "--map", "text=story")
    assert "6 added" in again.out
