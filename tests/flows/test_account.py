"""The account of a run: its numbers, its evidence, and the command that prints it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

from flows.account import Account, evidence, markdown, numbers, still_written
from flows.chart import bars
from flows.proof import command as shown_by
from warehouse.links import Link
from warehouse.stored import CopyGroup, CutsByRule, Found, StoredRule

RUN: dict[str, Any] = {
    "run_id": UUID(int=1),
    "started_at": datetime(2026, 3, 4, 8, tzinfo=UTC),
    "status": "completed",
    "source": "wire",
    "version": "0.1.0",
    "seconds": 0.5,
    "seen": 3,
    "added": 3,
    "updated": 0,
    "unchanged": 0,
    "rejected": 0,
    "removals": 4,
    "near_duplicates": 2,
}


def account(found: Found, proposed: list[StoredRule] | None = None, **run: object) -> Account:
    return Account({**RUN, **run}, found, proposed or [])


def group(*members: str) -> CopyGroup:
    return CopyGroup(
        UUID(int=2), "Ferry | late", members[0], "earliest", len(members), ["a.example"], list(members), 1
    )


def test_numbers_and_cuts_are_tables() -> None:
    """The outcome is the heading; every count of the run and the cuts by kind follow."""
    told = markdown(account(Found(3, [CutsByRule("credit", "photo", 4, 3, "Photo: A. Nyberg")], [], [])))
    lines = told.splitlines()
    assert lines[0] == "# Read 3 inputs: 3 added, 0 updated, 0 unchanged, 0 rejected."
    assert "| near duplicates | 2 |" in lines
    assert "| credit | 4 |" in lines
    assert "6 a second" in told


def test_an_unfinished_run_has_an_account() -> None:
    """A run that was killed has no seconds, and perhaps no counts."""
    told = markdown(account(Found(0, [], [], []), seconds=None, seen=None, added=None, status="crashed"))
    assert told.startswith("# Read 0 inputs")
    assert "crashed" in told


def test_rules_that_cut_for_the_first_time_are_named() -> None:
    """Each stands with an example, whose characters mean nothing to Markdown; old rules are not named."""
    rows = [
        CutsByRule("repeated", "repeated-1", 2, 1, "Walk | with *us*\n[now](x)"),
        CutsByRule("credit", "photo", 4, 3, "Photo: A. Nyberg"),
    ]
    told = markdown(account(Found(1, rows, [], [], frozenset({"repeated-1"}))))
    [line] = [line for line in told.splitlines() if "repeated-1" in line]
    assert line == "| `repeated-1` | repeated | 2 | Walk \\| with \\*us\\* \\[now\\]\\(x\\) |"
    assert "`photo`" not in told


def test_groups_come_with_the_command_that_shows_why() -> None:
    """It names the canonical document and another one, quoted for a shell."""
    assert shown_by(group("it's/a.txt", "b.txt")) == "copydesk explain 'it'\"'\"'s/a.txt' b.txt"
    told = markdown(account(Found(2, [], [group("a.txt", "b.txt")], [])))
    assert "| 2 | Ferry \\| late | a\\.example | earliest | `copydesk explain a.txt b.txt` |" in told


def test_groups_link_to_what_proves_them() -> None:
    """Each group leads to its weakest link: scores, passages with no mark-up of theirs, the command.

    What proves them stands at the end of the account, or at the address that is given instead.
    """
    link = Link(
        UUID(int=2), "a.txt", "b.txt", "near", 0.71, 0.9, ["The *last* ferry", "left", "Brae", "late"]
    )
    told = Account(RUN, Found(2, [], [group("a.txt", "b.txt")], []), [], {link.copy_id: link})
    here, elsewhere = markdown(told), markdown(told, "../7")
    assert "| earliest | [Evidence 1](#evidence-1) |" in here
    assert here.endswith(evidence(told))
    assert "| earliest | [Evidence 1](../7) |" in elsewhere
    assert "## Evidence" not in elsewhere
    proof = evidence(told)
    assert "### Evidence 1\n\n**Ferry \\| late**" in proof
    assert "a\\.txt and b\\.txt: near, Jaccard 0.71, containment 0.90." in proof
    assert "> The \\*last\\* ferry\n" in proof
    assert "and 1 passage more\n\nSide by side: `copydesk explain a.txt b.txt`" in proof


def test_what_an_analyst_linked_is_said() -> None:
    """Two documents that have no words in common are held together by a verdict alone."""
    link = Link(UUID(int=2), "a.txt", "b.txt", None, None, None, [])
    told = Account(RUN, Found(2, [], [group("a.txt", "b.txt")], []), [], {link.copy_id: link})
    assert "a\\.txt and b\\.txt: an analyst linked them." in evidence(told)


def test_proposed_rules_and_rejects_are_listed() -> None:
    """Rules with site, line and number of articles; rejects with their reasons, and the rest as a number."""
    rule = StoredRule("repeated-1", "repeated", "proposed", "a.example", "Ring us.", 9, 9, 12, 3, 0, None)
    rejects = [
        {"source_uri": f"{n}.txt", "error_code": "empty", "reason": "It is empty.", "size": 0}
        for n in range(25)
    ]
    told = markdown(account(Found(0, [], [], rejects), [rule]))
    assert "## 1 rule proposed" in told
    assert "| `repeated-1` | a\\.example | 9 | Ring us\\. |" in told
    assert "## Rejects: 25 `empty`" in told
    assert "and 5 more" in told
    assert "| 19\\.txt | It is empty\\. |" in told


def test_the_chart_has_a_bar_for_each_number() -> None:
    """Under each heading the longest bar belongs to the largest number; the picture is well-formed."""
    shown = numbers(account(Found(3, [CutsByRule("credit", "<photo>", 4, 3, "")], [], [])))
    assert [heading for heading, _ in shown] == ["Inputs", "Cuts by kind"]
    assert shown[0][1][0] == ("added", 3)
    assert shown[1][1] == [("credit", 4)]
    drawn = list(ElementTree.fromstring(bars(shown)).iter("{http://www.w3.org/2000/svg}rect"))[1:]
    widths = [float(each.attrib["width"]) for each in drawn]
    assert len(widths) == sum(len(rows) for _, rows in shown)
    assert max(widths) == widths[-1] == widths[0] > widths[-2] > 0


def test_the_command_prints_it(command: Callable[..., Any], tmp_path: Path) -> None:
    """Without an id the latest run; with --chart the picture as well; an unknown id in a sentence."""
    told = command("report", "--chart", str(tmp_path / "run.svg"))
    assert told.out.startswith("# Read 6 inputs: 4 added, 0 updated, 0 unchanged, 2 rejected.")
    assert "`copydesk explain " in told.out
    assert (tmp_path / "run.svg").read_text(encoding="utf-8").startswith("<svg")
    run_id = told.out.partition("Run `")[2].partition("`")[0]
    assert command("report", "--run", run_id[:8].upper()).out == told.out
    wrong = command("report", "--run", "zzz")
    assert wrong.code == 1
    assert "There is no run zzz." in wrong.err


def test_files_that_were_left_are_named() -> None:
    """Nothing is said where none was left, and of many only the first are listed."""
    assert still_written([]) == ""
    told = still_written([f"a*{number}.part" for number in range(25)])
    assert told.startswith("\n\n## Still being written\n\n- a\\*0\\.part\n")
    assert told.endswith("\n\nand 5 more")
