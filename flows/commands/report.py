"""`copydesk report`: the account of a run in Markdown, or what the warehouse holds as a page to look at."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from flows.commands.options import warehouse_option


@click.command()
@click.option("--html", "page", metavar="FILE", help="Write a page for a browser instead; - prints it.")
@click.option(
    "--since",
    type=click.DateTime(("%Y-%m-%d", "%Y-%m-%dT%H:%M")),
    help="With --html, only what was published on this day (UTC) or later, what has no date by when it was "
    "first seen.",
)
@click.option(
    "--run", "run_id", metavar="ID", help="A run_id or a unique prefix of one.  [default: the latest]"
)
@click.option("--chart", metavar="FILE", help="Also write the chart of the run, as SVG.")
@warehouse_option
def report(
    page: str | None, since: datetime | None, run_id: str | None, chart: str | None, warehouse: str | None
) -> None:
    """Print what a run did, in Markdown: numbers, cuts, copies, proposed rules and rejects.

    It comes from the warehouse alone. Numbers are those of the run; documents that a later run changed
    count there.

    With --html, write one page about everything instead, which needs no network: documents and copies over
    time, who copies whom, who is first, cuts by kind and outlet, sizes of groups, rejects. A click on a
    group shows its timeline and two of its texts side by side.
    """
    if page is None and since:
        raise click.UsageError("--since belongs to --html; a run is named with --run.")
    if page is not None and (run_id or chart):
        raise click.UsageError("--run and --chart belong to the account of a run, not to --html.")
    if page is None:
        _account(run_id, chart, warehouse)
    else:
        _page(page, since, warehouse)


def _account(run_id: str | None, chart: str | None, warehouse: str | None) -> None:
    from flows.account import markdown, numbers, of_run
    from flows.chart import bars
    from flows.screen import visible, write_file
    from warehouse.files import locate
    from warehouse.reader import open_reader

    files = locate(warehouse)
    with open_reader(files) as reader:
        account = of_run(reader, run_id)
    if chart:
        write_file(bars(numbers(account)), chart, files)
    click.echo(visible(markdown(account)))


def _page(output: str, since: datetime | None, warehouse: str | None) -> None:
    from flows.report.page import GROUPS, LONGEST, MEMBERS, page
    from flows.screen import write_exactly, write_file
    from warehouse.files import locate
    from warehouse.reader import open_reader

    begin, files = since.replace(tzinfo=UTC) if since else None, locate(warehouse)
    with open_reader(files) as reader:
        counted = reader.digest(begin, GROUPS, MEMBERS, LONGEST)
    made = page(counted, begin)
    if output == "-":
        write_exactly(made)
    else:
        write_file(made, output, files)
        click.echo(f"Wrote {output}.")
