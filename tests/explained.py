"""Comparisons of two texts for tests, without a warehouse."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ingest.fingerprint.alignment import align
from ingest.fingerprint.evidence import gather
from ingest.fingerprint.passage import shared_passages
from warehouse.stored import Explanation, StoredDocument
from warehouse.verdicts import Verdict

STORY = " ".join(
    f"The {n} boat came home to harbour {n} before the storm." for n in ("first", "second", "third", "last")
)
REPORT = (
    "The exchange in Aldersea closed {} points higher on Friday, as buyers came back to the shares of shipping "
    "companies and of the makers of rope, nets and sails. The index of the smaller companies gained {} points, "
    "while the price of herring in barrels stood at {} crowns by the evening bell. Brokers said that the mood "
    "was calm, and that nobody expected the harbour board to change its fees before the autumn. Around {} people "
    "followed the trading from the gallery, among them a class of pupils from the school of navigation."
)
OTHER = "Nothing in this sentence was ever printed by any other paper on the coast."


def stored(number: int, text: str, group: dict[str, Any] | None = None, **fields: Any) -> StoredDocument:
    """A document with a group of its own unless told otherwise."""
    known = {"title": f"Title {number}", "site": None, "source_uri": f"{number}.txt", **fields}
    alone = {
        "copy_id": UUID(int=number),
        "canonical_doc_id": UUID(int=number),
        "is_canonical": True,
        "why_canonical": "It has no copies.",
        "size": 1,
    }
    return StoredDocument(UUID(int=number), known, text, text, [], [], [], [], alone | (group or {}))


def group_of(number: int, size: int, why: str = "It was published first.") -> dict[str, Any]:
    """The group that document `number` stands for, as its members know it."""
    doc_id = UUID(int=number)
    return {"copy_id": doc_id, "canonical_doc_id": doc_id, "size": size, "why_canonical": why}


def explain_two(
    a: StoredDocument,
    b: StoredDocument,
    *,
    of_a: StoredDocument | None = None,
    of_b: StoredDocument | None = None,
    said: Verdict | None = None,
) -> Explanation:
    """Compare two documents; `of_a` and `of_b` stand for their groups, else they do so themselves."""
    evidence, passages = gather(a.text, b.text), shared_passages(a.text, b.text)
    return Explanation(a, b, of_a or a, of_b or b, evidence, passages, align(a.text, b.text), said)


def explain(a: str, b: str, **fields: Any) -> Explanation:
    """Compare two texts of documents that have nothing special about them."""
    return explain_two(stored(1, a, **fields), stored(2, b, **fields))
