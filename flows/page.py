"""One document as a page for a browser: self-contained, with cuts struck through and coloured by kind."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from flows.marks import pieces
from flows.screen import visible
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

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fcfcfa; color: #1d1d1b;
  font: 1.05rem/1.6 Georgia, serif; }
h1 { font-size: 1.5rem; line-height: 1.25; }
dl, ul, details { font: .85rem/1.5 system-ui, sans-serif; color: #55534e; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
article { white-space: pre-wrap; overflow-wrap: anywhere; }
del { text-decoration-thickness: 1px; background: #f1efe9; cursor: help; }
table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
"""


def page(stored: StoredDocument) -> str:
    """Return the page as HTML. It asks for nothing else: no script, no font, no image."""
    title = _safe(stored.fields.get("title") or "(no title)")
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}{''.join(_colours(stored))}</style>",
        "</head>",
        "<body>",
        f'<h1 dir="auto">{title}</h1>',
        f"<dl>{''.join(_fields(stored))}</dl>",
        f"<ul>{''.join(_legend(stored))}</ul>",
        f'<article dir="auto">{"".join(_text(stored))}</article>',
        *_reasons(stored),
        *_left_out(stored),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def _safe(text: object) -> str:
    return escape(visible(str(text)))


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
            yield f"<dt>{name}</dt><dd>{_safe(value)}</dd>"


def _legend(stored: StoredDocument) -> Iterator[str]:
    if not stored.cuts:
        yield "<li>Nothing was cut.</li>"
    for kind in _kinds(stored):
        number = sum(cut.kind == kind for cut in stored.cuts)
        yield f'<li class="{kind}"><del class="{kind}">{kind}</del> {count(number, "cut")}</li>'


def _text(stored: StoredDocument) -> Iterator[str]:
    for piece, cut in pieces(stored.extracted_text, stored.cuts):
        yield _safe(piece) if cut is None else _struck(piece, cut)


def _struck(piece: str, cut: StoredCut) -> str:
    """The white space around a cut is not struck through."""
    core = piece.strip()
    at = piece.find(core)
    tip = _safe(f"{cut.kind}, {cut.rule}: {cut.reason}")
    words = f'<del class="{cut.kind}" title="{tip}">{_safe(core)}</del>' if core else ""
    return f"{_safe(piece[:at])}{words}{_safe(piece[at + len(core) :])}"


def _reasons(stored: StoredDocument) -> Iterator[str]:
    """The cuts as a table: a tooltip cannot be read on paper, by touch or by a screen reader."""
    if not stored.cuts:
        return
    yield "<table><tr><th>characters</th><th>kind</th><th>rule</th><th>why</th></tr>"
    for cut in stored.cuts:
        yield (
            f'<tr><td>{cut.start}–{cut.stop}</td><td class="{cut.kind}">{cut.kind}</td>'
            f"<td>{_safe(cut.rule)}</td><td>{_safe(cut.reason)}</td></tr>"
        )
    yield "</table>"


def _left_out(stored: StoredDocument) -> Iterator[str]:
    """What extraction left out of a web page, folded away."""
    if not stored.left_out:
        return
    yield f"<details><summary>{count(len(stored.left_out), 'piece')} of the page left out</summary>"
    yield "<table><tr><th>kind</th><th>rule</th><th>why</th><th>text</th></tr>"
    for piece in stored.left_out:
        words = " ".join(_safe(piece[name]).join(("<td>", "</td>")) for name in ("rule", "reason", "text"))
        yield f'<tr><td class="{piece["kind"]}">{piece["kind"]}</td>{words}</tr>'
    yield "</table></details>"
