"""The commands of an analyst's own choices: link, unlink, verdicts, canonical."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tables import contents, rows
from warehouse.files import Files

LIGHTHOUSE, WIRE, SWANS = "herald/lighthouse.txt", "wire.jsonl#1", "herald/swans.txt"
SAID = "SELECT verdict, note FROM verdicts"


@pytest.fixture
def files(
    command: Callable[..., Any], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Files:
    """A warehouse of the small corpus that a test may change."""
    files = Files(tmp_path / "w.duckdb")
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(files.published))
    assert command("ingest", str(corpus)).code == 0
    return files


def runs(files: Files) -> int:
    [(count,)] = rows(files, "SELECT count(*) FROM runs")
    return int(count)


def test_link_and_withdraw(command: Callable[..., Any], files: Files) -> None:
    """Linked documents bring their copies along; taken back, all is as before."""
    before = contents(files)
    said = command("link", SWANS, WIRE, "--note", "seen together in print")
    assert (said.code, said.out) == (
        0,
        f"Linked “{SWANS}” and “Lighthouse shines, again”. They are in one group of 3 copies.\n",
    )
    assert rows(files, SAID) == [("linked", "seen together in print")]
    assert "They are in two groups, of 1 and of 2." in command("verdicts", "withdraw", SWANS, WIRE).out
    assert contents(files) == before


def test_unlink(command: Callable[..., Any], files: Files) -> None:
    """Unlinked documents are in two groups, and the relation says who said so."""
    assert "They are in two groups, of 1 and of 1." in command("unlink", WIRE, LIGHTHOUSE).out
    assert rows(files, "SELECT kind, verdict, note FROM relations") == [("exact", "unlinked", None)]


def test_verdicts_outlive_ingest_and_reclean(command: Callable[..., Any], files: Files, corpus: Path) -> None:
    """Neither the same input again nor cleaning again changes what was said or what comes of it."""
    command("unlink", WIRE, LIGHTHOUSE)
    command("link", SWANS, WIRE)
    before = contents(files)
    assert command("ingest", str(corpus)).code == 0
    assert command("reclean", "--all").code == 0
    assert contents(files) == before
    assert len(rows(files, SAID)) == 2


def test_verdicts_move_into_a_new_warehouse(
    command: Callable[..., Any], files: Files, corpus: Path, tmp_path: Path
) -> None:
    """Listed as CSV or JSON they can be loaded before the documents are there, to the same end."""
    command("unlink", WIRE, LIGHTHOUSE, "--note", 'a "special",\nprinted later')
    command("link", SWANS, WIRE)
    for form in ("csv", "json"):
        path, other = tmp_path / f"said.{form}", Files(tmp_path / f"{form}.duckdb")
        path.write_text(command("verdicts", "--format", form).out, "utf-8")
        place = ("--warehouse", str(other.published))
        assert command("verdicts", "load", str(path), *place).out == "Recorded 2 verdicts.\n"
        command("ingest", str(corpus), *place)
        assert contents(other) == contents(files)
        assert sorted(rows(other, SAID)) == sorted(rows(files, SAID))


def test_what_was_said_already_makes_no_run(command: Callable[..., Any], files: Files) -> None:
    """The same verdict again says so; another note is recorded."""
    command("link", SWANS, WIRE, "--note", "one")
    before = runs(files)
    assert command("link", WIRE, SWANS).out == "Already linked.\n"
    assert runs(files) == before
    command("link", WIRE, SWANS, "--note", "two")
    assert rows(files, SAID) == [("linked", "two")]


def test_verdicts_are_listed(command: Callable[..., Any], files: Files) -> None:
    """Each with both places, what was said and why."""
    command("link", SWANS, WIRE, "--note", "why")
    [row] = json.loads(command("verdicts", "--format", "json").out)
    assert {row["uri_a"], row["uri_b"]} == {SWANS, WIRE}
    assert (row["verdict"], row["note"]) == ("linked", "why")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("link", SWANS, SWANS), 2, "Both names mean the same document"),
        (("link", SWANS), 2, "Missing argument"),
        (("unlink", SWANS, "no-such-document"), 1, "no-such-document"),
        (("verdicts", "withdraw", SWANS, WIRE), 1, "Nobody passed a verdict on these two"),
        (("verdicts", "load", "no-such-file.csv"), 2, "Cannot read no-such-file.csv"),
        (("verdicts", "load", __file__), 2, "is no list of verdicts"),
        (("canonical", "newest"), 2, "There is no policy 'newest'"),
        (("ingest", ".", "--canonical", ""), 2, "There is no policy ''"),
        (("ingest", ".", "--near", "0.4"), 2, "The threshold near is 0.4; choose one from 0.5 to 1."),
        (("ingest", ".", "--dry-run", "--contains", "2"), 2, "The threshold contains is 2; choose one from"),
        (("thresholds", "--contains", "0.5"), 2, "The threshold contains is 0.5; choose one from 0.6 to 1."),
        (("thresholds", "--near", "0.8", "--reset"), 2, "leave out --near and --contains"),
    ],
)
def test_mistakes_are_told(
    command: Callable[..., Any], files: Files, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    """Each gets an exit code, one sentence, and changes nothing."""
    said = command(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert sentence in said.err
    assert runs(files) == 1


def test_a_contradiction_is_refused(command: Callable[..., Any], files: Files) -> None:
    """Two documents that a third one links cannot be kept apart; nothing of it is recorded."""
    command("link", SWANS, WIRE)
    command("link", SWANS, LIGHTHOUSE)
    said = command("unlink", WIRE, LIGHTHOUSE)
    assert said.code == 1
    assert "Take one back first" in said.err
    assert [verdict for verdict, _ in rows(files, SAID)] == ["linked", "linked"]


def test_the_policy_is_kept(command: Callable[..., Any], files: Files, tmp_path: Path) -> None:
    """What a run or the command chooses holds for every later run and says why."""
    assert command("canonical").out == "earliest\n"
    sql = "SELECT source_uri, why_canonical FROM copies JOIN documents USING (doc_id) WHERE size > 1 AND is_canonical"
    assert rows(files, sql)[0][0] == WIRE
    said = command("canonical", "prefer:corranherald.example,default").out
    assert said == (
        "Canonical documents are chosen by prefer:corranherald.example,default now; 0 groups changed.\n"
    )
    assert command("canonical", "longest").code == 0
    assert rows(files, sql) != []
    assert command("canonical", "longest").out == "Already longest.\n"
    more = tmp_path / "more.txt"
    more.write_text(
        "A heron stood on the weir all morning, and nobody in Brae had seen one there before.", "utf-8"
    )
    command("ingest", str(more))
    assert rows(files, "SELECT value FROM settings WHERE name = 'canonical'") == [("longest",)]
    command("ingest", str(more), "--canonical", "earliest")
    assert rows(files, "SELECT value FROM settings WHERE name = 'canonical'") == [("earliest",)]
    assert rows(files, "SELECT run_id IS NOT NULL FROM settings WHERE name = 'canonical'") == [(True,)]


def test_a_file_of_an_older_copydesk_is_told_of(command: Callable[..., Any], files: Files) -> None:
    """Where the published file has none of this yet, the error says what brings it up to date."""
    files.published.chmod(0o644)
    with duckdb.connect(files.published) as connection:
        connection.execute("DELETE FROM migrations WHERE number > 4")
    for arguments in (("link", SWANS, WIRE), ("verdicts",), ("canonical",), ("ingest", ".", "--dry-run")):
        said = command(*arguments)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
        assert "older copydesk" in said.err
