"""`copydesk rebuild`: matching and grouping all over again, from the stored texts."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@warehouse_option
def rebuild(warehouse: str | None) -> None:
    """Make keys, relations and groups anew from the stored texts.

    The result is the same, whatever the order in which the texts came; this is for doubts about a file.
    What another copydesk has matched by other rules is made anew without being asked, by the next run.
    After a kill the next run, of whatever command, completes it.
    """
    from flows.rebuild import rebuild as run
    from flows.rebuild import shown
    from warehouse.files import locate

    with shown() as on_step:
        told = run(locate(warehouse), on_wait=lambda told: click.echo(told, err=True), on_step=on_step)
    click.echo(told)
