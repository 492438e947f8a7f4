"""Which version of a document is the current one, whatever the order in which they came. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, NamedTuple
from uuid import UUID

from ingest.model import Document

Outcome = Literal["added", "updated", "unchanged"]
Place = tuple[str, str]
_NEVER = datetime.min.replace(tzinfo=UTC)


class Version(NamedTuple):
    """What decides between the versions of a document.

    One version may arrive as different bytes: a page whose menus changed. The ones with the smallest hash
    are kept.
    """

    number: int
    version_hash: str
    modified_at: datetime | None
    published_at: datetime | None
    length: int
    content_hash: str
    raw_hash: str

    @property
    def rank(self) -> tuple[datetime, datetime, int, str, int]:
        """The current version has the highest: changed last, published last, longest, then a fixed order."""
        return (
            self.modified_at or self.published_at or _NEVER,
            self.published_at or _NEVER,
            self.length,
            self.version_hash,
            self.number,
        )


class Head(NamedTuple):
    """The current version of a document, how many there were, and where the current one stands."""

    number: int
    revision: int
    source: str
    source_uri: str


@dataclass(slots=True)
class History:
    """All versions of one document, and which of them stands at which place (source, source_uri)."""

    versions: list[Version] = field(default_factory=list)
    sightings: dict[Place, str] = field(default_factory=dict)

    def head(self) -> Head | None:
        """Return the current version among those that stand somewhere; None before the first."""
        if not self.sightings:
            return None
        if len(self.versions) == 1:
            # Most documents never change.
            return Head(1, 1, *min(self.sightings))
        live = set(self.sightings.values())
        current = max((v for v in self.versions if v.version_hash in live), key=lambda v: v.rank)
        place = min(place for place, version in self.sightings.items() if version == current.version_hash)
        return Head(current.number, len(self.versions), *place)

    def told(self) -> list[int]:
        """Return the numbers of all versions in the order in which they are told; the current one is last.

        First come those that stand nowhere any more, as they were seen, since only that says what replaced
        what; then those that stand somewhere, by their rank.
        """
        latest = {version.version_hash: version.number for version in self.versions}
        live = {latest[version] for version in self.sightings.values()}
        standing = sorted((v for v in self.versions if v.number in live), key=lambda v: v.rank)
        return [v.number for v in self.versions if v.number not in live] + [v.number for v in standing]

    def number_of(self, version_hash: str) -> int:
        """Return the number of the version with this hash, of several the latest."""
        if len(self.versions) == 1:
            return 1
        return max(v.number for v in self.versions if v.version_hash == version_hash)

    def see(self, document: Document) -> tuple[Outcome, int | None]:
        """Take in one document; return what it meant, and the number of the version to write, if any.

        A version that no place holds is new even if it was there once: the text went back to it.
        """
        before = self.head()
        number = None
        if document.version_hash not in self.sightings.values():
            number = len(self.versions) + 1
            self.versions.append(_version(document, number))
        else:
            known = self.number_of(document.version_hash)
            if document.raw_hash < self.versions[known - 1].raw_hash:
                number = known
                self.versions[known - 1] = self.versions[known - 1]._replace(raw_hash=document.raw_hash)
        self.sightings[document.source, document.source_uri] = document.version_hash
        if before is None:
            return "added", number
        return ("unchanged" if self.head() == before else "updated"), number


def _version(document: Document, number: int) -> Version:
    return Version(
        number,
        document.version_hash,
        document.modified_at,
        document.published_at,
        len(document.text),
        document.content_hash,
        document.raw_hash,
    )


@dataclass(slots=True)
class Changes:
    """What a batch does to the histories: versions to add or to replace, what each document meant."""

    histories: dict[UUID, History]
    added: dict[tuple[UUID, int], Document] = field(default_factory=dict)
    replaced: dict[tuple[UUID, int], Document] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def written(self) -> list[tuple[int, Document]]:
        """The versions to write, by number."""
        return [(number, d) for part in (self.added, self.replaced) for (_, number), d in part.items()]


def take_in(histories: dict[UUID, History], documents: Iterable[Document]) -> Changes:
    """Take documents into their histories, in order; histories of new documents are made."""
    changes = Changes(histories)
    for document in documents:
        history = histories.get(document.doc_id)
        if history is None:
            place = document.source, document.source_uri
            histories[document.doc_id] = History([_version(document, 1)], {place: document.version_hash})
            changes.outcomes.append("added")
            changes.added[document.doc_id, 1] = document
            continue
        before = len(history.versions)
        outcome, number = history.see(document)
        changes.outcomes.append(outcome)
        if number is not None:
            key = (document.doc_id, number)
            fresh = number > before or key in changes.added
            (changes.added if fresh else changes.replaced)[key] = document
    return changes
