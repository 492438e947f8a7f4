"""A comparison as a page for a browser: both texts in full, side by side, on a phone one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from flows.comparison.checks import Asked, asked, decision
from flows.comparison.facts import facts
from flows.comparison.rows import ROWS_STYLE, row_as_html
from flows.comparison.verdict import verdict
from flows.html import frame, safe
from flows.summary import shortened
from warehouse.stored import Explanation, StoredDocument

_FIELDS = ("doc_id", "source_uri", "url", "site", "byline", "published_at", "word_count")
_STYLE = """
body { max-width: 76rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .4rem; }
.pair dl { margin: 0 0 1rem; align-content: start; }
.facts { margin: 1.2rem 0; color: #1d1d1b; row-gap: .35rem; }
.facts dt, .decided { font-weight: 600; }
td.kind { white-space: nowrap; color: #55534e; }
.yes { color: #1f4fa3; font-weight: 600; }
.no { color: #9a4a00; font-weight: 600; }
.legend { margin: 1.6rem 0 .6rem; }
.legend .only { border-left: 3px solid #c9772b; padding-left: .4rem; }
@media (max-width: 44rem) {
  body { margin-top: 1rem; }
  td.kind { white-space: normal; }
  .facts { grid-template-columns: 1fr; row-gap: 0; }
  .facts dd { margin-bottom: .5rem; }
}
@media print {
  body { margin: 0; max-width: none; background: #fff; font-size: 10pt; }
  .head { position: static; background: none; }
  mark, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
_LEGEND = (
    '<ul class="legend"><li><mark>shared: eight words or more</mark></li>'
    "<li><del>words only in A</del></li><li><ins>words only in B</ins></li>"
    '<li><mark class="moved">shared, but elsewhere in the other text</mark></li>'
    '<li class="only">sentences that have no partner</li></ul>'
)


def comparison_page(explanation: Explanation) -> str:
    """Return the page as HTML."""
    a, b = explanation.a, explanation.b
    body = [
        f"<h1>{safe(verdict(explanation))}</h1>",
        f'<div class="pair">{_document("A", a)}{_document("B", b)}</div>',
    ]
    if a.doc_id != b.doc_id:
        body += [
            f"<table>{''.join(_checks(explanation))}</table>",
            f'<dl class="facts">{"".join(_facts(explanation))}</dl>',
            *_passages(explanation),
            _LEGEND,
            '<div class="row pair head"><div>A</div><div>B</div></div>',
            *(row_as_html(row, a.text, b.text) for row in explanation.rows),
        ]
    return frame(f"{_title(a)} / {_title(b)}", f"{ROWS_STYLE}{_STYLE}", body)


def _title(stored: StoredDocument) -> str:
    return str(stored.fields.get("title") or "(no title)")


def _document(letter: str, stored: StoredDocument) -> str:
    fields = {**stored.fields, "doc_id": stored.doc_id}
    known = [(name, fields[name]) for name in _FIELDS if fields.get(name) not in (None, "")]
    listed = "".join(f"<dt>{name}</dt><dd>{safe(value)}</dd>" for name, value in known)
    return f'<section><h2 dir="auto">{letter} · {safe(_title(stored))}</h2><dl>{listed}</dl></section>'


def _checks(explanation: Explanation) -> Iterator[str]:
    yield from (_check(each) for each in asked(explanation.evidence))
    yield f'<tr><td></td><td></td><td class="decided">{safe(decision(explanation.evidence))}</td></tr>'


def _check(each: Asked) -> str:
    sign, name = ("✓", "yes") if each.holds else ("✗", "no")
    return (
        f'<tr><td class="kind">{each.kind}</td><td class="{name}">{sign}</td><td>{safe(each.text)}</td></tr>'
    )


def _facts(explanation: Explanation) -> Iterator[str]:
    for heading, sentences in facts(explanation):
        yield f"<dt>{heading}</dt><dd>{'<br>'.join(safe(each) for each in sentences)}</dd>"


def _passages(explanation: Explanation) -> Iterator[str]:
    """The places of the passages, folded away: the rows show their words."""
    if not explanation.passages:
        return
    yield "<details><summary>Where the shared passages stand, in characters</summary>"
    yield "<table><tr><th>A</th><th>B</th><th>words</th><th>text</th></tr>"
    for each in explanation.passages:
        text = safe(shortened(explanation.a.text[each.start_a : each.stop_a]))
        yield (
            f"<tr><td>{each.start_a}–{each.stop_a}</td><td>{each.start_b}–{each.stop_b}</td>"
            f'<td>{each.length}</td><td dir="auto">{text}</td></tr>'
        )
    yield "</table></details>"
