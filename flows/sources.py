"""Sources by configuration: which there are, what each would bring, and running them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from flows.pipeline import Request, Summary, arriving, checked
from flows.pipeline import run as run_pipeline
from flows.screen import visible
from flows.summary import count, shortened
from ingest.clean.learned.repeated import Learned
from ingest.configured import ConfiguredSource
from ingest.configured.schedule import is_due
from ingest.errors import UsageError
from ingest.model import Arrival, Document, Raw, Reject, Visit
from ingest.process import process
from warehouse.files import Files
from warehouse.reader import Reader
from warehouse.sources import Collection
from warehouse.stored import Result

_COLUMNS = ["name", "kind", "location", "schedule", "licence", "documents", "last_run"]
# So many inputs of a source are read to show what it brings.
_SHOWN = 3
_WORDS = 30


@dataclass(frozen=True, slots=True)
class Sample:
    """The first inputs of a source as they would be stored, or in one sentence why nothing can be read."""

    source: ConfiguredSource
    items: Sequence[Document | Reject] = ()
    error: str = ""

    @property
    def is_good(self) -> bool:
        """Whether any of them would become a document."""
        return any(isinstance(item, Document) for item in self.items)


def chosen(sources: Sequence[ConfiguredSource], names: Sequence[str]) -> list[ConfiguredSource]:
    """Return the sources with these names, all of them without any. Raises UsageError for an unknown name."""
    known = {source.name: source for source in sources}
    for name in names:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise UsageError(f"There is no source {name!r} in the configuration; there are: {listed}.")
    return [known[name] for name in dict.fromkeys(names)] if names else list(sources)


def due(
    sources: Sequence[ConfiguredSource], stored: dict[str, Collection], now: datetime
) -> list[ConfiguredSource]:
    """Return the sources with a schedule that came true since their last completed run."""
    return [
        source
        for source in sources
        if source.schedule and is_due(source.schedule, stored.get(source.name, Collection()).last_run, now)
    ]


def request_of(source: ConfiguredSource) -> Request:
    """Return what a run is asked to do for a source. Raises UsageError where a location does not exist."""
    request = Request(
        source.locations,
        source.name,
        source.kind,
        columns=source.columns,
        near=source.near,
        contains=source.contains,
        carried=source.carried,
        manners=source.manners,
    )
    try:
        checked(request)
    except UsageError as error:
        raise UsageError(source.hidden(f"{source.place}, key 'location': {error}")) from error
    return request


def run(
    source: ConfiguredSource,
    everything: Sequence[ConfiguredSource],
    files: Files,
    *,
    on_wait: Callable[[str], None],
) -> Summary:
    """Ingest what a source brings; `everything` are all sources of its configuration."""
    return run_pipeline(request_of(source), files, on_wait=on_wait, configured=everything)


def sample(source: ConfiguredSource, files: Files, reader: Reader) -> Sample:
    """Read the first inputs of a source and tell what would be stored of them; nothing is written."""
    try:
        inputs = arriving(request_of(source), files)
        return Sample(source, list(islice(_processed(inputs, reader.learned()), _SHOWN)))
    except (UsageError, OSError) as error:
        return Sample(source, error=source.hidden(str(error)))


def _processed(inputs: Iterator[Arrival], learned: Learned) -> Iterator[Document | Reject]:
    for item in inputs:
        if not isinstance(item, Visit):
            yield process(item, learned) if isinstance(item, Raw) else item


def listing(sources: Sequence[ConfiguredSource], stored: dict[str, Collection]) -> Result:
    """Return a row for every source, with what is stored of it."""
    rows: list[tuple[object, ...]] = []
    for source in sources:
        collection = stored.get(source.name, Collection())
        last = collection.last_run.astimezone(UTC).isoformat(" ", "seconds") if collection.last_run else None
        told = (source.name, source.kind, ", ".join(source.stated), source.schedule, source.licence)
        rows.append((*told, collection.documents, last))
    return Result(_COLUMNS, rows)


def report(sample: Sample) -> str:
    """Return what a source would bring, for a person."""
    source = sample.source
    head = f"{source.name}: {', '.join(source.stated)} ({source.kind})"
    if sample.error:
        return visible(f"{head}\n  {sample.error}")
    if not sample.items:
        return visible(f"{head}\n  There is nothing to read.")
    return visible("\n".join([head, *(line for item in sample.items for line in _told(item))]))


def _told(item: Document | Reject) -> list[str]:
    if isinstance(item, Reject):
        return [f"  {item.source_uri}", f"    rejected ({item.code}): {item.reason}"]
    told = {
        "title": item.title,
        "url": item.url,
        "published": item.published_at and f"{item.published_at:%Y-%m-%d %H:%M %Z} ({item.published_from})",
        "site": item.site,
        "text": f"{count(item.word_count, 'word')}: {shortened(item.text, 6 * _WORDS)}",
        "cuts": _cuts(item),
    }
    return [f"  {item.source_uri}", *(f"    {name}: {value or 'not known'}" for name, value in told.items())]


def _cuts(document: Document) -> str:
    if not document.cuts:
        return "none"
    kinds = sorted({cut.kind for cut in document.cuts})
    numbers = (f"{sum(cut.kind == kind for cut in document.cuts)} {kind}" for kind in kinds)
    return ", ".join(numbers)
