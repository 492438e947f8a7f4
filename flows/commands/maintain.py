"""`copydesk maintain`: retention by rule, and a file without gaps."""

from __future__ import annotations

import click

from flows.choices import MOST_DAYS
from flows.commands.options import warehouse_option


@click.command()
@click.option(
    "--keep-raw", type=click.IntRange(0, MOST_DAYS), metavar="DAYS", help="Drop raw bytes that are older."
)
@click.option(
    "--keep-rejects", type=click.IntRange(0, MOST_DAYS), metavar="DAYS", help="Drop rejects that are older."
)
@click.option("--compact", is_flag=True, help="Write the file anew, without the gaps of what was deleted.")
@warehouse_option
def maintain(keep_raw: int | None, keep_rejects: int | None, compact: bool, warehouse: str | None) -> None:
    """Drop what is to be kept for a time only, and put the files in order.

    Age counts from when a version was first seen, a reject first met. Texts, cuts and versions stay;
    documents without raw bytes cannot be cleaned again. Without an option it only completes what a
    stopped run left undone.
    """
    from flows.upkeep import Upkeep, report
    from flows.upkeep import maintain as run
    from warehouse.files import locate

    asked = Upkeep(keep_raw, keep_rejects, compact)
    click.echo(report(run(asked, locate(warehouse), on_wait=lambda told: click.echo(told, err=True))))
