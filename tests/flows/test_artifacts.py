"""What a run leaves on its page, as far as it needs no server."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from flows.pipeline import Summary
from warehouse.runs import Counts
from warehouse.stored import CutsByRule, Found


def test_the_summary_is_markdown_with_a_table() -> None:
    """The sentence is the heading, the cuts by kind are a table, the file is named without its folders."""
    from flows.artifacts import markdown

    done = Summary(UUID(int=1), Counts(added=3, removals=4), 1, 100, 0.5)
    found = Found(3, [CutsByRule("credit", "photo", 4, 3, "Photo: A. Nyberg")], [], [])
    lines = markdown(done, found, Path("/somewhere/news.duckdb")).splitlines()
    assert lines[0] == "# Read 3 inputs: 3 added, 0 updated, 0 unchanged, 0 rejected."
    assert "1 batch in 0.5 s, into `news.duckdb`." in lines
    assert "Nothing had changed, so no new file was published." in lines
    assert "| credit | 4 |" in lines


def test_long_examples_are_shortened_to_one_line() -> None:
    """A cut of many lines becomes a readable cell."""
    from flows.artifacts import cut_row

    example = cut_row(CutsByRule("related", "links", 1, 1, "Read more\n" * 50))["example"]
    assert "\n" not in example
    assert len(example) <= 101
    assert example.endswith("…")


def test_rules_that_cut_for_the_first_time_are_named() -> None:
    """Each stands with an example, whose characters mean nothing to Markdown; old rules are not named."""
    from flows.artifacts import markdown

    done = Summary(UUID(int=1), Counts(added=1, removals=2), 1, 100, 0.5)
    rows = [
        CutsByRule("repeated", "repeated-1", 2, 1, "Walk | with *us*\n[now](x)"),
        CutsByRule("credit", "photo", 4, 3, "Photo: A. Nyberg"),
    ]
    told = markdown(done, Found(1, rows, [], [], frozenset({"repeated-1"}), 3), Path("w.duckdb"))
    [line] = [line for line in told.splitlines() if "repeated-1" in line]
    assert line == "| `repeated-1` | repeated | 2 | Walk \\| with \\*us\\* \\[now\\]\\(x\\) |"
    assert "`photo`" not in told
    assert "3 lines that sites repeat are proposed" in told
