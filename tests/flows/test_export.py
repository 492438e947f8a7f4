"""`copydesk export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("where", ["site ==== 1", "", "true) OR (true", "true; DROP TABLE runs"])
def test_a_condition_is_one_expression(command: Command, tmp_path: Path, where: str) -> None:
    """What is none, such as nothing at all, is told in a line and exports nothing."""
    wrong = command("export", str(tmp_path / "out"), "--where", where)
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    assert "--where cannot be used" in wrong.err
    assert not (tmp_path / "out").exists()
