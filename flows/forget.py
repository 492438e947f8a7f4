"""Forgetting documents: which ones, what became of it, in words for a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flows.screen import visible
from flows.summary import count, shortened
from ingest import __version__
from ingest.errors import UsageError
from warehouse.files import Files
from warehouse.forget import Forgotten
from warehouse.reader import Reader, open_reader
from warehouse.run import Run

_FEW = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """Which documents to forget: those named, those of a site, those for which SQL on `documents` holds."""

    documents: Sequence[str] = ()
    site: str | None = None
    where: str | None = None

    def find(self, reader: Reader) -> list[UUID]:
        """Return their ids. Raises UsageError where nothing is asked for, WarehouseError for a wrong name."""
        if not self.documents and self.site is None and self.where is None:
            raise UsageError("Name what to forget: DOC, --site SITE or --where SQL.")
        return reader.resolve_all(self.documents, self.site, self.where)


def preview(asked: Asked, files: Files) -> str:
    """Return which documents would be forgotten; empty where there is none."""
    with open_reader(files) as reader:
        doc_ids = asked.find(reader)
        shown = [reader.document(doc_id).fields for doc_id in doc_ids[:_FEW]]
    if not doc_ids:
        return ""
    lines = [f"  {each['source_uri']}: {shortened(each['title'] or 'without a title')}" for each in shown]
    more = [f"  and {len(doc_ids) - _FEW:,} more"] if len(doc_ids) > _FEW else []
    head = f"{count(len(doc_ids), 'document')} to forget, with all versions and raw bytes:"
    return visible("\n".join([head, *lines, *more]))


def forget(asked: Asked, reason: str, files: Files, *, on_wait: Callable[[str], None]) -> str:
    """Forget documents, rewrite the files and publish; return what was done.

    Neither names nor conditions go into the record of the run: they may say what is to be forgotten.
    """
    if not reason.strip():
        raise UsageError("Say why with --reason; it is kept with the tombstone.")
    done = Forgotten()
    with Run(files, source="forget", parameters={}, program=__version__, on_wait=on_wait) as writer:
        doc_ids = asked.find(Reader(writer.connection, files))
        if doc_ids:
            done = writer.forget(doc_ids, reason)
    return report(done)


def report(done: Forgotten) -> str:
    """Return what was forgotten, and what may be left of it."""
    if not done.documents:
        return "There is no such document: nothing was forgotten."
    lines = [
        f"Forgot {count(done.documents, 'document')} ({count(done.versions, 'version')}, "
        f"{count(done.rejects, 'reject')}), and rewrote the files. They stay away when they come again."
    ]
    if done.copies:
        lines.append(
            f"{count(done.copies, 'copy', 'copies')} of them in other documents stay; "
            "name these too if they are to go."
        )
    return "\n".join(lines)
