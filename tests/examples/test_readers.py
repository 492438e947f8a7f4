"""What docs/export.md shows works, and last year's programs open what is exported for them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders import files_in, load, make_document
from warehouse.export import Request
from warehouse.files import Files
from warehouse.reader import open_reader

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with two documents; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("readers"))
    load(files, [make_document("a.txt", "One quay.", site="herald.example"), make_document("b.txt", "Two.")])
    return files


def shown(language: str, word: str) -> str:
    """The one example of the page in a language that has this word in it."""
    [block] = [each for each in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL) if word in each]
    return block


def export(files: Files, folder: Path, form: str) -> None:
    """Export into `out`, as the page does."""
    with open_reader(files) as reader:
        reader.export(Request(form), folder / "out")


@pytest.mark.parametrize("library", ["pyarrow", "polars"])
def test_python_examples(filled: Files, tmp_path: Path, library: str) -> None:
    """The examples print what is in the export: three words."""
    pytest.importorskip(library)
    export(filled, tmp_path, "parquet")
    program = [sys.executable, "-c", shown("python", library)]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert re.search(r"\b3\b", done.stdout)


def test_the_command_line_of_last_year(filled: Files, tmp_path: Path) -> None:
    """DuckDB's own command line of version 1 opens the DuckDB file and reads its texts."""
    export(filled, tmp_path, "duckdb")
    example = re.fullmatch(r'duckdb (-readonly \S+) "(.*)"\n', shown("sh", "duckdb"))
    assert example is not None
    command = [sys.executable, "-m", "duckdb_cli", "-csv", *example[1].split()]

    def ask(sql: str) -> str:
        return subprocess.run(
            [*command, sql], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    assert ask("SELECT version()").splitlines()[1].startswith("v1.")
    assert ask(example[2]).splitlines()[1:] == ["herald.example,1", "NULL,1"]
    assert ask("SELECT text FROM documents ORDER BY ALL").splitlines()[1:] == ["One quay.", "Two."]
