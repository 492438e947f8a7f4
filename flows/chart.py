"""A small chart of what a run did: bars in SVG, drawn without a library."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

_WIDTH, _ROW, _LABEL, _VALUE = 560, 24, 130, 80
_HEAD = 30
_COLOURS = {
    "added": "#2a9d5c",
    "updated": "#2f7ec0",
    "unchanged": "#9aa5b1",
    "rejected": "#cf4747",
    "near duplicates": "#d08a1d",
}
_CUT = "#7a5ec8"

Section = tuple[str, Sequence[tuple[str, int]]]


def bars(sections: Sequence[Section]) -> str:
    """Return an SVG picture: under each heading a bar for each label and number, the longest of it full."""
    drawn, top = [], 4
    for heading, numbers in sections:
        if numbers:
            drawn.append(_section(heading, numbers, top))
            top += _HEAD + _ROW * len(numbers)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{top + 4}" '
        f'viewBox="0 0 {_WIDTH} {top + 4}" font-family="sans-serif" font-size="13">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(drawn)}</svg>'
    )


def data_uri(svg: str) -> str:
    """Return the picture as an address that holds all of it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _section(heading: str, numbers: Sequence[tuple[str, int]], top: int) -> str:
    most = max(number for _, number in numbers) or 1
    head = f'<text x="{_LABEL}" y="{top + 20}" font-weight="bold" fill="#333333">{escape(heading)}</text>'
    rows = [
        _bar(top + _HEAD + place * _ROW, label, number, number / most)
        for place, (label, number) in enumerate(numbers)
    ]
    return f"{head}{''.join(rows)}"


def _bar(top: int, label: str, number: int, share: float) -> str:
    length = share * (_WIDTH - _LABEL - _VALUE)
    return (
        f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end" fill="#333333">{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top + 2}" width="{length:.1f}" height="{_ROW - 8}" rx="2" '
        f'fill="{_COLOURS.get(label, _CUT)}"/>'
        f'<text x="{_LABEL + length + 6:.1f}" y="{top + 15}" fill="#333333">{number:,}</text>'
    )
