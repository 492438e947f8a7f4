"""The summary of a run in words."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flows.pipeline import Summary
from flows.summary import by_kind, count, groups, outcome, summary
from warehouse.publish import Publication
from warehouse.runs import Counts
from warehouse.stored import CopyGroup, CutsByRule, Found

GROUP = CopyGroup(
    UUID(int=1), "Lamp lit", "a.txt", "It is the longest.", 3, ["wire.example"], ["a.txt", "b.txt"], 2
)
FOUND = Found(
    2,
    [
        CutsByRule("related", "see-also", 2, 1, "See also"),
        CutsByRule("credit", "photo", 3, 2, "Photo: A. Nyberg"),
        CutsByRule("related", "must-read", 4, 2, "Must read"),
    ],
    [GROUP],
    [
        {"source_uri": f"{n}.txt", "error_code": "empty", "reason": "The file is empty.", "size": 0}
        for n in range(7)
    ],
)
DONE = Summary(
    UUID(int=2),
    Counts(added=1, updated=1, unchanged=1200, rejected=9, removals=9),
    *(3, 100, 2.5),
    Publication(0.3, 1_200_000),
)


def test_numbers_have_their_nouns() -> None:
    """One is singular, everything else plural, thousands have their comma."""
    assert [count(n, "cut") for n in (0, 1, 1200)] == ["0 cuts", "1 cut", "1,200 cuts"]
    assert count(2, "batch", "batches") == "2 batches"


def test_cuts_are_summed_by_kind() -> None:
    """The rules of one kind are counted together, the most frequent kind first."""
    assert by_kind(FOUND) == [("related", 6), ("credit", 3)]


def test_the_summary_tells_what_happened() -> None:
    """Counts, kinds, groups, the first rejects with reasons, time and place are all there."""
    lines = summary(DONE, FOUND, "news.duckdb").splitlines()
    assert lines[0] == outcome(DONE)
    assert "1,211 inputs: 1 added, 1 updated, 1,200 unchanged, 9 rejected" in lines[0]
    assert "9 cuts:" in lines
    assert "        3  Lamp lit (wire.example)" in lines
    assert "  0.txt: The file is empty. (empty)" in lines
    assert "  and 2 more: SELECT source_uri, reason FROM rejects" in lines
    assert "  2 of them known from earlier runs" in lines
    assert lines[-2] == "Publishing 1.2 MB took 0.3 s."
    assert lines[-1] == "The warehouse is news.duckdb; the run took 2.5 s."


def test_a_run_over_known_articles_is_short() -> None:
    """Where nothing is new there is nothing to tell but that."""
    done = Summary(UUID(int=2), Counts(unchanged=5), 1, 100, 0.5)
    lines = summary(done, Found(0, [], [], []), "news.duckdb").splitlines()
    assert lines[1:] == [
        "Nothing had changed, so no new file was published.",
        "The warehouse is news.duckdb; the run took 0.5 s.",
    ]


def test_a_summary_cannot_command_the_terminal() -> None:
    """Titles lose their control characters."""
    group = CopyGroup(UUID(int=1), "\x1b[2J", "a.txt", "", 2, [], [], 2)
    assert "\x1b" not in summary(DONE, Found(2, [], [group], []), "news.duckdb")


def test_a_large_group_is_told_with_its_bridge() -> None:
    """What one document alone holds together is named; a group that holds without any is not."""
    bridged = replace(GROUP, texts=40, size=41, bridge_uri="digest.txt", bridge_holds=38)
    told = "  A look is worth it: Lamp lit stands for 40 different texts, 38 of 41 documents only through digest.txt"
    assert groups([bridged])[-1] == told
    assert groups([replace(bridged, bridge_holds=0)]) == groups([replace(GROUP, texts=40, size=41)])
