"""`copydesk ingest`: articles in, the warehouse out, with a summary at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.choices import BATCH_SIZE, FORMATS, MOST_IN_BATCH
from flows.commands.options import warehouse_option
from ingest.errors import UsageError
from ingest.identity import DEFAULT_SOURCE

if TYPE_CHECKING:
    from flows.pipeline import Request
    from warehouse.files import Files


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
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN,…",
    help="Which column of a table or record holds which field, such as text=body,published_at=date.",
)
@click.option(
    "--batch-size",
    type=click.IntRange(1, MOST_IN_BATCH),
    default=BATCH_SIZE,
    show_default=True,
    help="Documents in one transaction.",
)
@click.option(
    "--canonical",
    metavar="POLICY",
    help="Which copy stands for a group from now on: earliest, longest or prefer:SITE,SITE,…",
)
@click.option(
    "--near",
    type=float,
    metavar="SCORE",
    help="Jaccard from which a pair of this source is a near-duplicate.",
)
@click.option(
    "--contains", type=float, metavar="SCORE", help="Containment from which one of this source is in another."
)
@click.option(
    "--contact",
    envvar="COPYDESK_CONTACT",
    default="",
    metavar="ADDRESS",
    help="Web or mail address of yours, told to the servers that are read.  [env: COPYDESK_CONTACT]",
)
@click.option(
    "--delay",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds from one request to a web host to the next, unless its robots.txt asks for more.",
)
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    help="Host that may be read although it stands in a private or local network.",
)
@click.option(
    "--settle",
    type=click.FloatRange(min=0),
    default=0,
    metavar="SECONDS",
    help="Leave files for the next time that are being written: changed so many seconds ago or less, or "
    "since the run began, or with a name such as story.html.part.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be new, changed, rejected or a copy.")
@click.option(
    "--report",
    type=click.Choice(("text", "table", "csv", "json")),
    help="How --dry-run says it; all but text list every input.  [default: text]",
)
def ingest(
    paths: tuple[str, ...],
    warehouse: str | None,
    source: str,
    form: str,
    mapping: tuple[str, ...],
    batch_size: int,
    canonical: str | None,
    near: float | None,
    contains: float | None,
    contact: str,
    delay: float,
    allow_host: tuple[str, ...],
    settle: float,
    dry_run: bool,
    report: str | None,
) -> None:
    """Clean articles and load them into the warehouse.

    PATH is a file, a folder (with everything below it), a pattern such as "news/**/*.jsonl", the address of
    one of these such as s3://bucket/news, the http or https address of a page, a feed, a sitemap or a file,
    or - for standard input. Files are .txt, .html, .md, .jsonl, .json, .csv, .tsv, .parquet, .eml, .mbox,
    .mhtml and .warc, also compressed (.gz, .zst, .bz2, .xz) or in .zip and .tar archives; feeds (.rss, .atom,
    .xml), sitemaps (.xml) and lists of addresses (.urls), of which the pages are fetched.

    What --canonical, --near and --contains set holds for later runs too; `copydesk thresholds` says what
    does.
    """
    from flows.pipeline import Request
    from ingest.columns import parse_map
    from ingest.fetch import Manners
    from warehouse.files import locate

    if report is not None and not dry_run:
        raise UsageError("There is a report only of a dry run: give --dry-run with --report.")
    request = Request(
        paths,
        source,
        form,
        batch_size,
        canonical,
        parse_map(mapping),
        near,
        contains,
        manners=Manners(contact, allow_host, delay),
        settle=settle,
    )
    if dry_run:
        _foresee(request, locate(warehouse), report or "text")
    else:
        _load(request, locate(warehouse))


def _load(request: Request, files: Files) -> None:
    from flows.pipeline import run
    from flows.progress import progress
    from flows.summary import summary
    from warehouse.reader import open_reader

    with progress(request.paths) as bar:
        done = run(request, files, clean=bar.clean, on_wait=bar.say, on_batch=bar.loaded)
    with open_reader(files) as reader:
        found = reader.found(done.run_id)
    click.echo(summary(done, found, _shown(files.published)))


def _foresee(request: Request, files: Files, form: str) -> None:
    from flows import trial
    from flows.progress import progress
    from flows.tables import write

    with progress(request.paths) as bar:
        foreseen = trial.foresee(request, files, clean=bar.clean, on_batch=bar.loaded)
    if form == "text":
        click.echo(trial.report(foreseen))
    else:
        write(trial.rows(foreseen), form)


def _shown(path: Path) -> str:
    """The shorter way to name `path`: from the current folder where it lies below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
