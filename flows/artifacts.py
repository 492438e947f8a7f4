"""What a run leaves on its page in Prefect: a summary, a chart and three tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.account import Account, evidence, markdown, numbers, still_written
from flows.chart import bars, data_uri
from flows.proof import command
from flows.summary import shortened
from warehouse.stored import CopyGroup, CutsByRule

# A longer table cannot be read on a page; the warehouse has all of it.
_MOST_ROWS = 200
_EXAMPLE = 100
_TITLE = 80


def publish_artifacts(account: Account, left: Sequence[str] = ()) -> None:
    """Leave the artifacts of the run that is going on.

    They are `summary`, `chart`, `cuts`, `copies` and `rejects`, and `evidence` where there are copies.

    `left` are the files that it left for the next run.
    """
    found = account.found
    told = f"{markdown(account, _leave_evidence(account))}{still_written(left)}"
    create_markdown_artifact(key="summary", markdown=told, description="What the run did")
    # An artifact of the kind "image" would show the whole address below the picture.
    picture = f"![Inputs, duplicates and cuts]({data_uri(bars(numbers(account)))})"
    create_markdown_artifact(key="chart", markdown=picture, description="Inputs, duplicates, cuts by kind")
    _table("cuts", "Cuts by kind and rule", [cut_row(row) for row in found.cuts])
    _table("copies", "Groups of copies", [group_row(group) for group in found.groups])
    _table("rejects", "Inputs that were set aside", found.rejects)


def _leave_evidence(account: Account) -> str | None:
    """Leave what proves the groups of copies, and return its address as seen from any page of the UI."""
    proofs = evidence(account)
    if not proofs:
        return None
    made = create_markdown_artifact(key="evidence", markdown=proofs, description="Why copies are copies")
    return f"../../artifacts/artifact/{made}"


def _table(key: str, title: str, rows: Sequence[dict[str, Any]]) -> None:
    shown = f" (the first {_MOST_ROWS} of {len(rows):,})" if len(rows) > _MOST_ROWS else f" ({len(rows)})"
    create_table_artifact(
        key=key,
        table=[
            {name: "" if value is None else value for name, value in row.items()} for row in rows[:_MOST_ROWS]
        ],
        description=f"{title}{shown}",
    )


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
        "evidence": command(group),
        "texts": group.texts,
        "bridge": group.bridge_uri,
        "held by it": group.bridge_holds,
    }
