"""`copydesk ingest`: articles in, the warehouse out, with a summary at the end."""

from __future__ import annotations

from pathlib import Path

import click

from flows.choices import BATCH_SIZE, FORMATS, MOST_IN_BATCH
from flows.commands.options import warehouse_option
from ingest.identity import DEFAULT_SOURCE


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@warehouse_option
@click.option("--source", default=DEFAULT_SOURCE, show_default=True, help="Name of the collection.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="auto",
    show_default=True,
    help="How to read the files.",
)
@click.option(
    "--batch-size",
    type=click.IntRange(1, MOST_IN_BATCH),
    default=BATCH_SIZE,
    show_default=True,
    help="Documents in one transaction.",
)
def ingest(paths: tuple[str, ...], warehouse: str | None, source: str, form: str, batch_size: int) -> None:
    """Clean articles and load them into the warehouse.

    PATH is a file, a folder (with everything below it), a pattern such as "news/**/*.jsonl", or - for
    standard input. Files are .txt, .html and .jsonl, the last also compressed as .gz or .zst.
    """
    from flows.pipeline import Request, run
    from flows.progress import progress
    from flows.summary import summary
    from warehouse.files import locate
    from warehouse.reader import open_reader

    files = locate(warehouse)
    request = Request(paths, source, form, batch_size)
    with progress(paths) as bar:
        done = run(request, files, clean=bar.clean, on_wait=bar.say, on_batch=bar.loaded)
    with open_reader(files) as reader:
        found = reader.found(done.run_id)
    click.echo(summary(done, found, _shown(files.published)))


def _shown(path: Path) -> str:
    """The shorter way to name `path`: from the current folder where it lies below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
