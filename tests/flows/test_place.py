"""Where deployed runs work."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.place import enter_project


def test_runs_work_in_the_project_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From wherever a worker starts a run, it ends up where prefect.yaml lies."""
    monkeypatch.chdir(tmp_path)
    step = enter_project()
    assert Path.cwd() == Path(step["directory"])
    assert Path("prefect.yaml").is_file()
