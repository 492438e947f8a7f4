"""One document as a page for a browser: self-contained, with cuts struck through and coloured by kind."""

from __future__ import annotations

from collections.abc import Iterator

from flows.html import frame, safe
from flows.marks import pieces
from flows.summary import count
from warehouse.stored import StoredCut, StoredDocument

# Dark enough on the light ground, and told apart by people who do not see red and green apart.
COLOURS = {
    "advertisement": "#b3261e",
    "copyright": "#1f4fa3",
    "embed": "#00687a",
    "comments": "#8e24aa",
    "related": "#8a5a00",
    "navigation": "#2e6b1f",
    "credit": "#5b4fc4",
    "widget": "#006b5b",
    "subscription": "#b0246e",
    "repeated": "#7a4b2a",
    "other": "#5f6368",
}
_FIELDS = ("source_uri", "url", "site", "byline", "published_at", "language", "word_count", "revision")

_STYLE = """article { white-space: pre-wrap; overflow-wrap: anywhere; }
del { text-decoration-thickness: 1px; background: #f1efe9; cursor: help; }
"""


def page(stored: StoredDocument) -> str:
    """Return the page as HTML."""
    title = str(stored.fields.get("title") or "(no title)")
    body = [
        f'<h1 dir="auto">{safe(title)}</h1>',
        f"<dl>{''.join(_fields(stored))}</dl>",
        f"<ul>{''.join(_legend(stored))}</ul>",
        f'<article dir="auto">{"".join(_text(stored))}</article>',
        *_reasons(stored),
        *_left_out(stored),
    ]
    return frame(title, f"{_STYLE}{''.join(_colours(stored))}", body)


def _kinds(stored: StoredDocument) -> list[str]:
    return sorted({cut.kind for cut in stored.cuts})


def _colours(stored: StoredDocument) -> Iterator[str]:
    for kind in sorted({*_kinds(stored), *(piece["kind"] for piece in stored.left_out)}):
        yield f".{kind} {{ color: {COLOURS[kind]}; }}\n"


def _fields(stored: StoredDocument) -> Iterator[str]:
    yield f"<dt>doc_id</dt><dd>{stored.doc_id}</dd>"
    for name in _FIELDS:
        value = stored.fields.get(name)
        if value not in (None, ""):
            yield f"<dt>{name}</dt><dd>{safe(value)}</dd>"


def _legend(stored: StoredDocument) -> Iterator[str]:
    if not stored.cuts:
        yield "<li>Nothing was cut.</li>"
    for kind in _kinds(stored):
        number = sum(cut.kind == kind for cut in stored.cuts)
        yield f'<li class="{kind}"><del class="{kind}">{kind}</del> {count(number, "cut")}</li>'


def _text(stored: StoredDocument) -> Iterator[str]:
    for piece, cut in pieces(stored.extracted_text, stored.cuts):
        yield safe(piece) if cut is None else _struck(piece, cut)


def _struck(piece: str, cut: StoredCut) -> str:
    """The white space around a cut is not struck through."""
    core = piece.strip()
    at = piece.find(core)
    tip = safe(f"{cut.kind}, {cut.rule}: {cut.reason}")
    words = f'<del class="{cut.kind}" title="{tip}">{safe(core)}</del>' if core else ""
    return f"{safe(piece[:at])}{words}{safe(piece[at + len(core) :])}"


def _reasons(stored: StoredDocument) -> Iterator[str]:
    """The cuts as a table: a tooltip cannot be read on paper, by touch or by a screen reader."""
    if not stored.cuts:
        return
    yield "<table><tr><th>characters</th><th>kind</th><th>rule</th><th>why</th></tr>"
    for cut in stored.cuts:
        yield (
            f'<tr><td>{cut.start}–{cut.stop}</td><td class="{cut.kind}">{cut.kind}</td>'
            f"<td>{safe(cut.rule)}</td><td>{safe(cut.reason)}</td></tr>"
        )
    yield "</table>"


def _left_out(stored: StoredDocument) -> Iterator[str]:
    """What extraction left out of a web page, folded away."""
    if not stored.left_out:
        return
    yield f"<details><summary>{count(len(stored.left_out), 'piece')} of the page left out</summary>"
    yield "<table><tr><th>kind</th><th>rule</th><th>why</th><th>text</th></tr>"
    for piece in stored.left_out:
        words = " ".join(safe(piece[name]).join(("<td>", "</td>")) for name in ("rule", "reason", "text"))
        yield f'<tr><td class="{piece["kind"]}">{piece["kind"]}</td>{words}</tr>'
    yield "</table></details>"
