"""`copydesk ingest --dry-run`: what a run would do, without writing anything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from flows.pipeline import (
    Arrivals,
    Request,
    Summary,
    arrivals,
    arriving,
    batches,
    checked,
    clean_batch,
    place,
    weight,
)
from flows.screen import visible
from flows.summary import count, left, shortened
from ingest import __version__
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.foresight import Foreseen
from warehouse.history import Outcome
from warehouse.reader import open_reader_or_nothing
from warehouse.runs import Counts
from warehouse.stored import Result

_FEW = 20
_COLUMNS = ["outcome", "source_uri", "doc_id", "copies", "copy_of", "copy_of_uri", "kind", "score", "reason"]
_WORDS: dict[Outcome, str] = {"added": "new", "updated": "changed", "unchanged": "unchanged"}
_TOLD = {"exact": "an exact copy of", "near": "a near-duplicate of", "linked": "linked by an analyst with"}


@dataclass(slots=True)
class Trial:
    """What a run would do: documents to read, places whose bytes are known, rejects with their reasons."""

    summary: Summary = field(default_factory=lambda: Summary(UUID(int=0)))
    foreseen: Sequence[Foreseen] = ()
    known: list[str] = field(default_factory=list)
    rejects: list[tuple[str, str]] = field(default_factory=list)


def foresee(
    request: Request,
    files: Files,
    *,
    clean: Callable[[Arrivals], Batch] = clean_batch,
    on_batch: Callable[[Counts, Summary], None] = lambda counts, summary: None,
) -> Trial:
    """Read and clean everything that `request` names, and tell what loading it would do.

    The published file is read, nothing is written and no lock is taken. Documents, with their texts, stay
    in memory until the end. Raises UsageError and WarehouseError as a run does.
    """
    policy = checked(request)
    began, trial = time.monotonic(), Trial()
    with open_reader_or_nothing(files) as reader:
        foresight, learned = reader.foresight(), reader.learned()
        known = partial(reader.known, program=__version__)
        watch, visited = request.watch, partial(reader.visited, program=__version__)
        for chunk in batches(arriving(request, files, visited, watch=watch), request.batch_size):
            arrived = arrivals(known, chunk, learned)
            batch = clean(arrived)
            batch = batch.without(reader.refused(batch.documents))
            outcomes = foresight.take_in(batch.documents, batch.fingerprints)
            done = Counts(
                added=outcomes.count("added"),
                updated=outcomes.count("updated"),
                unchanged=batch.unchanged + outcomes.count("unchanged"),
                rejected=len(batch.rejects),
            )
            trial.known += [place(item) for item in arrived.unchanged]
            trial.rejects += [(each.source_uri, each.reason) for each in batch.rejects]
            _add(trial.summary, done, sum(weight(item) for item in chunk))
            on_batch(done, trial.summary)
        trial.foreseen = foresight.conclude(
            policy, reader.thresholds().choose(request.source, request.choice)
        )
    trial.summary.left = watch.left if watch else ()
    trial.summary.seconds = time.monotonic() - began
    return trial


def _add(summary: Summary, done: Counts, weight: int) -> None:
    total = summary.total
    for name in ("added", "updated", "unchanged", "rejected"):
        setattr(total, name, getattr(total, name) + getattr(done, name))
    summary.batches += 1
    summary.bytes += weight


def rows(trial: Trial) -> Result:
    """Return a row for every input: those that would be read, those that are known, rejects."""
    found: list[tuple[object, ...]] = [_row(each) for each in trial.foreseen]
    found += [("unchanged", source_uri, *(None,) * 7) for source_uri in trial.known]
    found += [("rejected", source_uri, *(None,) * 6, reason) for source_uri, reason in trial.rejects]
    return Result(_COLUMNS, found)


def _row(each: Foreseen) -> tuple[object, ...]:
    kind, score = (each.scores.kind, each.scores.score) if each.scores else (None, None)
    group = each.size, each.canonical, each.canonical_uri, kind, score
    return (_WORDS[each.outcome], each.source_uri, each.doc_id, *group, None)


def report(trial: Trial) -> str:
    """Return what a run would do, for a person."""
    total = trial.summary.total
    lines = [
        f"Read {count(total.seen, 'input')}: {total.added:,} would be added, {total.updated:,} updated, "
        f"{total.unchanged:,} unchanged, {total.rejected:,} rejected.",
        *left(trial.summary),
        *_section("would be in a group of copies", list(_copies(trial.foreseen))),
        *_section("would be rejected", [f"{source_uri}: {reason}" for source_uri, reason in trial.rejects]),
        "Nothing was written.",
    ]
    return visible("\n".join(lines))


def _copies(foreseen: Sequence[Foreseen]) -> Iterator[str]:
    for each in foreseen:
        if each.size == 1 or each.outcome == "unchanged":
            continue
        what = f"stands for {each.size:,} copies"
        if each.scores:
            score = "" if each.scores.score in (None, 1.0) else f" ({each.scores.score:.2f})"
            what = f"{_told(each)} {each.canonical_uri}{score}"
        yield f"{each.source_uri} ({_WORDS[each.outcome]}): {what}"


def _told(each: Foreseen) -> str:
    return _TOLD.get(each.scores.kind if each.scores else "", "shares most of the shorter text with")


def _section(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    more = [f"  and {len(lines) - _FEW:,} more: --report table, csv or json"] if len(lines) > _FEW else []
    shown = [f"  {shortened(line, 200)}" for line in lines[:_FEW]]
    return [f"{count(len(lines), 'input')} {title}:", *shown, *more]
