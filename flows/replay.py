"""Taking rejects again: from the bytes that were kept, else from their files where these are known."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from flows.choices import BATCH_SIZE
from flows.collection import seldom_collected
from flows.pipeline import Summary, arrivals, batches, clean_batch
from flows.retaking import Retaking
from flows.screen import visible
from flows.summary import count, outcome, published, shortened
from ingest import __version__
from ingest.configured import ConfiguredSource
from ingest.model import Raw, Reject, Visit
from ingest.process import process
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import Reader
from warehouse.rejects import Wanted
from warehouse.run import Run

_FEW = 20


@dataclass(frozen=True, slots=True)
class Replaying:
    """Which rejects to take again: with one of `codes` (any without), of `source`.

    `columns` is another mapping of columns than the one they came with.
    """

    codes: Sequence[str] = ()
    source: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> Wanted:
        """The rejects that are meant: those that are open."""
        return Wanted(self.codes, self.source)


@dataclass(slots=True)
class Replayed:
    """What came of it: how many rejects there were, those set aside again, those that could not be taken.

    The last ones, `left`, have a clause each that says why, and what to do. Without a `summary` nothing was
    written, and `documents` are the places of what would be read.
    """

    rejects: int
    again: Sequence[Reject]
    left: Sequence[tuple[Reject, str]]
    summary: Summary | None = None
    documents: Sequence[str] = ()


def replay(
    asked: Replaying,
    files: Files,
    *,
    configured: Sequence[ConfiguredSource] = (),
    on_wait: Callable[[str], None],
) -> Replayed:
    """Take rejects again, load what becomes of them, and publish the result.

    `configured` are the sources of the configuration, by which files may be found. A reject is closed in the
    transaction that loads the last of it, so that a run that was killed can be repeated.
    """
    if not files.published.exists() and not files.working.exists():
        raise WarehouseError(f"There is no warehouse at {files.published}. `copydesk ingest` makes one.")
    began = time.monotonic()
    job = Run(files, source="replay", parameters=asdict(asked), program=__version__, on_wait=on_wait)
    with seldom_collected(), job as writer:
        summary, learned = Summary(writer.run_id), writer.learned()
        retaking = Retaking(writer, asked.wanted, asked.columns, configured, files)
        for chunk in batches(retaking.items(), BATCH_SIZE):
            batch = clean_batch(arrivals(writer.known, chunk, learned))
            retaking.hear(batch.rejects)
            writer.load(replace(batch, taken=retaking.done()))
            summary.total, summary.batches = writer.counts, summary.batches + 1
        writer.close(retaking.done())
    summary.seconds, summary.publication = time.monotonic() - began, job.publication
    return Replayed(len(retaking.ids), retaking.again, retaking.left, summary)


def preview(
    asked: Replaying, files: Files, reader: Reader, *, configured: Sequence[ConfiguredSource] = ()
) -> Replayed:
    """Tell what would become of rejects, and change nothing."""
    retaking, learned = Retaking(reader, asked.wanted, asked.columns, configured, files), reader.learned()
    documents = []
    for item in retaking.items():
        if isinstance(item, Visit):
            continue
        outcome = process(item, learned) if isinstance(item, Raw) else item
        if isinstance(outcome, Reject):
            retaking.hear([outcome])
        else:
            documents.append(outcome.source_uri)
    return Replayed(len(retaking.ids), retaking.again, retaking.left, documents=documents)


def report(done: Replayed) -> str:
    """Return what came of it, for a person."""
    if not done.rejects:
        return "There is no such reject."
    lines = [f"Took {count(done.rejects - len(done.left), 'reject')} again."]
    if done.summary:
        lines.append(outcome(done.summary))
    else:
        lines += _section("document would be read", "documents would be read", done.documents)
    lines += _section("input set aside again", "inputs set aside again", [*map(_reason, done.again)])
    left = [f"{reject.source_uri}: {why}." for reject, why in done.left]
    lines += _section("reject cannot be taken again here", "rejects cannot be taken again here", left)
    lines.append(published(done.summary.publication) if done.summary else "Nothing was written.")
    return visible("\n".join(lines))


def _reason(reject: Reject) -> str:
    return f"{reject.source_uri}: {reject.reason} ({reject.code})"


def _section(noun: str, nouns: str, told: Sequence[str]) -> Iterator[str]:
    if not told:
        return
    yield f"{count(len(told), noun, nouns)}:"
    yield from (f"  {shortened(line, 300)}" for line in told[:_FEW])
    if len(told) > _FEW:
        yield f"  and {len(told) - _FEW:,} more"
