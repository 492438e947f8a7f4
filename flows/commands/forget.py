"""`copydesk forget`: takes documents down for good."""

from __future__ import annotations

import sys

import click

from flows.commands.options import warehouse_option
from ingest.errors import UsageError


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOC...]")
@click.option("--site", metavar="SITE", help="All documents of this site.")
@click.option("--where", metavar="SQL", help="All documents for which this holds; columns of `documents`.")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept with the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@warehouse_option
def forget(
    documents: tuple[str, ...],
    site: str | None,
    where: str | None,
    reason: str,
    yes: bool,
    warehouse: str | None,
) -> None:
    """Delete documents with all that is known of them, and refuse them when they come again.

    Texts, raw bytes, cuts, evidence and rejects go; groups are formed anew, and both files are written
    anew, so that no deleted byte is left in them. A tombstone keeps the id, the reason and the hash of the
    bytes. DOC is a doc_id, the beginning of one, or a source_uri.
    """
    from flows.forget import Asked, preview
    from flows.forget import forget as run
    from warehouse.files import locate

    asked, files = Asked(documents, site, where), locate(warehouse)
    if not yes:
        told = preview(asked, files)
        if told:
            click.echo(told)
            if not sys.stdin.isatty():
                raise UsageError("Nobody is there to ask: give --yes to go ahead.")
            click.confirm("This cannot be undone. Go ahead?", abort=True)
    click.echo(run(asked, reason, files, on_wait=lambda told: click.echo(told, err=True)))
