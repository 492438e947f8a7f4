"""A document as it would be without one rule."""

from __future__ import annotations

from rich.text import Text

from flows.marks import marked, put_back
from flows.screen import visible
from warehouse.stored import StoredDocument


def restored(stored: StoredDocument, rule: str) -> Text:
    """Return a document's text with the cuts of `rule` put back and all others made."""
    text = marked(stored.extracted_text, stored.cuts, lambda cut: put_back if cut.rule == rule else None)
    title = f"{stored.doc_id}  {stored.fields['source_uri']}"
    return Text.assemble((visible(title), "bold"), "\n", text, "\n")
