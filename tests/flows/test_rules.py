"""The commands around learned rules: list, approve, reject, clean again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows import reclean as recleaning
from flows.changes import Changes
from flows.reclean import Recleaning, reclean
from tables import contents, rows
from warehouse.files import Files

LINE = "Become a friend of the Tarn Valley Record and walk with us"
DOG = "The Tarn Valley Record is printed by eleven people and a dog"
NOUNS = (
    "quay ferry museum winter harbour council mayor bridge school train lamp orchard valley letter".split()
)


def write_articles(path: Path, numbers: range) -> Path:
    """Write articles of one site with two standing lines and an advertisement."""
    lines = []
    for n in numbers:
        story = " ".join(f"{NOUNS[(n * (k + 3) + k * k) % len(NOUNS)]}{n}x{k}" for k in range(30))
        record = {
            "text": f"{story.capitalize()}.\n\n- Advertisement -\n\n{LINE}\n\n{story.title()} ended.\n\n{DOG}",
            "url": f"https://tarn.example/{n}",
            "title": f"News {n}",
            "published_at": f"2026-03-{1 + n % 9:02d}",
        }
        lines.append(json.dumps(record))
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def files(command: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A warehouse of twelve such articles, which the commands of this test use."""
    files = Files(tmp_path / "w.duckdb")
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(files.published))
    said = command("ingest", str(write_articles(tmp_path / "a.jsonl", range(12))))
    assert "2 lines that sites repeat are proposed" in said.out
    return files


def listed(command: Callable[..., Any], *arguments: str) -> dict[str, dict[str, Any]]:
    return {row["example"]: row for row in json.loads(command("rules", "--format", "json", *arguments).out)}


def cuts(files: Files) -> list[tuple[str, int]]:
    return rows(files, "SELECT trim(text, chr(10)), count(*) FROM removals GROUP BY ALL ORDER BY ALL")


def test_rules_lists_learned_and_built_in_ones(command: Callable[..., Any], files: Files) -> None:
    """Each has its state, how many documents it touches and an example; idle ones are there too."""
    found = listed(command)
    assert found[LINE] | {"rule": ""} == {
        "rule": "",
        "kind": "repeated",
        "state": "proposed",
        "documents": 12,
        "cuts": 0,
        "articles": 12,
        "of": 12,
        "days": 9,
        "site": "tarn.example",
        "example": LINE,
    }
    everything = json.loads(command("rules", "--format", "json").out)
    cutting = [row for row in everything if row["state"] == "built-in" and row["documents"]]
    assert [(row["kind"], row["documents"]) for row in cutting] == [("advertisement", 12)]
    assert any(row["state"] == "built-in" and row["documents"] == 0 for row in everything)
    assert set(listed(command, "--state", "proposed")) == {LINE, DOG}
    assert LINE in command("rules").out


