"""`copydesk show`: one document, with what was cut from it visible in place."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option
from ingest.errors import UsageError


@click.command()
@click.argument("document", metavar="DOC")
@click.option("--html", is_flag=True, help="Write a page for a browser, which needs no network.")
@click.option("--output", metavar="FILE", help="Where the page goes; otherwise to standard output.")
@warehouse_option
def show(document: str, html: bool, output: str | None, warehouse: str | None) -> None:
    """Show one document: fields, text, what was cut and why.

    DOC is a doc_id, the beginning of one, or a source_uri. Cuts stand in their places: struck through
    on a terminal and in the page, as [-kind: text-] in a pipe.
    """
    from flows.page import page
    from flows.portrait import portrait
    from flows.screen import write, write_exactly, write_file
    from warehouse.files import locate
    from warehouse.reader import open_reader

    if output is not None and not html:
        raise UsageError("Only the page goes to a file: give --html with --output FILE.")
    files = locate(warehouse)
    with open_reader(files) as reader:
        stored = reader.document(reader.resolve(document))
    if output is not None:
        write_file(page(stored), output, files)
    elif html:
        write_exactly(page(stored))
    else:
        write(portrait(stored))
