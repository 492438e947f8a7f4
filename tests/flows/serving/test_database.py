"""Whether the file of Prefect's database is still the one that the server works on."""

from __future__ import annotations

from pathlib import Path

from flows.serving.database import DatabaseFile


def test_a_deleted_or_replaced_file_is_gone(tmp_path: Path) -> None:
    """What is written into it changes nothing; another file in its place is another one."""
    path, other = tmp_path / "prefect.db", tmp_path / "other.db"
    path.write_text("runs")
    file = DatabaseFile(path)
    path.write_text("more runs")
    assert not file.is_gone()
    other.write_text("other runs")
    other.replace(path)
    assert file.is_gone()
    path.unlink()
    assert file.is_gone()


def test_where_there_was_no_file_none_is_missed(tmp_path: Path) -> None:
    """The server may keep its things elsewhere, or make the file later."""
    path = tmp_path / "prefect.db"
    file = DatabaseFile(path)
    assert not file.is_gone()
