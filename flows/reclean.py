"""Cleaning again what is stored: the raw bytes of every version through today's rules, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Protocol
from uuid import UUID

from flows.changes import Changes
from flows.rules import resolve
from ingest import __version__
from ingest.clean.learned.repeated import Learned
from ingest.model import Document
from ingest.process import process
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import Reader
from warehouse.replay import Selection, StoredVersion
from warehouse.run import Run

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Recleaning:
    """What to clean again: what is out of date, what `rule` touches, or `everything`."""

    rule: str | None = None
    everything: bool = False

    @property
    def selection(self) -> Selection:
        return Selection(__version__, self.rule, self.everything)


class Versions(Protocol):
    """Where versions come from: a reader or a writer."""

    def replay(self, selection: Selection) -> list[UUID]: ...
    def versions(self, doc_ids: Sequence[UUID]) -> list[StoredVersion]: ...


Batch = list[tuple[StoredVersion, Document]]


def preview(asked: Recleaning, reader: Reader) -> Changes:
    """Return what cleaning again would change, and change nothing. A named rule counts as approved."""
    changes = Changes()
    for batch, left in _again(asked, reader, reader.learned(asked.rule)):
        changes.add(batch, left)
    return changes


def reclean(
    asked: Recleaning,
    files: Files,
    *,
    on_wait: Callable[[str], None],
    on_batch: Callable[[Changes], None] = lambda changes: None,
) -> Changes:
    """Clean again and publish the result; return what changed.

    A batch is a transaction. After a kill, running it again goes on with what is still out of date.
    """
    changes = Changes()
    with Run(
        files, source="reclean", parameters=asdict(asked), program=__version__, on_wait=on_wait
    ) as writer:
        writer.refresh_rules()
        for batch, left in _again(asked, writer, writer.learned()):
            changes.add(batch, left)
            writer.reclean([(stored.number, document) for stored, document in batch])
            on_batch(changes)
    return changes


def check_rule(asked: Recleaning, reader: Reader) -> None:
    """Raise WarehouseError where a rule is asked for that is not decided on yet."""
    if asked.rule is not None and resolve(reader, asked.rule).state == "proposed":
        raise WarehouseError(
            f"{asked.rule} is only proposed. See what it would cut with --dry-run, "
            f"then approve it: `copydesk rules approve {asked.rule}`."
        )


def _again(asked: Recleaning, versions: Versions, learned: Learned) -> Iterator[tuple[Batch, list[UUID]]]:
    """Yield batches of versions with what they are now, and the documents that had to be left as they are."""
    doc_ids = versions.replay(asked.selection)
    for start in range(0, len(doc_ids), _BATCH):
        batch: Batch = []
        left = []
        found = versions.versions(doc_ids[start : start + _BATCH])
        for doc_id, group in groupby(found, key=lambda version: version.doc_id):
            one = [(stored, process(stored.raw, learned) if stored.raw else None) for stored in group]
            cleaned = [(s, d) for s, d in one if isinstance(d, Document) and d.doc_id == doc_id]
            if len(cleaned) == len(one):
                batch += cleaned
            else:
                left.append(doc_id)
        yield batch, left
