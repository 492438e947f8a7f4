"""`copydesk thresholds`: from which scores on two documents are copies."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option
from ingest.errors import UsageError


@click.command()
@click.option("--source", help="The collection whose own thresholds are meant, instead of those of all.")
@click.option("--near", type=float, metavar="SCORE", help="Jaccard from which a pair is a near-duplicate.")
@click.option("--contains", type=float, metavar="SCORE", help="Containment from which one is in the other.")
@click.option("--reset", is_flag=True, help="Back to the usual ones; with --source, to those of all.")
@warehouse_option
def thresholds(
    source: str | None, near: float | None, contains: float | None, reset: bool, warehouse: str | None
) -> None:
    """Say from which scores on documents are copies, or set that, for all or for one --source.

    SCORE is from 0.5 (near) or 0.6 (contains) to 1. It is kept in the warehouse and holds for every later
    run; relations and groups follow at once. Between two sources the higher threshold holds.
    """
    from flows.thresholds import listed, set_thresholds
    from warehouse.files import locate
    from warehouse.reader import open_reader
    from warehouse.thresholds import Choice

    files, choice = locate(warehouse), Choice(near, contains)
    if reset and choice != Choice():
        raise UsageError("--reset goes back to the usual thresholds; leave out --near and --contains.")
    if not reset and choice == Choice():
        with open_reader(files) as reader:
            click.echo(listed(reader.thresholds(), source))
        return
    told = set_thresholds(source, None if reset else choice, files, on_wait=lambda t: click.echo(t, err=True))
    click.echo(told)
