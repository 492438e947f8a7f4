"""The report as a page for a browser: no script, no font, no network; everything in it is bounded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime

from flows.comparison.rows import ROWS_STYLE
from flows.html import frame, safe
from flows.report import plots
from flows.report.groups import group
from flows.report.style import STYLE
from flows.report.tables import folded, table
from flows.report.time import gathered
from flows.summary import count, shortened
from warehouse.digest import Digest

# What the page shows of each: groups, documents of one, characters of a text; sites in plots, rows in tables.
GROUPS, MEMBERS, LONGEST = 40, 20, 4000
_SITES, _MATRIX, _ROWS = 15, 16, 50
_NAME, _REASON = 60, 200
_SIZES = ((2, "2"), (3, "3"), (4, "4"), (9, "5–9"), (29, "10–29"), (99, "30–99"))


def page(counted: Digest, since: datetime | None) -> str:
    """Return the report as HTML. `since` is what was asked for."""
    begin = f" since {since:%Y-%m-%d}" if since else ""
    told = f"{count(counted.documents, 'document')}{begin}, {counted.copies:,} of them copies of another one."
    body = [
        "<h1>What the warehouse holds</h1>",
        f"<p>{told} Times are UTC; an outlet is a site or, where none is known, a collection.</p>",
        *_section("Documents and copies over time", _over_time(counted)),
        *_section("Who copies whom", _who_copies_whom(counted)),
        *_section("Who is first, and by how much", _leads(counted)),
        *_section("Cuts by kind and outlet", _cuts(counted)),
        *_section("Sizes of groups of copies", _sizes(counted)),
        *_section("Rejects", _rejects(counted)),
        *_section("The largest groups of copies", _groups(counted)),
    ]
    return frame("copydesk: report", f"{ROWS_STYLE}{STYLE}", body)


def _section(title: str, parts: Iterator[str]) -> Iterator[str]:
    yield f"<section><h2>{title}</h2>"
    yield from list(parts) or ["<p>There is nothing to show.</p>"]
    yield "</section>"


def _plot(svg: str) -> str:
    return f'<div class="scroll">{svg}</div>'


def _key(*entries: tuple[str, str]) -> str:
    items = (
        f'<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true">'
        f'<rect class="{name}" width="10" height="10"/></svg>{text}</li>'
        for name, text in entries
    )
    return f"<ul>{''.join(items)}</ul>"


def _over_time(counted: Digest) -> Iterator[str]:
    time = gathered(counted.days)
    if time.columns:
        yield _key(("own", f"documents, by {time.unit}"), ("copied", "of them copies"))
        yield _plot(plots.columns(f"Documents and copies by {time.unit}", time.columns))
        rows = [(each.name, each.documents, each.copies) for each in time.columns]
        yield folded((time.unit, "documents", "copies"), rows, {1, 2})
    left = ((time.older, "older than that"), (time.undated, "without a date"))
    if told := [f"{count(number, 'document')} {what}" for number, what in left if number]:
        yield f"<p>Not in the plot: {', '.join(told)}.</p>"


def _who_copies_whom(counted: Digest) -> Iterator[str]:
    if not counted.borrowed:
        return
    gave, took = Counter[str](), Counter[str]()
    for first, other, number in counted.borrowed:
        gave[first] += number
        took[other] += number
    down, across = ([name for name, _ in each.most_common(_MATRIX)] for each in (gave, took))
    cells = {(first, other): number for first, other, number in counted.borrowed}
    yield "<p>To the left who published a text first, above who has it too; in documents.</p>"
    yield _plot(plots.matrix("Who copies whom", down, across, cells))
    if len(gave) > _MATRIX or len(took) > _MATRIX:
        yield f"<p>The {_MATRIX} outlets with most are shown, of {len(gave):,} and of {len(took):,}.</p>"
    rows = [(_name(first), _name(other), number) for first, other, number in counted.borrowed[:_ROWS]]
    yield folded(("first", "has it too", "documents"), rows, {2})
    yield from _rest(len(counted.borrowed), "pair")


def _leads(counted: Digest) -> Iterator[str]:
    if not counted.leads:
        return
    yield "<p>In how many groups an outlet published first, and how far ahead of the next outlet.</p>"
    shown = counted.leads[:_SITES]
    rows = [
        (outlet, [("first", f"first {times:,} times", times)], f"{times:,} · median {_hours(median)}")
        for outlet, times, median, _ in shown
    ]
    yield _plot(plots.bars("Who is first", rows))
    figures = [
        (_name(outlet), times, _hours(median), _hours(most))
        for outlet, times, median, most in counted.leads[:_ROWS]
    ]
    yield folded(("outlet", "times first", "median lead", "longest lead"), figures, {1, 2, 3})
    yield from _rest(len(counted.leads), "outlet")


def _cuts(counted: Digest) -> Iterator[str]:
    if not counted.cuts:
        return
    by_outlet, by_kind = defaultdict[str, Counter[str]](Counter), Counter[str]()
    for outlet, kind, number in counted.cuts:
        by_outlet[outlet][kind] += number
        by_kind[kind] += number
    kinds = [kind for kind, _ in by_kind.most_common()]
    outlets = sorted(by_outlet, key=lambda outlet: (-by_outlet[outlet].total(), outlet))
    yield _key(*((kind, f"{kind} {by_kind[kind]:,}") for kind in kinds))
    rows = [
        (
            outlet,
            [(kind, f"{kind} {cuts[kind]:,}", cuts[kind]) for kind in kinds if cuts[kind]],
            f"{cuts.total():,}",
        )
        for outlet in outlets[:_SITES]
        for cuts in (by_outlet[outlet],)
    ]
    yield _plot(plots.bars("Cuts by kind and outlet", rows))
    figures = [
        (_name(outlet), *(by_outlet[outlet][kind] for kind in kinds), by_outlet[outlet].total())
        for outlet in outlets[:_ROWS]
    ]
    yield folded(("outlet", *kinds, "all"), figures, range(1, len(kinds) + 2))
    yield from _rest(len(outlets), "outlet")


def _sizes(counted: Digest) -> Iterator[str]:
    if not counted.sizes:
        return
    classes = Counter[str]()
    for size, groups in counted.sizes:
        classes[next((name for most, name in _SIZES if size <= most), "100 or more")] += groups
    rows = [
        (f"{name} documents", [("own", count(number, "group"), number)], f"{number:,}")
        for name, number in classes.items()
    ]
    yield _plot(plots.bars("Sizes of groups", rows))
    yield folded(("documents in a group", "groups"), counted.sizes[:_ROWS], {0, 1})
    yield from _rest(len(counted.sizes), "size")


def _rejects(counted: Digest) -> Iterator[str]:
    if not counted.rejects:
        return
    rows = [
        (code, [("copied", count(inputs, "input"), inputs)], f"{inputs:,}")
        for code, inputs, _ in counted.rejects[:_SITES]
    ]
    yield _plot(plots.bars("Rejects by code", rows))
    figures = [(code, inputs, shortened(reason, _REASON)) for code, inputs, reason in counted.rejects[:_ROWS]]
    yield table(("code", "inputs", "for example"), figures, {1})


def _groups(counted: Digest) -> Iterator[str]:
    if not counted.largest:
        return
    yield (
        f"<p>{len(counted.largest)} of {count(counted.groups, 'group')}, the largest first. "
        "Click one for its timeline, its documents and two of its texts side by side.</p>"
    )
    for each in counted.largest:
        yield group(each, LONGEST)


def _rest(number: int, noun: str) -> Iterator[str]:
    if number > _ROWS:
        yield f"<p>The table has the first {_ROWS} of {safe(count(number, noun))}.</p>"


def _name(outlet: str) -> str:
    return shortened(outlet, _NAME)


def _hours(hours: float) -> str:
    if hours < 1:
        return f"{hours * 60:.0f} min"
    if hours < 48:
        return f"{hours:.1f} h"
    return f"{hours / 24:.1f} days" if hours < 240 else f"{hours / 24:,.0f} days"
