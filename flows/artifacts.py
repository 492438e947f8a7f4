"""What a run leaves on its page in Prefect: a summary and three tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.pipeline import Summary
from flows.summary import by_kind, count, left, new_rules, outcome, shortened, waiting
from flows.summary import published as cost
from warehouse.stored import CopyGroup, CutsByRule, Found

# A longer table cannot be read on a page; the warehouse has all of it.
_MOST_ROWS = 200
_EXAMPLE = 100
_TITLE = 80
_MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~&:@")


def publish_artifacts(done: Summary, found: Found, published: Path) -> None:
    """Leave the artifacts `summary`, `cuts`, `copies` and `rejects` of the run that is going on."""
    create_markdown_artifact(
        key="summary", markdown=markdown(done, found, published), description="What the run did"
    )
    _table("cuts", "Cuts by kind and rule", [cut_row(row) for row in found.cuts])
    _table("copies", "Groups of copies", [group_row(group) for group in found.groups])
    _table("rejects", "Inputs that were set aside", found.rejects)


def markdown(done: Summary, found: Found, published: Path) -> str:
    """Return the summary of a run as Markdown."""
    kinds = [f"| {kind} | {number:,} |" for kind, number in by_kind(found)]
    lines = [
        f"# {outcome(done)}",
        f"{count(done.batches, 'batch', 'batches')} in {done.seconds:.1f} s, into `{published.name}`.",
        cost(done.publication),
        *_still_written(done),
        *(["", "| kind of cut | cuts |", "| --- | ---: |", *kinds] if kinds else []),
        *_first_cuts(found),
        *(["", *waiting(found.proposed)] if found.proposed else []),
        "",
        f"{count(len(found.groups), 'group')} of copies touched. "
        "The artifacts `cuts`, `copies` and `rejects` hold the details.",
    ]
    return "\n".join(lines)


def _still_written(done: Summary) -> list[str]:
    """Return a list of the files that were left for the next run."""
    title, *names = left(done) or [""]
    return ["", title, "", *(f"- {_cell(name)}" for name in names)] if names else []


def _table(key: str, title: str, rows: Sequence[dict[str, Any]]) -> None:
    shown = f" (the first {_MOST_ROWS} of {len(rows):,})" if len(rows) > _MOST_ROWS else f" ({len(rows)})"
    create_table_artifact(
        key=key,
        table=[
            {name: "" if value is None else value for name, value in row.items()} for row in rows[:_MOST_ROWS]
        ],
        description=f"{title}{shown}",
    )


def _first_cuts(found: Found) -> list[str]:
    """Return a table of the rules that cut for the first time, each with an example."""
    rows = [
        f"| `{row.rule}` | {row.kind} | {row.cuts:,} | {_cell(row.example)} |" for row in new_rules(found)
    ]
    head = ["| rule | kind | cuts | example |", "| --- | --- | ---: | --- |"]
    return ["", "Rules that cut something for the first time:", "", *head, *rows] if rows else []


def _cell(text: str) -> str:
    """Return a text for Markdown, such as a cell of a table, where none of its characters means anything."""
    return "".join(f"\\{mark}" if mark in _MARKUP else mark for mark in shortened(text, _EXAMPLE))


def cut_row(row: CutsByRule) -> dict[str, Any]:
    """Return the row of a rule, with a short example of what it cut."""
    return {
        "kind": row.kind,
        "rule": row.rule,
        "cuts": row.cuts,
        "documents": row.documents,
        "example": shortened(row.example, _EXAMPLE),
    }


def group_row(group: CopyGroup) -> dict[str, Any]:
    """Return the row of a group of copies: what stands for it, and why."""
    return {
        "size": group.size,
        "title": shortened(group.title or "", _TITLE),
        "sites": ", ".join(group.sites),
        "canonical": group.canonical_uri,
        "why": group.why_canonical,
        "texts": group.texts,
        "bridge": group.bridge_uri,
        "held by it": group.bridge_holds,
    }