def test_the_moment_of_approval_does_not_matter(
    command: Callable[..., Any], files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Approved early or late: after cleaning again the cuts give the same counts as their reason."""
    more = str(write_articles(tmp_path / "b.jsonl", range(12, 30)))
    command("rules", "approve", "--proposed")
    command("ingest", more)
    command("reclean")
    late = Files(tmp_path / "late.duckdb")
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(late.published))
    command("ingest", str(tmp_path / "a.jsonl"))
    command("ingest", more)
    command("rules", "approve", "--proposed")
    command("reclean")
    assert contents(files) == contents(late)
    [(reason,)] = rows(files, "SELECT DISTINCT reason FROM removals WHERE kind = 'repeated'")
    assert "30 different articles" in reason


def test_nothing_is_cut_before_it_is_approved(command: Callable[..., Any], files: Files) -> None:
    """A proposal changes nothing, and cleaning again with it neither; trying it says what it would cut."""
    before = contents(files)
    assert "0 changed" in command("reclean").out
    rule = listed(command)[LINE]["rule"]
    said = command("reclean", "--rule", rule, "--dry-run").out
    assert "12 would change" in said
    assert f"{rule} (repeated): 12 cuts more in 12 documents, such as “{LINE}”" in said
    assert DOG not in said
    refused = command("reclean", "--rule", rule)
    assert refused.code == 1
    assert f"copydesk rules approve {rule}" in refused.err
    assert contents(files) == before


def test_an_approved_rule_cuts_old_and_new_documents(
    command: Callable[..., Any], files: Files, tmp_path: Path
) -> None:
    """Cleaning again carries it out on what was there, and what comes later is cut at once."""
    rule = listed(command)[LINE]["rule"]
    assert "`copydesk reclean`" in command("rules", "approve", rule[:14]).out
    command("ingest", str(write_articles(tmp_path / "b.jsonl", range(12, 14))))
    assert (LINE, 2) in cuts(files)
    said = command("reclean")
    assert f"{rule} in 12 documents, approved: “{LINE}”" in said.out
    assert "Cleaned 14 documents again: 12 changed." in said.out
    assert cuts(files) == [("- Advertisement -", 14), (LINE, 14)]
    assert rows(files, "SELECT DISTINCT reason FROM removals WHERE kind = 'repeated'") == [
        ("The same line stands in 14 different articles of tarn.example, published on 9 days.",)
    ]
    assert rows(files, "SELECT DISTINCT revision FROM documents") == [(1,)]
    assert rows(files, "SELECT status, source, seen, updated FROM runs ORDER BY started_at DESC LIMIT 1") == [
        ("completed", "reclean", 14, 14)
    ]
    assert "Cleaned 0 documents again" in command("reclean").out


def test_a_rejected_rule_gives_back_what_it_cut(command: Callable[..., Any], files: Files) -> None:
    """After cleaning again every table is as it was before the rule was approved."""
    before = contents(files)
    command("rules", "approve", "--proposed")
    command("reclean")
    assert cuts(files) == [("- Advertisement -", 12), (LINE, 12), (DOG, 12)]
    names = [row["rule"] for row in listed(command, "--state", "approved").values()]
    said = command("rules", "reject", *names).out
    assert said.startswith("Rejected 2 rules.")
    assert LINE in said
    assert "12 cuts fewer in 12 documents" in command("reclean").out
    assert contents(files) == before
    assert listed(command, "--state", "proposed") == {}


def test_a_new_rule_is_named_with_what_it_cut(
    command: Callable[..., Any], files: Files, tmp_path: Path
) -> None:
    """The summary of the run in which a rule first cuts something gives an example, later ones do not."""
    rule = listed(command)[LINE]["rule"]
    command("rules", "approve", rule)
    said = command("ingest", str(write_articles(tmp_path / "b.jsonl", range(12, 14)))).out
    assert "1 rule cut something for the first time:" in said
    assert f"  {rule} (repeated): “{LINE}”" in said
    again = command("ingest", str(write_articles(tmp_path / "c.jsonl", range(14, 16)))).out
    assert "first time" not in again


def test_what_is_decided_already_makes_no_run(command: Callable[..., Any], files: Files) -> None:
    """Approving twice, or everything when nothing is proposed, says so and writes nothing."""
    rule = listed(command)[LINE]["rule"]
    command("rules", "approve", "--proposed")
    [(before,)] = rows(files, "SELECT count(*) FROM runs")
    assert command("rules", "approve", rule).out == "Already approved.\n"
    assert command("rules", "approve", "--proposed").out == "There is nothing to decide.\n"
    assert rows(files, "SELECT count(*) FROM runs") == [(before,)]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("rules", "approve"), 2, "Name rules, or give --proposed"),
        (("rules", "approve", "repeated-", "--proposed"), 2, "Name rules, or give --proposed"),
        (("rules", "approve", "no-such-rule"), 1, "There is no rule 'no-such-rule' here"),
        (("rules", "approve", "repeated-"), 1, "fits more than one rule"),
        (("rules", "reject", "ad-"), 2, "built in"),
        (("reclean", "--rule", "no-such-rule"), 1, "There is no rule"),
        (("reclean", "--rule", "repeated-", "--all"), 2, "either --rule RULE or --all"),
    ],
)
def test_mistakes_are_told(
    command: Callable[..., Any], files: Files, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    """Each gets an exit code, one sentence, and changes nothing."""
    said = command(*arguments)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert rows(files, "SELECT count(*) FROM runs") == [(1,)]


def test_everything_cleaned_again_is_the_same(command: Callable[..., Any], files: Files) -> None:
    """With --all every document is replayed, and without a new rule none changes."""
    before = contents(files)
    stamps = rows(files, "SELECT doc_id, updated_at, run_id FROM documents ORDER BY doc_id")
    assert "Cleaned 12 documents again: 0 changed." in command("reclean", "--all").out
    assert contents(files) == before
    assert rows(files, "SELECT doc_id, updated_at, run_id FROM documents ORDER BY doc_id") == stamps


def test_an_interrupted_reclean_goes_on_where_it_stopped(
    command: Callable[..., Any], files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches that were done stay done and unpublished; the next one does the rest, to the same end."""
    whole = Files(tmp_path / "whole.duckdb")
    command("rules", "approve", "--proposed")
    whole.published.write_bytes(files.published.read_bytes())
    before = contents(files)
    monkeypatch.setattr(recleaning, "_BATCH", 5)

    def stop(changes: Changes) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reclean(Recleaning(), files, on_wait=print, on_batch=stop)
    assert contents(files) == before
    assert reclean(Recleaning(), files, on_wait=print).changed == 7
    reclean(Recleaning(), whole, on_wait=print)
    assert contents(files) == contents(whole)


def test_documents_of_an_older_program_are_cleaned_again(
    command: Callable[..., Any], files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program has read counts as out of date, once."""
    monkeypatch.setattr(recleaning, "__version__", "99")
    assert reclean(Recleaning(), files, on_wait=print).seen == 12
    assert reclean(Recleaning(), files, on_wait=print).seen == 0


def test_built_in_rules_are_named_even_where_they_cut_nothing(
    command: Callable[..., Any], files: Files
) -> None:
    """Rules that look at several lines are listed too; none of them can be approved, any can be asked about."""
    names = {row["rule"] for row in json.loads(command("rules", "--format", "json").out)}
    assert {"copyright-footer", "embed-x", "related-rail", "widget-weather", "other-author"} <= names
    refused = command("rules", "approve", "copyright-footer")
    assert refused.code == 2
    assert "copyright-footer is built in" in refused.err
    assert "Cleaned 0 documents again" in command("reclean", "--rule", "copyright-footer", "--dry-run").out
