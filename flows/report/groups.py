"""A group of copies in the report: a line that opens to a timeline, its documents, two texts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from flows.comparison.rows import row_as_html
from flows.html import safe
from flows.report import plots
from flows.report.tables import table
from flows.summary import count, shortened
from ingest.fingerprint.alignment import align
from warehouse.digest import LargeGroup, Member


def group(shown: LargeGroup, longest: int) -> str:
    """Return the group as HTML; `longest` is how many characters of a text it has at most."""
    title = shortened(shown.title or "(no title)", 100)
    told = f"{count(shown.size, 'document')}, {count(shown.outlets, 'outlet')}, {count(shown.texts, 'text')}"
    return (
        f'<details class="group"><summary><bdi>{safe(title)}</bdi> · {told}</summary>'
        f"{_timeline(shown)}{_members(shown)}{''.join(_side_by_side(shown, longest))}</details>"
    )


def _timeline(shown: LargeGroup) -> str:
    points = [
        (each.published_at, each.outlet, each.is_canonical) for each in shown.members if each.published_at
    ]
    if not points:
        return "<p>No date of publication is known.</p>"
    return f'<div class="scroll">{plots.timeline("When each outlet published it", points)}</div>'


def _members(shown: LargeGroup) -> str:
    rows = [_member(each) for each in shown.members]
    left = shown.size - len(rows)
    more = f"<p>{count(left, 'document')} more: SELECT * FROM copies WHERE copy_id = '{shown.copy_id}'</p>"
    head = ("published (UTC)", "outlet", "title", "document", "how", "Jaccard")
    return table(head, rows, {5}) + (more if left else "")


def _member(each: Member) -> tuple[str, ...]:
    time = f"{each.published_at.astimezone(UTC):%Y-%m-%d %H:%M}" if each.published_at else ""
    how = "canonical" if each.is_canonical else each.kind or "linked"
    alike = "" if each.jaccard is None else f"{each.jaccard:.2f}"
    return time, shortened(each.outlet, 60), shortened(each.title or "", 100), each.source_uri, how, alike


def _side_by_side(shown: LargeGroup, longest: int) -> Iterator[str]:
    """The canonical text beside the one least like it, which is where doubts begin."""
    yield "<h3>The canonical text (A) and the copy least like it (B)</h3>"
    if longest in (len(shown.text), len(shown.other_text)):
        yield f"<p>Only the first {longest:,} characters of each are compared here.</p>"
    yield f"<p>In full: copydesk explain {shown.canonical} {shown.other} --html</p>"
    yield '<div class="row pair head"><div>A</div><div>B</div></div>'
    for row in align(shown.text, shown.other_text):
        yield row_as_html(row, shown.text, shown.other_text)
