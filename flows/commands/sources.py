"""`copydesk sources`: what the configuration says, what it would bring, and running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flows.commands.options import rows_format_option, sources_option, warehouse_option
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.configured import ConfiguredSource


@click.group()
def sources() -> None:
    """Sources by configuration: list them, check them, run them.

    A source is a table in sources.toml: name, kind, location, mapping, schedule, licence.
    """


@sources.command("list")
@sources_option
@warehouse_option
@rows_format_option("How to print the sources.")
def list_sources(file: str | None, warehouse: str | None, form: str) -> None:
    """List the sources with what is stored of each."""
    from flows.sources import listing
    from flows.tables import write
    from warehouse.files import locate
    from warehouse.reader import open_reader_or_nothing

    configured = _read(file)
    with open_reader_or_nothing(locate(warehouse)) as reader:
        result = listing(configured, reader.collections())
    write(result, form)


@sources.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@sources_option
@warehouse_option
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], file: str | None, warehouse: str | None) -> None:
    """Read three inputs of each source and show what would be stored, writing nothing.

    Exit code 1 where a source brings nothing, or nothing but rejects.
    """
    from flows.sources import chosen, report, sample
    from warehouse.files import locate
    from warehouse.reader import open_reader_or_nothing

    files, good = locate(warehouse), True
    with open_reader_or_nothing(files) as reader:
        for source in chosen(_read(file), names):
            found = sample(source, files, reader)
            click.echo(report(found))
            good = good and found.is_good
    if not good:
        context.exit(1)


@sources.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--all", "everything", is_flag=True, help="Every source, in the order of the configuration.")
@click.option(
    "--due", "only_due", is_flag=True, help="Every source whose schedule came true since its last run."
)
@sources_option
@warehouse_option
@click.pass_context
def run(
    context: click.Context,
    names: tuple[str, ...],
    everything: bool,
    only_due: bool,
    file: str | None,
    warehouse: str | None,
) -> None:
    """Ingest what the named sources bring, each in a run of its own.

    A source that fails does not keep the others from running; the exit code is 1 then.
    """
    from datetime import UTC, datetime

    from flows.sources import chosen, due
    from warehouse.files import locate
    from warehouse.reader import open_reader_or_nothing

    if (bool(names), everything, only_due).count(True) != 1:
        raise UsageError("Name sources, or give --all or --due.")
    configured, files = _read(file), locate(warehouse)
    wanted = chosen(configured, names)
    if only_due:
        with open_reader_or_nothing(files) as reader:
            wanted = due(configured, reader.collections(), datetime.now(UTC))
        if not wanted:
            click.echo("No source is due.")
    ran = [_ran(source, configured, warehouse) for source in wanted]
    if not all(ran):
        context.exit(1)


def _ran(source: ConfiguredSource, configured: list[ConfiguredSource], warehouse: str | None) -> bool:
    """Run one source and say what came of it; return whether it could be run."""
    from flows.failure import code_and_sentence
    from flows.sources import run as run_source
    from flows.summary import summary
    from warehouse.errors import WarehouseError
    from warehouse.files import locate
    from warehouse.reader import open_reader

    files = locate(warehouse)
    try:
        done = run_source(source, configured, files, on_wait=lambda told: click.echo(told, err=True))
    except (UsageError, WarehouseError, OSError) as error:
        told = source.hidden(code_and_sentence(error)[1])
        click.echo(f"copydesk: {source.name}: {told}", err=True)
        return False
    with open_reader(files) as reader:
        found = reader.found(done.run_id)
    click.echo(f"{source.name}: {summary(done, found, str(files.published))}")
    return True


def _read(file: str | None) -> list[ConfiguredSource]:
    from ingest.configured import read
    from ingest.configured.file import locate

    return read(locate(file))
