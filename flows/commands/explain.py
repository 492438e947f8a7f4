"""`copydesk explain`: why two documents are, or are not, related."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option
from ingest.errors import UsageError


@click.command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A page to read, or JSON with every number and offset.",
)
@click.option("--html", is_flag=True, help="Write a page for a browser, which needs no network.")
@click.option("--output", metavar="FILE", help="Where that page goes; otherwise to standard output.")
@warehouse_option
def explain(
    first: str, second: str, form: str, html: bool, output: str | None, warehouse: str | None
) -> None:
    """Say why two documents are related, or why not, with both texts side by side.

    DOC is a doc_id, the beginning of one, or a source_uri. Of long texts the terminal shows what differs
    and a little around it; --html and --format json leave nothing out.
    """
    from flows.comparison.page import comparison_page
    from flows.comparison.record import as_json
    from flows.comparison.screen import comparison
    from flows.screen import write, write_exactly, write_file
    from warehouse.files import locate
    from warehouse.reader import open_reader

    if output is not None and not html:
        raise UsageError("Only the page goes to a file: give --html with --output FILE.")
    if html and form == "json":
        raise UsageError("A page is no JSON: give either --html or --format json.")
    files = locate(warehouse)
    with open_reader(files) as reader:
        explanation = reader.explain(reader.resolve(first), reader.resolve(second))
    if output is not None:
        write_file(comparison_page(explanation), output, files)
    elif html:
        write_exactly(comparison_page(explanation))
    elif form == "json":
        write_exactly(as_json(explanation))
    else:
        write(*comparison(explanation))
