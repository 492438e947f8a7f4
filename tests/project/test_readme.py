"""The README shows what really happens."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from builders import files_in
from flows import demo
from flows.cli import cli
from flows.pipeline import Request, run
from seed_corpus import SEEDS
from warehouse.files import Files
from warehouse.reader import open_reader

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The sample corpus in a warehouse."""
    files = files_in(tmp_path_factory.mktemp("readme"))
    run(Request([str(SEEDS)]), files, on_wait=print)
    return files


def test_the_demo_prints_what_the_readme_shows(files: Files) -> None:
    """The output of `make demo` in the README is that of the sample corpus as it is now."""
    with open_reader(files) as reader:
        report = demo.report(reader.found())
    shown = re.sub(r"\S+ query --warehouse", ".venv/bin/copydesk query --warehouse", report)
    assert shown.strip() in README


def test_every_command_is_in_the_readme() -> None:
    """Each subcommand is listed with what it does."""
    listed = set(re.findall(r"^copydesk (\w+)", README, re.MULTILINE))
    assert listed == set(cli.commands)


def test_the_queries_run(files: Files) -> None:
    """Each statement of the README's SQL finds something in the sample corpus."""
    [block] = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    statements = [part for part in block.split(";") if part.strip()]
    assert len(statements) == 4
    with duckdb.connect(files.published, read_only=True) as connection:
        for statement in statements:
            assert connection.execute(statement).fetchall()


def test_what_is_linked_is_there() -> None:
    """No link of the README leads nowhere."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
