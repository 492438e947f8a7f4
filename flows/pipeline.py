"""The line from path to warehouse, run by the command and by the Prefect flow alike.

sources → (extract → clean → fields) → fingerprint → load → match → publish, batch by batch.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from uuid import UUID

from flows.ahead import Ahead, in_order
from flows.choices import BATCH_SIZE
from flows.collection import seldom_collected
from ingest import __version__
from ingest.clean.learned.repeated import Learned
from ingest.configured import ConfiguredSource
from ingest.credentials import without_credentials
from ingest.errors import UsageError
from ingest.fetch import Manners
from ingest.fingerprint import fingerprint
from ingest.identity import DEFAULT_SOURCE, raw_hash
from ingest.model import Arrival, Raw, Reject, Visit
from ingest.process import process
from ingest.sources import Reach, Watch, check, read
from ingest.sources.web.reach import Visited, unvisited
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.policy import Policy, parse
from warehouse.publish import Publication
from warehouse.run import Run
from warehouse.runs import Counts
from warehouse.thresholds import Choice
from warehouse.writer import Writer

# A batch of long articles ends early, so that memory does not grow with their length; so does one that is
# long in coming, so that little is fetched again after a run that was stopped.
_BATCH_BYTES = 16 << 20
_BATCH_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do. Without `canonical`, the warehouse's own policy holds.

    `columns` says which column of a record holds which field, `carried` what is known of all articles.
    `near` and `contains` are thresholds for `source`, from now on; None leaves those that hold.
    `manners` says how the web is read. With `settle`, files that were changed less than so many seconds ago
    are left for the next run, and so is whatever else is still being written.
    """

    paths: Sequence[str]
    source: str = DEFAULT_SOURCE
    format: str = "auto"
    batch_size: int = BATCH_SIZE
    canonical: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    near: float | None = None
    contains: float | None = None
    carried: Mapping[str, object] = field(default_factory=dict)
    manners: Manners = field(default_factory=Manners)
    settle: float = 0.0

    @property
    def choice(self) -> Choice:
        """The thresholds that the run asks for."""
        return Choice(self.near, self.contains)

    @property
    def watch(self) -> Watch | None:
        """What tells the files that are still being written, where the run asks for it."""
        return Watch(self.settle) if self.settle else None

    @property
    def parameters(self) -> dict[str, object]:
        """What is recorded of the request: everything but credentials."""
        return {**asdict(self), "paths": [without_credentials(path) for path in self.paths]}


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A batch as it was read: articles that are new or changed, rejects, and places known already.

    `visits` are the addresses on the web that were read. `learned` are the rules, besides the built-in
    ones, to clean it with.
    """

    raws: Sequence[Raw]
    rejects: Sequence[Reject]
    unchanged: Sequence[Raw | Visit]
    learned: Learned = field(default_factory=dict)
    visits: Sequence[Visit] = ()


@dataclass(slots=True)
class Summary:
    """What came of a run. `total` counts the whole run, `batches` how many transactions it took.

    `bytes` is the weight of what was read so far: unpacked, and without what could not be read.
    `seconds` is the time until then; at the end it includes that of `publication`. `left` are the files that
    are still being written.
    """

    run_id: UUID
    total: Counts = field(default_factory=Counts)
    batches: int = 0
    bytes: int = 0
    seconds: float = 0.0
    publication: Publication = field(default_factory=Publication)
    left: Sequence[str] = ()


def clean_batch(arrivals: Arrivals, on_item: Callable[[Raw], None] = lambda raw: None) -> Batch:
    """Extract, clean and fingerprint one batch; `on_item` hears of every article that is done."""
    outcomes = []
    for raw in arrivals.raws:
        outcomes.append(process(raw, arrivals.learned))
        on_item(raw)
    documents = [outcome for outcome in outcomes if not isinstance(outcome, Reject)]
    rejects = [*arrivals.rejects, *(outcome for outcome in outcomes if isinstance(outcome, Reject))]
    prints = fingerprint([d.text for d in documents])
    return Batch(documents, prints, rejects, len(arrivals.unchanged), visits=arrivals.visits)


def load_batch(writer: Writer, batch: Batch) -> Counts:
    """Load one batch in one transaction."""
    return writer.load(batch)


def run(
    request: Request,
    files: Files,
    *,
    clean: Callable[[Arrivals], Batch] = clean_batch,
    ahead: Ahead[Arrivals, Batch] | None = None,
    load: Callable[[Writer, Batch], Counts] = load_batch,
    on_wait: Callable[[str], None],
    on_batch: Callable[[Counts, Summary], None] = lambda counts, summary: None,
    configured: Sequence[ConfiguredSource] = (),
) -> Summary:
    """Ingest everything that `request` names and publish the result.

    `configured` are all sources of the configuration, where the request comes from there.

    `clean` and `load` may be Prefect tasks around the functions of the same purpose here; `ahead` cleans
    elsewhere what is not changed by the batches before it, with the same outcome. `on_batch`
    hears what each batch did and what the run has done so far. Raises UsageError for a path that
    does not exist, before anything is opened, and WarehouseError where the file cannot be used.
    """
    policy = checked(request)
    began = time.monotonic()
    job = Run(
        files, source=request.source, parameters=request.parameters, program=__version__, on_wait=on_wait
    )
    with seldom_collected(), job as writer:
        summary = Summary(writer.run_id)
        learned = writer.learned()
        writer.configure(configured)
        if policy:
            writer.choose(policy)
        writer.limit(writer.thresholds().choose(request.source, request.choice))
        outlived, watch = writer.outlived(), request.watch
        chunks = batches(arriving(request, files, writer.visited, watch=watch), request.batch_size)

        def sort_out(chunk: list[Arrival]) -> Arrivals:
            return arrivals(writer.known, chunk, learned)

        for chunk, begun in in_order(chunks, ahead, sort_out):
            outlived.look(chunk)
            due = sort_out(chunk)
            batch = begun.made_of(due) if begun else None
            done = load(writer, clean(due) if batch is None else batch)
            summary.total, summary.batches = writer.counts, summary.batches + 1
            summary.bytes += sum(weight(item) for item in chunk)
            summary.seconds = time.monotonic() - began
            on_batch(done, summary)
        writer.close(outlived.found())
    summary.left = watch.left if watch else ()
    summary.seconds, summary.publication = time.monotonic() - began, job.publication
    return summary


def checked(request: Request) -> Policy | None:
    """Return the policy that a run asks for. Raises UsageError where anything in it cannot be used."""
    if not request.source.strip():
        raise UsageError("The source has no name; give it one, such as 'default'.")
    policy = None if request.canonical is None else parse(request.canonical)
    request.choice.checked()
    request.manners.check()
    if not request.settle >= 0:
        raise UsageError(f"Files cannot settle for {request.settle:g} seconds; choose 0 or more.")
    check(request.paths)
    return policy


def arriving(
    request: Request,
    files: Files,
    visited: Visited = unvisited,
    *,
    only: Collection[str] | None = None,
    watch: Watch | None = None,
) -> Iterator[Arrival]:
    """Everything that a run is to read, as a stream; with `only`, of these files alone.

    `visited` says what earlier runs read of the web; `watch` learns what is left for another time.
    """
    return read(
        request.paths,
        source=request.source,
        format=request.format,
        skip=lambda path: files.own(path) or (only is not None and path not in only),
        columns=request.columns,
        carried=request.carried,
        web=Reach(request.manners, visited),
        watch=watch,
    )


def batches(items: Iterable[Arrival], size: int) -> Iterator[list[Arrival]]:
    """Split a stream into lists of at most `size` items, about 16 MiB and about a minute."""
    batch: list[Arrival] = []
    total, began = 0, time.monotonic()
    for item in items:
        batch.append(item)
        total += weight(item)
        is_late = time.monotonic() - began >= _BATCH_SECONDS
        if len(batch) >= size or total >= _BATCH_BYTES or is_late:
            yield batch
            batch, total, began = [], 0, time.monotonic()
    if batch:
        yield batch


def weight(item: Arrival) -> int:
    """Return how many bytes of an item are in memory."""
    return 0 if isinstance(item, Visit) else len(item.data or b"")


def place(item: Raw | Visit) -> str:
    """Return where an item stands."""
    return item.uri if isinstance(item, Visit) else item.source_uri


def arrivals(
    known: Callable[[Sequence[tuple[Raw, str]]], set[tuple[str, str]]],
    chunk: Sequence[Arrival],
    learned: Learned,
) -> Arrivals:
    """Sort out a chunk of what was read; `known` says which places hold the same as last time."""
    raws = [(item, raw_hash(item)) for item in chunk if isinstance(item, Raw)]
    same = known(raws)
    fresh = [raw for raw, _ in raws if (raw.source, raw.source_uri) not in same]
    rejects = [item for item in chunk if isinstance(item, Reject)]
    visits = [item for item in chunk if isinstance(item, Visit)]
    unchanged: list[Raw | Visit] = [raw for raw, _ in raws if (raw.source, raw.source_uri) in same]
    unchanged += [visit for visit in visits if visit.is_known]
    return Arrivals(fresh, rejects, unchanged, learned, [visit for visit in visits if not visit.is_known])
