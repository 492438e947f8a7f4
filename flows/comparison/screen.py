"""A comparison for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from flows.comparison.checks import asked, decision
from flows.comparison.excerpt import Skipped, excerpt, note, shown
from flows.comparison.facts import facts
from flows.comparison.verdict import verdict
from flows.screen import visible
from flows.summary import count
from ingest.fingerprint.alignment import Piece, Row
from warehouse.stored import Explanation, StoredDocument

# Blue and yellow are told apart by everybody; the frames do without any colour.
_STYLES = {"shared": "cyan", "kept": "", "differs": "bold yellow", "alone": "", "moved": "italic cyan"}
_LEGEND = "= equal  ~ changed [-A-] [+B+]  < only A  > only B  | both  ⇄ moved [⇄ … ⇄]"


def comparison(explanation: Explanation) -> list[Text | Table]:
    """Return the parts of the page, from the verdict to the texts side by side."""
    a, b = explanation.a, explanation.b
    parts: list[Text | Table] = [_name("A", a), _name("B", b), Text()]
    parts.append(Text(verdict(explanation), "bold"))
    if a.doc_id == b.doc_id:
        return parts
    parts += [Text(), _checks(explanation), Text(), _facts(explanation), Text()]
    return [*parts, Text(_LEGEND, "dim"), _side_by_side(explanation), *_left_out(explanation)]


def _name(letter: str, stored: StoredDocument) -> Text:
    title, site = stored.fields.get("title") or "(no title)", stored.fields.get("site")
    place = f"{stored.fields['source_uri']}, {site}" if site else stored.fields["source_uri"]
    return Text.assemble((f"{letter}  ", "bold"), visible(f"{title} ({place})  {stored.doc_id}"))


def _checks(explanation: Explanation) -> Table:
    table = Table.grid(padding=(0, 2))
    before = ""
    for each in asked(explanation.evidence):
        sign = Text("✓", "bold cyan") if each.holds else Text("✗", "bold yellow")
        table.add_row(each.kind if each.kind != before else "", sign, each.text)
        before = each.kind
    table.add_row("", "", Text(decision(explanation.evidence), "bold"))
    return table


def _facts(explanation: Explanation) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for heading, sentences in facts(explanation):
        table.add_row(Text(heading, "bold"), Text(visible("\n".join(sentences))))
    return table


def _side_by_side(explanation: Explanation) -> Table:
    a, b = explanation.a.text, explanation.b.text
    table = Table.grid(expand=True, padding=(0, 1, 1, 0))
    table.add_column(width=1)
    for _ in "AB":
        table.add_column(overflow="fold", ratio=1)
    table.add_row("", Text("A", "bold"), Text("B", "bold"))
    for each in excerpt(explanation.rows, a, b):
        if isinstance(each, Skipped):
            table.add_row("", Text(note(each), "dim"), "")
        else:
            table.add_row(_sign(each), _cell(each.a, a, "-"), _cell(each.b, b, "+"))
    return table


def _sign(row: Row) -> Text:
    if row.kind == "same":
        return Text("=", "cyan")
    if row.kind == "changed":
        return Text("~", "bold yellow")
    if row.kind == "moved":
        return Text("⇄", "cyan")
    return Text("|" if row.a and row.b else "<" if row.a else ">", "bold yellow")


def _cell(pieces: Sequence[Piece], text: str, sign: str) -> Text:
    cell = Text()
    for piece in pieces:
        part, style = shown(piece, text), _STYLES[piece.mark]
        before, after = {"differs": (f"[{sign}", f"{sign}]"), "moved": ("[⇄ ", " ⇄]")}.get(
            piece.mark, ("", "")
        )
        cell.append(f"{before}{visible(part.head)}", style)
        if part.left_out:
            cell.append(f" … {count(part.left_out, 'word')} … ", "dim")
        cell.append(f"{visible(part.tail)}{after}", style)
    cell.rstrip()
    return cell


def _left_out(explanation: Explanation) -> list[Text]:
    a, b = explanation.a.text, explanation.b.text
    if not any(isinstance(each, Skipped) for each in excerpt(explanation.rows, a, b)) and not any(
        shown(piece, text).left_out
        for row in explanation.rows
        for pieces, text in ((row.a, a), (row.b, b))
        for piece in pieces
    ):
        return []
    return [Text("Parts are left out where … stands; --html has both texts in full.", "dim")]
