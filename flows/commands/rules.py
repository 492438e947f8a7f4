"""`copydesk rules`: what cuts, what was learned, and what people decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flows.commands.options import rows_format_option, warehouse_option
from ingest.errors import UsageError

if TYPE_CHECKING:
    from warehouse.decide import State


@click.group(invoke_without_command=True)
@warehouse_option
@click.option(
    "--state",
    type=click.Choice(("proposed", "approved", "rejected", "built-in")),
    help="Only rules in this state.",
)
@rows_format_option("How to print the rules.")
@click.pass_context
def rules(context: click.Context, warehouse: str | None, state: str | None, form: str) -> None:
    """List rules with how many documents each touches, and an example.

    A line that many different articles of a site share is proposed as a rule. It cuts nothing until it
    is approved; `copydesk reclean` then carries it out on what was loaded before.
    """
    context.obj = warehouse
    if context.invoked_subcommand is not None:
        return
    from flows.rules import listing
    from flows.tables import write
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        result = listing(reader.rules(), state, whole=form != "table")
    write(result, form)


@rules.command()
@click.argument("names", nargs=-1, metavar="[RULE]...")
@click.option("--proposed", is_flag=True, help="Every rule that is proposed.")
@warehouse_option
@click.pass_context
def approve(context: click.Context, names: tuple[str, ...], proposed: bool, warehouse: str | None) -> None:
    """Let learned rules cut, from the next document on. A name may be shortened."""
    _decide(names, proposed, warehouse or context.obj, "approved")


@rules.command()
@click.argument("names", nargs=-1, metavar="[RULE]...")
@click.option("--proposed", is_flag=True, help="Every rule that is proposed.")
@warehouse_option
@click.pass_context
def reject(context: click.Context, names: tuple[str, ...], proposed: bool, warehouse: str | None) -> None:
    """Keep learned rules from cutting, and from being proposed again. A name may be shortened."""
    _decide(names, proposed, warehouse or context.obj, "rejected")


def _decide(names: tuple[str, ...], proposed: bool, warehouse: str | None, state: State) -> None:
    from flows.rules import decide
    from warehouse.files import locate

    if bool(names) == proposed:
        raise UsageError("Name rules, or give --proposed for all that wait for a decision.")
    click.echo(decide(names, state, locate(warehouse), on_wait=lambda told: click.echo(told, err=True)))
