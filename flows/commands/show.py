"""`copydesk show`: one document, with what was cut from it visible in place."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("document", metavar="DOC")
@warehouse_option
def show(document: str, warehouse: str | None) -> None:
    """Show one document: fields, text, what was cut and why.

    DOC is a doc_id, the beginning of one, or a source_uri. Cuts stand in their places: struck through
    on a terminal, as [-kind: text-] in a pipe.
    """
    from flows.portrait import portrait
    from flows.screen import write
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        stored = reader.document(reader.resolve(document))
    write(portrait(stored))
