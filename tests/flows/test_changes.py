"""What cleaning again says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flows.changes import report
from flows.reclean import Recleaning, preview
from ingest.identity import document_id
from ingest.model import Raw
from warehouse.replay import Selection, StoredVersion
from warehouse.stored import StoredCut

STORY = "The lighthouse at Corran Point was switched on again on Friday after a year of repairs."


@dataclass
class Shelf:
    """Stored versions without a warehouse around them."""

    stored: list[StoredVersion]

    def replay(self, selection: Selection) -> list[UUID]:
        return sorted({version.doc_id for version in self.stored})

    def versions(self, doc_ids: Sequence[UUID]) -> list[StoredVersion]:
        return sorted(
            (version for version in self.stored if version.doc_id in doc_ids), key=lambda v: v.doc_id
        )

    def learned(self, trial: str | None = None) -> dict[int, object]:
        return {}


def version(uri: str, text: str, *, current: bool = True, cuts: Sequence[StoredCut] = ()) -> StoredVersion:
    raw = Raw("default", uri, "text", text.encode())
    return StoredVersion(document_id(None, "default", uri), 1, current, raw, text, list(cuts))


def test_cuts_made_and_withdrawn_are_told_by_rule() -> None:
    """A cut that no rule makes any more is fewer, one that a rule makes now is more, each with its words."""
    gone = StoredCut(0, 3, "other", "other-gone", "It was so.", "The")
    shelf = Shelf([version("a.txt", f"{STORY}\n\n- Advertisement -"), version("b.txt", STORY, cuts=[gone])])
    told = report(preview(Recleaning(), shelf), done=False).splitlines()
    assert told[0] == "Cleaned 2 documents again: 2 would change."
    assert "  other-gone (other): 1 cut fewer in 1 document, such as “The”" in told
    assert any("(advertisement): 1 cut more in 1 document, such as “- Advertisement -”" in t for t in told)
    assert told[-1] == "Nothing was written."


def test_old_versions_are_not_counted() -> None:
    """What nobody sees any more is cleaned again, but is no change to tell of."""
    changes = preview(Recleaning(), Shelf([version("a.txt", f"{STORY}\n\n- Advertisement -", current=False)]))
    assert (changes.seen, changes.changed, changes.rules) == (0, 0, {})


def test_what_is_read_differently_stays() -> None:
    """A document that became a reject, or another document, is left as it is and named."""
    moved = version("a.txt", STORY)
    shelf = Shelf(
        [
            StoredVersion(UUID(int=7), 1, True, moved.raw, moved.text, []),
            version("empty.txt", ""),
            version("b.txt", STORY),
        ]
    )
    changes = preview(Recleaning(), shelf)
    assert len(changes.left) == 2
    assert (changes.seen, changes.changed) == (3, 0)
    assert "2 documents left alone" in report(changes, done=True)
