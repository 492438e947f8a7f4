"""A small chart of what a run did: bars in SVG, drawn without a library."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

_WIDTH, _ROW, _LABEL, _VALUE = 560, 24, 130, 80
_COLOURS = {
    "added": "#2a9d5c",
    "updated": "#2f7ec0",
    "unchanged": "#9aa5b1",
    "rejected": "#cf4747",
    "near duplicates": "#d08a1d",
}
_CUT = "#7a5ec8"


def bars(numbers: Sequence[tuple[str, int]]) -> str:
    """Return an SVG picture with a bar for each label and number, the longest over the whole width."""
    most = max([number for _, number in numbers], default=0) or 1
    height = _ROW * len(numbers) + 8
    rows = [_bar(place, label, number, number / most) for place, (label, number) in enumerate(numbers)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="13">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(rows)}</svg>'
    )


def data_uri(svg: str) -> str:
    """Return the picture as an address that holds all of it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _bar(place: int, label: str, number: int, share: float) -> str:
    top = place * _ROW + 4
    length = share * (_WIDTH - _LABEL - _VALUE)
    return (
        f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end" fill="#333333">{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top + 2}" width="{length:.1f}" height="{_ROW - 8}" rx="2" '
        f'fill="{_COLOURS.get(label, _CUT)}"/>'
        f'<text x="{_LABEL + length + 6:.1f}" y="{top + 15}" fill="#333333">{number:,}</text>'
    )
