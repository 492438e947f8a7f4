"""`copydesk link`, `unlink` and `verdicts`: what an analyst says of two documents, whatever texts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flows.commands.options import rows_format_option, warehouse_option

if TYPE_CHECKING:
    from warehouse.verdicts import Level, Word

_LEVELS = click.Choice(("copy", "story"))
note_option = click.option("--note", metavar="TEXT", help="Why, for whoever reads it later.")


@click.command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@click.option(
    "--as", "level", type=_LEVELS, default="copy", show_default=True, help="What they are together in."
)
@note_option
@warehouse_option
def link(first: str, second: str, level: Level, note: str | None, warehouse: str | None) -> None:
    """Say that two documents are copies, or with --as story that they report the same event.

    DOC is a doc_id, the beginning of one, or a source_uri. Linked copies are always in one group, and each
    brings its own copies along; with --as story they are always in one story. The verdict holds in every
    later run and whatever the texts become, until `copydesk verdicts withdraw`.
    """
    _judge((first, second), "linked", note, warehouse, level)


@click.command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@click.option(
    "--as",
    "level",
    type=_LEVELS,
    help="What they are kept out of: one group of copies, or one story too. Otherwise the closest that "
    "they are together in now; copy where they are in none.",
)
@note_option
@warehouse_option
def unlink(first: str, second: str, level: Level | None, note: str | None, warehouse: str | None) -> None:
    """Say that two documents are no copies, or that they do not report the same event.

    DOC is a doc_id, the beginning of one, or a source_uri. Of two documents that are no copies the better
    one by the canonical policy stays with the copies of both. What is kept out of one story is no copy
    either. The verdict holds until `copydesk verdicts withdraw`.
    """
    _judge((first, second), "unlinked", note, warehouse, level)


@click.group(invoke_without_command=True)
@warehouse_option
@rows_format_option("How to print them; csv and json can be loaded again.")
@click.pass_context
def verdicts(context: click.Context, warehouse: str | None, form: str) -> None:
    """List what analysts said with `copydesk link` and `unlink`."""
    context.obj = warehouse
    if context.invoked_subcommand is not None:
        return
    from flows.tables import write
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        result = reader.verdicts()
    write(result, form)


@verdicts.command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@warehouse_option
@click.pass_context
def withdraw(context: click.Context, first: str, second: str, warehouse: str | None) -> None:
    """Take back the verdict on two documents: their texts decide again."""
    _judge((first, second), None, None, warehouse or context.obj)


@verdicts.command()
@click.argument("path", metavar="FILE")
@warehouse_option
@click.pass_context
def load(context: click.Context, path: str, warehouse: str | None) -> None:
    """Record the verdicts of a file that `copydesk verdicts --format csv` (or json) wrote.

    Documents may be unknown yet: what is said of them holds as soon as they come. So verdicts outlive
    a warehouse that is made anew.
    """
    from flows.verdicts import take_in
    from warehouse.files import locate

    files = locate(warehouse or context.obj)
    click.echo(take_in(path, files, on_wait=lambda told: click.echo(told, err=True)))


def _judge(
    names: tuple[str, str],
    word: Word | None,
    note: str | None,
    warehouse: str | None,
    level: Level | None = None,
) -> None:
    from flows.verdicts import judge
    from warehouse.files import locate

    def on_wait(told: str) -> None:
        click.echo(told, err=True)

    click.echo(judge(names, word, level, note, locate(warehouse), on_wait=on_wait))
