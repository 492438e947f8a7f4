"""The Prefect flow `ingest`: the same pipeline as the command, as a run with tasks and artifacts.

Its entry point is the module form `flows.ingest.ingest`: the file form would put this folder first
on the import path, where this module would hide the package `ingest`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed
from prefect.utilities.annotations import quote
from pydantic import Field

from flows import pipeline
from flows.account import of_run
from flows.artifacts import publish_artifacts
from flows.choices import BATCH_SIZE, FORMATS, MOST_IN_BATCH, Format
from flows.cluster import cluster
from flows.ending import failed
from flows.journal import Journal
from flows.names import INGEST
from flows.pipeline import Arrivals, Request
from flows.showing import showing
from flows.summary import outcome, published
from ingest.columns import parse_map
from ingest.configured import ConfiguredSource
from ingest.credentials import without_credentials
from ingest.errors import UsageError
from ingest.fetch import Manners
from ingest.fetch.addresses import is_web
from ingest.fingerprint.thresholds import HIGHEST
from ingest.identity import DEFAULT_SOURCE
from ingest.sources import plan
from ingest.sources.reading.paths import STDIN
from ingest.sources.reading.remote import is_remote, local_path
from warehouse.batch import Batch
from warehouse.errors import may_heal
from warehouse.files import Files, locate
from warehouse.reader import open_reader
from warehouse.runs import Counts
from warehouse.writer import Writer

# It warns of every page without a text; that is a reject of ours, with a reason.
logging.getLogger("trafilatura").setLevel(logging.ERROR)

T = TypeVar("T")

_RETRIES, _PAUSES = 2, [1.0, 10.0]


def _heals(task: Any, run: Any, state: State) -> bool:
    error = state.result(raise_on_failure=False)
    return isinstance(error, Exception) and may_heal(error)


# What goes in and out of a task is large and lives in this process: nothing of it is kept or compared.
@task(task_run_name="clean batch {number}", cache_policy=NO_CACHE, persist_result=False)
def clean(number: int, arrivals: Arrivals) -> Batch:
    """Extract, clean and fingerprint one batch."""
    return pipeline.clean_batch(arrivals)


@task(
    task_run_name="load batch {number}",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=_RETRIES,
    retry_delay_seconds=_PAUSES,
    retry_condition_fn=_heals,
)
def load(number: int, writer: Writer, batch: Batch) -> Counts:
    """Load one batch in one transaction; tried again where the disk failed, since that may heal."""
    return pipeline.load_batch(writer, batch)


# The sentences of `_check` are for people; the server enforces the form's limits besides.
@flow(name=INGEST, validate_parameters=False, persist_result=False)
def ingest(
    path: Annotated[str, Field(min_length=1)],
    source: Annotated[str, Field(min_length=1)] = DEFAULT_SOURCE,
    format: Format = "auto",
    mapping: str = "",
    # A number or nothing would be a switch between two fields.
    near: Annotated[float, Field(ge=0, le=HIGHEST)] = 0,
    contains: Annotated[float, Field(ge=0, le=HIGHEST)] = 0,
    canonical: str = "",
    settle: Annotated[float, Field(ge=0)] = 0,
    create_folder: bool = False,
    contact: str = "",
    delay: Annotated[float, Field(ge=0, le=60)] = 1.0,
    allow_hosts: str = "",
    batch_size: Annotated[int, Field(ge=1, le=MOST_IN_BATCH)] = BATCH_SIZE,
    warehouse: str = "",
) -> State[Any]:
    """Clean articles, find near-duplicates among them, and load them into the warehouse.

    Args:
        path: A file, a folder with everything below it, a pattern such as `news/**/*.jsonl`, or the address
            of one of these such as `s3://bucket/news`, or of a page, a feed, a sitemap or a file on the web.
        source: Name of the collection that the articles go to.
        format: How to read the files; `auto` goes by their names and contents.
        mapping: Which column of a table or record holds which field, such as `text=body,published_at=date`.
            Empty goes by the usual names.
        near: Jaccard from which two articles are near-duplicates, for this source from now on: 0.5 to 1,
            usually 0.7. 0 leaves it as it is.
        contains: Share of the shorter article that must stand in the longer one, for this source from now
            on: 0.6 to 1. 0 leaves it as it is.
        canonical: Which of several copies stands for them, from now on: `earliest`, `longest`, or sites and
            collections in order, such as `prefer:wire.example,herald.example`. Empty leaves it as it is.
        settle: Leave files for the next time that are being written: changed in the last so many seconds, or
            since the run began, or with a name such as `story.html.part`. 0 takes all files as they are.
        create_folder: Make the folder where there is none yet, for a folder that is watched.
        contact: For the web: an address of yours, of a page or for mail, told to the servers that are read.
        delay: For the web: seconds from one request to a host to the next, 0 to 60, unless its robots.txt
            asks for more.
        allow_hosts: For the web: names of hosts, with commas between them, that may be read although they
            stand in a private or local network.
        batch_size: Articles in one transaction, 1 to 5000.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    try:
        columns = parse_map([mapping])
        manners = Manners(contact, tuple(allow_hosts.replace(",", " ").split()), delay)
        request = Request(
            [path], source, format, batch_size, canonical or None, columns, near or None, contains or None,
            manners=manners, settle=settle,
        )  # fmt: skip
        _check(request)
        if create_folder and not is_web(path) and not is_remote(path):
            Path(local_path(path)).mkdir(parents=True, exist_ok=True)
        if not plan(request.paths).files:
            return Completed(message=f"There is no file in {without_credentials(path)}: nothing to do.")
        return Completed(message=run_in_flow(request, locate(warehouse)))
    except Exception as error:
        return failed(error)


def _check(request: Request) -> None:
    """Raise UsageError with a sentence where a value cannot be used."""
    if STDIN in request.paths:
        raise UsageError("A flow has no standard input; name a file or a folder.")
    if request.format not in FORMATS:
        raise UsageError(f"There is no format {request.format!r}; choose one of {', '.join(FORMATS)}.")
    if not 1 <= request.batch_size <= MOST_IN_BATCH:
        raise UsageError(f"The batch size is {request.batch_size}; choose one from 1 to {MOST_IN_BATCH}.")


def run_in_flow(request: Request, files: Files, configured: Sequence[ConfiguredSource] = ()) -> str:
    """Run the pipeline with its stages as tasks, leave artifacts, and return the outcome as a sentence.

    `configured` are all sources of the configuration, where the request comes from there.
    """
    cleaned, loaded, logger = count(1), count(1), get_run_logger()
    journal = Journal(lambda line: logger.info("%s", line), plan(request.paths).bytes)
    with cluster(clean, cleaned, logger.warning) as ahead:
        done = pipeline.run(
            request,
            files,
            clean=lambda arrivals: clean(next(cleaned), _opaque(arrivals)),
            ahead=ahead,
            load=lambda writer, batch: load(next(loaded), _opaque(writer), _opaque(batch)),
            on_wait=logger.warning,
            on_batch=journal.loaded,
            configured=configured,
        )
    with open_reader(files) as reader, showing(logger.warning):
        publish_artifacts(of_run(reader, str(done.run_id)), done.left)
    journal.finished()
    logger.info("%s", published(done.publication))
    return outcome(done)


def _opaque(value: T) -> T:
    """Keep Prefect from walking through a large argument in search of other tasks' results."""
    return cast(T, quote(value))
