"""The demo: quiet while it works, loud where it fails, with queries that run as printed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from flows import demo
from flows.pipeline import Request, run
from seed_corpus import SEEDS
from warehouse.files import Files
from warehouse.reader import open_reader


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo has loaded the sample corpus."""
    folder = tmp_path_factory.mktemp("checkout")
    run(Request([str(SEEDS)]), Files(folder / demo.WAREHOUSE), on_wait=print)
    return folder


def test_the_printed_commands_work(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command that the demo prints runs in a shell as it stands, and finds something."""
    monkeypatch.chdir(checkout)
    for command in demo.commands():
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) > 3
        assert shlex.split(command)[1] == "query"


def test_the_report_counts_everything(checkout: Path) -> None:
    """Documents, cuts, copies and rejects by code are told."""
    with open_reader(Files(checkout / demo.WAREHOUSE)) as reader:
        found = reader.found()
    report = demo.report(found)
    assert f"{found.documents} documents in demo/copydesk.duckdb" in report
    assert f"{len(found.groups)} groups of copies:" in report
    assert f"{len(found.rejects)} inputs rejected:" in report
    assert all(command in report for command in demo.commands())


@pytest.mark.slow
def test_a_flow_that_fails_shows_its_log(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A failure ends with an exit code and with what the flow said, in a server of its own."""
    code = demo.run_flow(str(tmp_path / "nowhere"), str(tmp_path / "w.duckdb"), str(tmp_path / "home"))
    assert code != 0
    assert "There is no file or folder" in capfd.readouterr().err


@pytest.mark.slow
def test_a_demo_prints_what_it_found(tmp_path: Path) -> None:
    """`python -m flows.demo` beside seeds/ prints its report and nothing on stderr, whatever server is set."""
    (tmp_path / "seeds").symlink_to(SEEDS)
    done = subprocess.run(
        [sys.executable, "-m", "flows.demo"],
        cwd=tmp_path,
        env={**os.environ, "PREFECT_API_URL": "http://127.0.0.1:1/api"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "Try:" in done.stdout
