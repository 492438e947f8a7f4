"""`copydesk rebuild` from the command line."""

from pathlib import Path

import pytest

from flows.cli import run
from flows.pipeline import Request
from flows.pipeline import run as ingest
from tables import contents
from warehouse.files import Files


def test_it_tells_what_is_there_before_and_after(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says how many documents and relations there are, and both are as before."""
    files = Files(tmp_path / "news.duckdb")
    ingest(Request([str(corpus)]), files, on_wait=print)
    before = contents(files)
    assert run(["rebuild", "--warehouse", str(files.published)]) == 0
    told = capsys.readouterr().out
    counts = "4 documents, 1 relation, 3 different articles"
    assert told == f"Matched and grouped anew: {counts}. Before: {counts}.\n"
    assert contents(files) == before


def test_without_a_warehouse_it_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It makes no file, and says what to do instead."""
    assert run(["rebuild", "--warehouse", str(tmp_path / "none.duckdb")]) == 1
    assert "copydesk ingest" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
