"""`copydesk diff`: what changed in one document from version to version."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("document", metavar="DOC")
@click.option("--revision", type=click.IntRange(1), metavar="N", help="Only what this revision changed.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A page to read, or JSON with the whole texts.",
)
@warehouse_option
def diff(document: str, revision: int | None, form: str, warehouse: str | None) -> None:
    """Show what changed in a document, word by word, from each version to the next.

    DOC is a doc_id, the beginning of one, or a source_uri. What went is struck through and what came is
    underlined on a terminal, [-went-]{+came+} in a pipe; what is far from any change is left out.
    """
    from flows.revisions import as_json, as_text, chosen
    from flows.screen import write, write_exactly
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        doc_id = reader.resolve(document)
        revisions = reader.revisions(doc_id)
    pairs = chosen(revisions, revision)
    if form == "json":
        write_exactly(as_json(pairs))
    else:
        write(as_text(pairs, len(revisions), document))
