"""`copydesk export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_an_export_says_what_it_wrote(command: Command, tmp_path: Path) -> None:
    """The command names the number of documents and the folder, which has a data card."""
    said = command("export", str(tmp_path / "out"), "--format", "csv", "--where", "site = 'wire.example'")
    assert said.code == 0
    assert "Exported 2 documents in" in said.out
    assert "`site = 'wire.example'`" in (tmp_path / "out" / "README.md").read_text("utf-8")


def test_of_copies_one(command: Command, tmp_path: Path) -> None:
    """--only-canonical leaves the other copies out."""
    assert "Exported 3 documents" in command("export", str(tmp_path / "out"), "--only-canonical").out


def test_mistakes_are_told_in_a_line(command: Command, tmp_path: Path) -> None:
    """A full folder is wrong usage; a condition that is no SQL fails."""
    (tmp_path / "mine.txt").write_text("x")
    full = command("export", str(tmp_path))
    assert (full.code, full.err.count("\n")) == (2, 1)
    assert "is not empty" in full.err
    wrong = command("export", str(tmp_path / "out"), "--where", "site ==== 1")
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    assert "--where cannot be used" in wrong.err
