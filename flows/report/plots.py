"""Plots as SVG within the page: colours by class, a name for those who listen, a tip on every mark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime

from flows.html import safe
from flows.report.time import Column
from flows.summary import count, shortened

# Units of the picture; the name of a day takes 66, a label has so many characters, and one takes up to 7.
_WIDTH, _NAME, _LABEL, _CHARACTER = 720, 66, 26, 7


def columns(title: str, shown: Sequence[Column]) -> str:
    """Return upright bars: documents, and at the foot of each bar those that are copies."""
    height, foot, left = 180, 22, 44
    top = max(column.documents for column in shown)
    wide = (_WIDTH - left) / len(shown)
    parts = [_line(left, height, _WIDTH, height), _text(left - 6, 12, f"{top:,}", "end")]
    every = math.ceil(len(shown) / 8)
    for at, column in enumerate(shown):
        x = left + at * wide
        tip = f"{column.name}: {count(column.documents, 'document')}, {column.copies:,} of them copies"
        total, copies = (height * value / top for value in (column.documents, column.copies))
        parts.append(_bar(x + wide * 0.1, height - total, wide * 0.8, total, "own", tip))
        parts.append(_bar(x + wide * 0.1, height - copies, wide * 0.8, copies, "copied", tip))
        if at % every == 0 and x + _NAME < _WIDTH:
            parts.append(_text(x + wide * 0.1, height + 15, column.name))
    return _svg(title, height + foot, parts)


def bars(title: str, rows: Sequence[tuple[str, Sequence[tuple[str, str, float]], str]]) -> str:
    """Return lying bars: of each row its label, its pieces (class, tip, value) and what stands behind it."""
    step, left = 24, 200
    right = max(120, 12 + _CHARACTER * max(len(behind) for *_, behind in rows))
    most = max(sum(value for *_, value in pieces) for _, pieces, _ in rows) or 1
    parts = []
    for at, (label, pieces, behind) in enumerate(rows):
        x, y = float(left), at * step
        parts.append(_text(left - 8, y + 16, shortened(label, _LABEL), "end", label))
        for name, tip, value in pieces:
            length = (_WIDTH - left - right) * value / most
            parts.append(_bar(x, y + 4, length, step - 8, name, f"{label}: {tip}"))
            x += length
        parts.append(_text(x + 6, y + 16, behind))
    return _svg(title, len(rows) * step, parts)


def matrix(title: str, down: Sequence[str], across: Sequence[str], cells: dict[tuple[str, str], int]) -> str:
    """Return a table of squares, darker the larger their count."""
    left, top = 200, 130
    # The last name leans out to the right of its column.
    step = min(34.0, (_WIDTH - left - 100) / len(across))
    most = max(cells.values())
    parts = [
        f'<text transform="translate({left + (at + 0.65) * step:.1f} {top - 8}) rotate(-50)">'
        f"<title>{safe(name)}</title>{safe(shortened(name, 20))}</text>"
        for at, name in enumerate(across)
    ]
    for row, name in enumerate(down):
        y = top + row * step
        parts.append(_text(left - 8, y + step * 0.65, shortened(name, _LABEL), "end", name))
        for column, other in enumerate(across):
            value, x = cells.get((name, other), 0), left + column * step
            tip = f"{name} first, {other} too: {value:,}"
            shade = 0.2 + 0.8 * math.sqrt(value / most) if value else 0.05
            parts.append(_bar(x + 1, y + 1, step - 2, step - 2, "cell", tip, f' fill-opacity="{shade:.2f}"'))
            if value:
                strong = " strong" if shade > 0.6 else ""
                place = f'x="{x + step / 2:.1f}" y="{y + step * 0.65:.1f}" text-anchor="middle"'
                parts.append(f'<text class="inside{strong}" {place}>{_short(value)}</text>')
    return _svg(title, top + len(down) * step, parts)


def timeline(title: str, points: Sequence[tuple[datetime, str, bool]]) -> str:
    """Return when each outlet published: a line an outlet, a dot a document, filled for the canonical one."""
    step, left, right = 22, 200, 16
    outlets = list(dict.fromkeys(outlet for _, outlet, _ in points))
    first, last = min(time for time, *_ in points), max(time for time, *_ in points)
    span = (last - first).total_seconds() or 1
    foot = len(outlets) * step
    parts = []
    for at, outlet in enumerate(outlets):
        y = at * step + step / 2
        parts += [
            _text(left - 10, y + 4, shortened(outlet, _LABEL), "end", outlet),
            _line(left, y, _WIDTH - right, y),
        ]
    for time, outlet, canonical in points:
        x = left + 6 + (_WIDTH - left - right - 12) * (time - first).total_seconds() / span
        y = outlets.index(outlet) * step + step / 2
        name = "canonical" if canonical else "copy"
        tip = f"{outlet}, {_time(time)}"
        parts.append(
            f'<circle class="{name}" cx="{x:.1f}" cy="{y}" r="6"><title>{safe(tip)}</title></circle>'
        )
    parts.append(_text(left, foot + 14, _time(first)))
    if first < last:
        parts.append(_text(_WIDTH - right, foot + 14, _time(last), "end"))
    return _svg(title, foot + 20, parts)


def _time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M}"


def _short(value: int) -> str:
    return f"{value}" if value < 1000 else f"{value // 1000}k"


def _svg(title: str, height: float, parts: Sequence[str]) -> str:
    size = f'viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}"'
    return f'<svg role="img" aria-label="{safe(title)}" {size}>{"".join(parts)}</svg>'


def _bar(x: float, y: float, wide: float, high: float, name: str, tip: str, more: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect class="{name}" {place}{more}><title>{safe(tip)}</title></rect>'


def _text(x: float, y: float, text: str, anchor: str = "start", tip: str = "") -> str:
    told = f"<title>{safe(tip)}</title>" if tip else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{told}{safe(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
