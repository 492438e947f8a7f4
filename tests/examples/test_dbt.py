"""The dbt project of examples/ builds on a warehouse."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from builders import files_in
from flows.pipeline import Request, run
from seed_corpus import SEEDS

PROJECT = Path(__file__).parents[2] / "examples" / "dbt"
DBT = shutil.which(os.environ.get("COPYDESK_DBT", "dbt"))


@pytest.mark.slow
@pytest.mark.skipif(DBT is None, reason="dbt is not installed (COPYDESK_DBT names it)")
def test_the_models_build(tmp_path: Path) -> None:
    """All models and their tests pass on the sample corpus, and the models say what the corpus holds."""
    files = files_in(tmp_path)
    run(Request([str(SEEDS)]), files, on_wait=print)
    shutil.copytree(PROJECT, tmp_path / "dbt")
    places = {"COPYDESK_WAREHOUSE": str(files.published), "MODELS": str(tmp_path / "models.duckdb")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | places
    command = [str(DBT), "build", "--profiles-dir", "."]
    done = subprocess.run(
        command, cwd=tmp_path / "dbt", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    with duckdb.connect(tmp_path / "models.duckdb", read_only=True) as connection:
        for model in ("outlets", "reprints", "boilerplate_by_month"):
            assert connection.execute(f"FROM {model}").fetchall(), model
