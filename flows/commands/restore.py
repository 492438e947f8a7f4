"""`copydesk restore`: the text as it would be without a rule, or without any cut."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option
from ingest.errors import UsageError


@click.command()
@click.option("--rule", metavar="RULE", help="Show the documents that this rule cut, without its cuts.")
@click.option("--doc", "document", metavar="DOC", help="Show this document without any cut.")
@warehouse_option
def restore(rule: str | None, document: str | None, warehouse: str | None) -> None:
    """Show texts as they would be without a rule, or without any cut. Nothing is changed.

    With --rule, what the rule took out stands in its place as [+kind: text+] (coloured on a terminal).
    With --doc, the text before cleaning comes out exactly as it is stored.
    """
    from flows.restoration import restored
    from flows.screen import write, write_exactly
    from warehouse.files import locate
    from warehouse.reader import open_reader

    if (rule is None) == (document is None):
        raise UsageError("Give either --rule RULE or --doc DOC.")
    with open_reader(locate(warehouse)) as reader:
        if document is not None:
            write_exactly(reader.document(reader.resolve(document)).extracted_text)
            return
        touched = reader.touched_by(str(rule))
    for stored in touched:
        write(restored(stored, str(rule)))
