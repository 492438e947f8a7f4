"""`copydesk status`: what the warehouse holds and what the last runs did."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@warehouse_option
def status(warehouse: str | None) -> None:
    """Show counts, the last runs, rejects and sizes.

    It reads the published file, so it works while a run is going on.
    """
    from flows.overview import overview
    from warehouse.files import locate
    from warehouse.reader import open_reader

    files = locate(warehouse)
    if not files.published.exists():
        click.echo(f"There is no warehouse at {files.published} yet. `copydesk ingest PATH` makes it.")
        return
    with open_reader(files) as reader:
        click.echo(overview(reader.status(), files.published))
