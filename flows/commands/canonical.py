"""`copydesk canonical`: which document stands for a group of copies."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("policy", required=False)
@warehouse_option
def canonical(policy: str | None, warehouse: str | None) -> None:
    """Say by which policy the canonical document of a group is chosen, or choose another POLICY.

    POLICY is earliest (published first), longest, or prefer: with sites and collections in order, such
    as prefer:wire.example,herald.example. It is kept in the warehouse, holds for every later run, and
    all groups are formed by it at once.
    """
    from flows.canonical import choose
    from warehouse.files import locate
    from warehouse.reader import open_reader

    files = locate(warehouse)
    if policy is None:
        with open_reader(files) as reader:
            click.echo(reader.policy())
        return
    click.echo(choose(policy, files, on_wait=lambda told: click.echo(told, err=True)))
