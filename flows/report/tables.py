"""Tables of the report: what a plot shows, in figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from flows.html import safe


def table(head: Sequence[str], rows: Sequence[Sequence[object]], numbers: Collection[int]) -> str:
    """Return rows as an HTML table; the columns `numbers`, counted from 0, are set flush right."""

    def cell(tag: str, at: int, value: object) -> str:
        form = ' class="number"' if at in numbers else ""
        text = f"{value:,}" if isinstance(value, int) else str(value)
        return f'<{tag}{form} dir="auto">{safe(text)}</{tag}>'

    lines = [(cell("th", at, name) for at, name in enumerate(head))]
    lines += [(cell("td", at, value) for at, value in enumerate(row)) for row in rows]
    inside = "".join(f"<tr>{''.join(line)}</tr>" for line in lines)
    return f'<div class="scroll"><table>{inside}</table></div>'


def folded(head: Sequence[str], rows: Sequence[Sequence[object]], numbers: Collection[int]) -> str:
    """Return a table that is folded up until it is asked for."""
    return f"<details><summary>In figures</summary>{table(head, rows, numbers)}</details>"
