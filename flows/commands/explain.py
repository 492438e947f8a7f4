"""`copydesk explain`: why two documents are, or are not, related."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@warehouse_option
def explain(first: str, second: str, warehouse: str | None) -> None:
    """Say why two documents are related, or why not: scores and shared passages.

    DOC is a doc_id, the beginning of one, or a source_uri.
    """
    from flows.comparison import comparison
    from flows.screen import write
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        explanation = reader.explain(reader.resolve(first), reader.resolve(second))
    write(*comparison(explanation))
