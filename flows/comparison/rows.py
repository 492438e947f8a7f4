"""Two texts side by side as HTML, row by row; on a phone one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from flows.html import safe
from ingest.fingerprint.alignment import Mark, Piece, Row

# Blue and orange are told apart by everybody; underlines and strokes say it once more without a colour.
ROWS_STYLE = """
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.row { border-top: 1px solid #e4e1d8; padding: .35rem 0; break-inside: avoid; }
.row > div { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0; }
.head { font: 600 .85rem/1.5 system-ui, sans-serif; border-top: 0; position: sticky; top: 0;
  background: #fcfcfa; }
.apart > div:not(:empty) { border-left: 3px solid #c9772b; padding-left: .6rem; }
mark { background: #dcebf9; color: inherit; }
mark.moved { background: #fff; outline: 1px dashed #1f4fa3; }
del, ins { color: #7a3800; background: #fdeeda; text-decoration-thickness: 1px; text-underline-offset: 3px; }
ins { text-decoration-thickness: 2px; }
@media (max-width: 44rem) {
  .pair { grid-template-columns: 1fr; gap: .5rem; }
  .head { display: none; }
  .row > div[data-side]:not(:empty)::before { content: attr(data-side) " "; color: #55534e;
    font: 600 .75rem system-ui, sans-serif; }
  .row > div:empty, .equal > div + div { display: none; }
  .equal > div[data-side]:not(:empty)::before { content: "A = B "; }
}
"""
_TAGS: dict[Mark, tuple[str, str]] = {
    "shared": ("<mark>", "</mark>"),
    "moved": ('<mark class="moved" title="stands elsewhere in the other text">', "</mark>"),
    "kept": ("", ""),
    "alone": ("", ""),
}
_DIFFERS = {"A": ("<del>", "</del>"), "B": ("<ins>", "</ins>")}


def row_as_html(row: Row, a: str, b: str) -> str:
    """Return a row as HTML; where both sides read the same, a phone shows one of them."""
    left, right = _cell("A", row.a, a), _cell("B", row.b, b)
    equal = " equal" if row.kind == "same" and _words(row.a, a) == _words(row.b, b) else ""
    return f'<div class="row pair {row.kind}{equal}">{left}{right}</div>'


def _words(pieces: Sequence[Piece], text: str) -> str:
    return text[pieces[0].start : pieces[-1].stop].strip()


def _cell(letter: str, pieces: Sequence[Piece], text: str) -> str:
    """One side of a row, without the white space around it."""
    if not pieces:
        return f'<div data-side="{letter}"></div>'
    parts = []
    for each in pieces:
        before, after = _DIFFERS[letter] if each.mark == "differs" else _TAGS[each.mark]
        parts.append(f"{before}{safe(text[each.start : each.stop])}{after}")
    return f'<div data-side="{letter}" dir="auto">{"".join(parts).strip()}</div>'
