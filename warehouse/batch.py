"""What one transaction loads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from ingest.fingerprint import Fingerprint
from ingest.model import Document, Reject, Visit


@dataclass(slots=True)
class Batch:
    """What one transaction takes: documents with their fingerprints, rejects, how many were known, visits.

    `taken` are the ids of stored rejects that were taken again, with another outcome.
    """

    documents: Sequence[Document] = ()
    fingerprints: Sequence[Fingerprint] = ()
    rejects: Sequence[Reject] = ()
    unchanged: int = 0
    taken: Collection[UUID] = ()
    visits: Sequence[Visit] = ()

    def without(self, refused: Mapping[int, Reject]) -> Batch:
        """Return the batch with rejects in the place of documents, which are named by their places."""
        if not refused:
            return self
        kept = [place for place in range(len(self.documents)) if place not in refused]
        return Batch(
            [self.documents[place] for place in kept],
            [self.fingerprints[place] for place in kept],
            [*self.rejects, *refused.values()],
            self.unchanged,
            self.taken,
            self.visits,
        )
