"""One document as a page to read: fields, text with its cuts, why each was made, embeds, copies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from flows.marks import COLOURS, marked, removed
from flows.screen import visible
from flows.summary import shortened
from warehouse.stored import StoredDocument

_BOOKKEEPING = ("content_hash", "revision", "first_seen_at", "updated_at", "run_id", "extra")


def portrait(stored: StoredDocument) -> Text:
    """Return the page of a document."""
    parts = [_fields(stored), _text(stored), _cuts(stored)]
    parts += [_records("Posts", stored.embeds), _records("Notices", stored.notices), _left_out(stored)]
    parts.append(_copies(stored))
    return Text("\n\n").join(part for part in parts if part.plain)


def heading(title: str) -> Text:
    """Return a section's title with its line end."""
    return Text.assemble((title, "bold"), "\n")


def _fields(stored: StoredDocument) -> Text:
    title = stored.fields.get("title") or "(no title)"
    lines = [Text(visible(title), "bold"), Text(f"doc_id: {stored.doc_id}")]
    rest = {name: value for name, value in stored.fields.items() if name not in ("doc_id", "title")}
    for name in sorted(rest, key=lambda name: name in _BOOKKEEPING):
        if rest[name] not in (None, "", "{}"):
            lines.append(Text(visible(f"{name}: {rest[name]}"), "dim" if name in _BOOKKEEPING else ""))
    return Text("\n").join(lines)


def _text(stored: StoredDocument) -> Text:
    return heading("Text") + marked(stored.extracted_text, stored.cuts, lambda cut: removed)


def _cuts(stored: StoredDocument) -> Text:
    if not stored.cuts:
        return Text("Nothing was cut.")
    lines = [
        Text.assemble(
            f"{cut.start}–{cut.stop}  ",
            (cut.kind, COLOURS.get(cut.kind, "")),
            visible(f"  {cut.rule}  {cut.reason}"),
        )
        for cut in stored.cuts
    ]
    return heading(f"Cuts ({len(lines)})") + Text("\n").join(lines)


def _records(title: str, records: Iterable[dict[str, Any]]) -> Text:
    lines = [_record(record) for record in records]
    return heading(f"{title} ({len(lines)})") + Text("\n").join(lines) if lines else Text()


def _record(record: dict[str, Any]) -> Text:
    known = {name: value for name, value in record.items() if value not in (None, "", [])}
    span = f"{known.pop('start')}–{known.pop('stop')}  " if "start" in known and "stop" in known else ""
    return Text(visible(span + "  ".join(f"{name}: {value}" for name, value in known.items())))


def _left_out(stored: StoredDocument) -> Text:
    lines = [
        Text.assemble(
            (piece["kind"], COLOURS.get(piece["kind"], "")),
            visible(f"  {piece['rule']}  {piece['reason']}  “{shortened(piece['text'])}”"),
        )
        for piece in stored.left_out
    ]
    return heading(f"Left out of the page ({len(lines)})") + Text("\n").join(lines) if lines else Text()


def _copies(stored: StoredDocument) -> Text:
    group = stored.group
    if group["size"] == 1:
        return Text("No other document is a copy of it.")
    role = "stands for" if group["is_canonical"] else "is one of"
    return heading("Copies") + Text(
        f"It {role} {group['size']} copies. canonical_doc_id: {group['canonical_doc_id']}"
        f" ({group['why_canonical']})"
    )
