"""`copydesk report`: the account of a run, as its page in Prefect shows it."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.option(
    "--run", "run_id", metavar="ID", help="A run_id or a unique prefix of one.  [default: the latest]"
)
@click.option("--chart", metavar="FILE", help="Also write the chart of the run, as SVG.")
@warehouse_option
def report(run_id: str | None, chart: str | None, warehouse: str | None) -> None:
    """Print what a run did, in Markdown: numbers, cuts, copies, proposed rules and rejects.

    It comes from the warehouse alone. Numbers are those of the run; documents that a later run changed
    count there.
    """
    from flows.account import markdown, numbers, of_run
    from flows.chart import bars
    from flows.screen import visible, write_file
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        account = of_run(reader, run_id)
    if chart:
        write_file(bars(numbers(account)), chart)
    click.echo(visible(markdown(account)))
