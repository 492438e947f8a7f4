"""`copydesk forget`: which documents, and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builders import files_in, load, make_document
from tables import rows
from warehouse.files import Files

STORY = "The harbour board voted on Tuesday to close the old ferry quay for good, its chairwoman said."
DOCUMENTS = [
    make_document("a.txt", STORY, url="https://tarn.example/a", site="tarn.example", title="The quay"),
    make_document("b.txt", f"{STORY} More follows.", url="https://fell.example/b", site="fell.example"),
    make_document(
        "c.txt", "Rain is on its way to the valley.", url="https://tarn.example/c", site="tarn.example"
    ),
]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    files = files_in(tmp_path)
    load(files, DOCUMENTS)
    return files


@pytest.fixture
def forget(command: Callable[..., Any], files: Files) -> Callable[..., Any]:
    return lambda *arguments: command("forget", *arguments, "--warehouse", str(files.published))


def left(files: Files) -> list[str]:
    return [uri for (uri,) in rows(files, "SELECT source_uri FROM documents ORDER BY source_uri")]


@pytest.mark.parametrize(
    ("asked", "stays"),
    [
        (["a.txt"], ["b.txt", "c.txt"]),
        ([str(DOCUMENTS[0].doc_id)[:12], "c.txt"], ["b.txt"]),
        (["--site", "tarn.example"], ["b.txt"]),
        (["--where", "word_count < 10 -- few words"], ["a.txt", "b.txt"]),
        (["a.txt", "--where", "title IS NULL AND site = 'fell.example'"], ["c.txt"]),
    ],
)
def test_what_is_asked_for_goes(
    forget: Callable[..., Any], files: Files, asked: list[str], stays: list[str]
) -> None:
    """Documents go by name, by site and by a condition, or by several of these at once."""
    said = forget(*asked, "--reason", "On request.", "--yes")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Forgot {3 - len(stays)} document")
    assert left(files) == stays


def test_copies_that_stay_are_told(forget: Callable[..., Any]) -> None:
    """Whoever forgets one of two copies hears of the other."""
    assert "1 copy of them in other documents stay" in forget("a.txt", "--reason", "x", "--yes").out


def test_without_a_yes_nothing_is_done(
    forget: Callable[..., Any], files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can be asked, the documents are listed and --yes is asked for."""
    said = forget("--site", "tarn.example", "--reason", "x")
    assert said.code == 2
    assert "2 documents to forget" in said.out
    assert "a.txt: The quay" in said.out
    assert "--yes" in said.err
    assert left(files) == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (["a.txt", "--yes"], 2, "--reason"),
        (["--reason", "x", "--yes"], 2, "Name what to forget"),
        (["a.txt", "--reason", " ", "--yes"], 2, "Say why"),
        (["nowhere.txt", "--reason", "x", "--yes"], 1, "No document has"),
        (["--where", "nonsense = 1", "--reason", "x", "--yes"], 1, "nonsense"),
        (["--where", "true); DELETE FROM runs; SELECT (1", "--reason", "x", "--yes"], 1, "syntax error"),
        (["--where", "true) UNION (SELECT", "--reason", "x", "--yes"], 1, ""),
        (
            ["--where", "text = (SELECT content FROM read_text('/etc/hostname'))", "--reason", "x", "--yes"],
            1,
            "",
        ),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    forget: Callable[..., Any], files: Files, asked: list[str], code: int, told: str
) -> None:
    """Wrong names, conditions and ways out of the file end in one line, and everything stays."""
    said = forget(*asked)
    assert (said.code, said.out) == (code, "")
    assert told in said.err
    assert said.err.count("\n") == 1
    assert left(files) == ["a.txt", "b.txt", "c.txt"]


def test_nothing_fits(forget: Callable[..., Any], files: Files) -> None:
    """A condition that holds for no document is no error, and changes nothing."""
    said = forget("--site", "nowhere.example", "--reason", "x", "--yes")
    assert (said.code, said.out) == (0, "There is no such document: nothing was forgotten.\n")
    assert rows(files, "SELECT count(*) FROM tombstones") == [(0,)]


def test_the_record_of_the_run_does_not_say_what_it_was(forget: Callable[..., Any], files: Files) -> None:
    """Neither the name nor the condition by which a document was forgotten is kept."""
    forget("a.txt", "--where", "text LIKE '%chairwoman%'", "--reason", "x", "--yes")
    told = [
        json.loads(value) for (value,) in rows(files, "SELECT parameters FROM runs WHERE source = 'forget'")
    ]
    assert told == [{}]


def test_a_dry_run_foresees_the_refusal(
    forget: Callable[..., Any], command: Callable[..., Any], files: Files, tmp_path: Path
) -> None:
    """What would be refused when it comes again is told as rejected."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "d.txt").write_text(f"Quay closes\n\n{STORY}\n", "utf-8")
    arguments = ("ingest", str(tmp_path / "in"), "--warehouse", str(files.published))
    assert command(*arguments).code == 0
    forget("d.txt", "--reason", "On request.", "--yes")
    assert "1 rejected" in command(*arguments, "--dry-run").out
    assert "forgotten" in command(*arguments).out
