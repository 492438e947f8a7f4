"""`copydesk rejects` and `copydesk replay`: what was set aside, and another try."""

from __future__ import annotations

import os

import click

from flows.commands.options import rows_format_option, sources_option, warehouse_option

_code_option = click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Only these, such as malformed. Can be repeated.",
)


@click.command()
@_code_option
@click.option("--source", help="Only those of this collection.")
@click.option("--all", "closed", is_flag=True, help="Also those that were read after all.")
@warehouse_option
@rows_format_option("How to print the rejects.")
def rejects(
    codes: tuple[str, ...], source: str | None, closed: bool, warehouse: str | None, form: str
) -> None:
    """List the inputs that were set aside, with the reasons.

    `kept` says whether their bytes are stored, so that `copydesk replay` can take them again.
    """
    from flows.tables import write
    from warehouse.files import locate
    from warehouse.reader import open_reader
    from warehouse.rejects import Wanted

    with open_reader(locate(warehouse)) as reader:
        result = reader.rejected(Wanted(codes, source, closed))
    write(result, form)


@click.command()
@_code_option
@click.option("--source", help="Only those of this collection.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN,…",
    help="Another mapping of columns, for tables and records that were set aside for want of one.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would become of them.")
@sources_option
@warehouse_option
def replay(
    codes: tuple[str, ...],
    source: str | None,
    mapping: tuple[str, ...],
    dry_run: bool,
    file: str | None,
    warehouse: str | None,
) -> None:
    """Take rejects again, after a fix.

    They are read from their bytes where these were kept, else from their files, where these are known by
    an absolute path or by sources.toml. What is set aside again stays a reject, with the reason of now.
    """
    from flows.replay import Replaying, preview, report
    from flows.replay import replay as run
    from ingest.columns import parse_map
    from ingest.configured import read
    from ingest.configured.file import locate as locate_sources
    from warehouse.files import locate
    from warehouse.reader import open_reader

    asked, files = Replaying(codes, source, parse_map(mapping)), locate(warehouse)
    configuration = locate_sources(file)
    configured = read(configuration) if file or os.path.exists(configuration) else []
    if dry_run:
        with open_reader(files) as reader:
            done = preview(asked, files, reader, configured=configured)
    else:
        done = run(asked, files, configured=configured, on_wait=lambda told: click.echo(told, err=True))
    click.echo(report(done))
