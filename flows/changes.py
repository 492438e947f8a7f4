"""What cleaning again changes: cuts made and withdrawn, by rule, with an example of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flows.screen import visible
from flows.summary import count, shortened
from ingest.model import Document
from warehouse.replay import StoredVersion

Cuts = Counter[tuple[str, str, str]]


@dataclass(slots=True)
class RuleChange:
    """What changes for one rule: cuts that it makes now and those that it made before, in documents."""

    made: int = 0
    withdrawn: int = 0
    documents: int = 0
    example: str = ""


@dataclass(slots=True)
class Changes:
    """The changes of the documents' current versions. `left` are those that could not be cleaned again."""

    seen: int = 0
    changed: int = 0
    rules: dict[tuple[str, str], RuleChange] = field(default_factory=dict)
    left: list[UUID] = field(default_factory=list)

    def add(self, batch: Iterable[tuple[StoredVersion, Document]], left: Sequence[UUID]) -> None:
        """Take in versions with what they are now."""
        self.left += left
        self.seen += len(left)
        for stored, document in batch:
            if stored.current:
                self.seen += 1
                self.changed += self._compare(stored, document)

    def _compare(self, stored: StoredVersion, document: Document) -> bool:
        before: Cuts = Counter((cut.kind, cut.rule, cut.text.strip()) for cut in stored.cuts)
        after: Cuts = Counter(
            (cut.kind, cut.rule, document.extracted_text[cut.start : cut.stop].strip())
            for cut in document.cuts
        )
        touched = set()
        for sign, more in ((1, after - before), (-1, before - after)):
            for (kind, rule, text), number in sorted(more.items()):
                change = self.rules.setdefault((kind, rule), RuleChange(example=text))
                change.made += number if sign > 0 else 0
                change.withdrawn += number if sign < 0 else 0
                touched.add((kind, rule))
        for key in touched:
            self.rules[key].documents += 1
        return bool(touched) or stored.text != document.text


def report(changes: Changes, *, done: bool) -> str:
    """Return the changes for a person: in the past tense where they were `done`."""
    verb = "changed" if done else "would change"
    lines = [f"Cleaned {count(changes.seen, 'document')} again: {changes.changed:,} {verb}."]
    ordered = sorted(changes.rules.items(), key=lambda item: (-item[1].documents, item[0]))
    lines += [f"  {rule} ({kind}): {_told(change)}" for (kind, rule), change in ordered]
    if changes.left:
        lines.append(
            f"{count(len(changes.left), 'document')} left alone: "
            "this version of copydesk reads them differently, or their raw bytes were dropped. "
            "Ingest them again."
        )
    if not done:
        lines.append("Nothing was written.")
    return visible("\n".join(lines))


def _told(change: RuleChange) -> str:
    parts = [f"{count(change.made, 'cut')} more"] if change.made else []
    parts += [f"{count(change.withdrawn, 'cut')} fewer"] if change.withdrawn else []
    return (
        f"{', '.join(parts)} in {count(change.documents, 'document')}, such as “{shortened(change.example)}”"
    )
