"""`copydesk export`: documents as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import warehouse_option
from warehouse.zeros import fill_gaps_with_zeros


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(("parquet", "jsonl", "csv", "duckdb")),
    default="parquet",
    show_default=True,
    help="Files by month, or one DuckDB file that programs of last year open.",
)
@click.option("--where", metavar="SQL", help="A condition on documents, such as \"site = 'herald.example'\".")
@click.option("--only-canonical", is_flag=True, help="Of copies, only the one that stands for its group.")
@warehouse_option
def export(folder: Path, form: str, where: str | None, only_canonical: bool, warehouse: str | None) -> None:
    """Write documents, cuts, posts, notices and relations into the new folder DIR.

    With them come manifest.json and a data card, README.md. The same documents give the same files. DIR
    appears when it is complete.
    """
    fill_gaps_with_zeros()
    from flows.screen import visible
    from flows.summary import count
    from warehouse.export import Request
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        manifest = reader.export(Request(form, where, only_canonical), folder)
    documents = count(manifest["tables"]["documents"]["rows"], "document")
    files = count(len(manifest["files"]), "file")
    click.echo(visible(f"Exported {documents} in {files} to {folder}. README.md there says what it is."))
