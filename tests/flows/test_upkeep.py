"""`copydesk maintain` and its flow."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.pipeline import Request
from flows.pipeline import run as run_pipeline
from tables import rows
from warehouse.files import Files


@pytest.fixture
def files(corpus: Path, tmp_path: Path) -> Files:
    files = Files(tmp_path / "copydesk.duckdb")
    run_pipeline(Request([str(corpus)]), files, on_wait=print)
    return files


def test_dropping_by_age(command: Callable[..., Any], files: Files) -> None:
    """Raw bytes and rejects older than asked for are gone, and the command says how many."""
    place = ("--warehouse", str(files.published))
    assert command("maintain", "--keep-raw", "1", "--keep-rejects", "1", *place).out.startswith(
        "Dropped the raw bytes of 0 versions and 0 rejects."
    )
    said = command("maintain", "--keep-raw", "0", "--keep-rejects", "0", "--compact", *place)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Dropped the raw bytes of 4 versions and 2 rejects.\nThe file had ")
    assert rows(files, "SELECT count(raw), (SELECT count(*) FROM rejects) FROM store.revisions") == [(0, 0)]
    [(parameters,)] = rows(
        files, "SELECT parameters FROM runs WHERE source = 'maintain' AND parameters LIKE '%true%'"
    )
    assert json.loads(parameters) == {"keep_raw": 0, "keep_rejects": 0, "compact": True}
    assert "4 documents left alone" in command("reclean", "--all", *place).out


def test_nothing_asked_for(command: Callable[..., Any], files: Files) -> None:
    """Without an option nothing changes, and that is said."""
    said = command("maintain", "--warehouse", str(files.published))
    assert said.code == 0
    assert "Nothing had changed" in said.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--keep-raw", "-1"], 2),
        (["--keep-raw", "1000000000"], 2),
        (["--keep-rejects", "soon"], 2),
        ([], 1),
    ],
)
def test_what_cannot_be_done(
    command: Callable[..., Any], tmp_path: Path, arguments: list[str], code: int
) -> None:
    """Days must be a number from 0 to those of a century, and there must be a warehouse; none is made."""
    said = command("maintain", *arguments, "--warehouse", str(tmp_path / "none.duckdb"))
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_flow_does_the_same(prefect_server: None, files: Files, tmp_path: Path) -> None:
    """The flow ends with a sentence, and without a warehouse it fails with one."""
    from flows.maintain import maintain

    state = maintain(keep_rejects=0, warehouse=str(files.published), return_state=True)
    assert state.is_completed()
    assert state.message == "Dropped the raw bytes of 0 versions and 2 rejects."
    state = maintain(warehouse=str(tmp_path / "none.duckdb"), return_state=True)
    assert state.is_failed()
    assert "There is no warehouse" in state.message
