"""What readers get back: documents, explanations and counts as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from ingest.fingerprint.alignment import Row
from ingest.fingerprint.compare import Comparison
from ingest.fingerprint.evidence import Evidence
from ingest.fingerprint.passage import Passage
from ingest.telling import Evidence as SharedPassage
from ingest.telling import StoryComparison
from warehouse.thresholds import SourceThresholds
from warehouse.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query."""

    columns: list[str]
    rows: list[tuple[Any, ...]]

    def records(self) -> list[dict[str, Any]]:
        """Return one dict per row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class StoredCut:
    """A cut as it is stored, with its text."""

    start: int
    stop: int
    kind: str
    rule: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document with everything that is known of it.

    `fields` are the columns of `documents` but for the texts; `group` is its row of `copies`.
    """

    doc_id: UUID
    fields: dict[str, Any]
    text: str
    extracted_text: str
    cuts: Sequence[StoredCut]
    embeds: Sequence[dict[str, Any]]
    notices: Sequence[dict[str, Any]]
    left_out: Sequence[dict[str, Any]]
    group: dict[str, Any]

    @property
    def source(self) -> str | None:
        """The collection in which it stands."""
        return self.fields.get("source")


@dataclass(frozen=True, slots=True)
class StoryEvidence:
    """What speaks for one event: the comparison of two tellings, what a person can check of it, a sentence.

    `story_a` and `story_b` are the documents' rows of `stories`; `meet` says whether matching would compare
    them; `conflicts` are the places where they disagree, whether they are in one story or not.
    """

    comparison: StoryComparison
    shared: Sequence[SharedPassage]
    because: str
    story_a: dict[str, Any]
    story_b: dict[str, Any]
    meet: bool
    conflicts: Sequence[dict[str, Any]] = ()

    @property
    def in_one_story(self) -> bool:
        """Say whether both documents are in one story."""
        return bool(self.story_a["story_id"] == self.story_b["story_id"])


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story: its row of `origins`, its documents in the order of publication, its tellings and conflicts.

    `tellings` name the one most like each (`like_doc_id`, `like_score`) and what both share (`because`).
    """

    story_id: UUID
    headline: str | None
    origins: dict[str, Any]
    documents: Sequence[dict[str, Any]]
    tellings: Sequence[dict[str, Any]]
    conflicts: Sequence[dict[str, Any]]
    texts: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two documents, what the verdict on them rests on, the passages they share, both texts side by side.

    `canonical_a` stands for the group of `a`, `canonical_b` for that of `b`; `said` is an analyst's verdict,
    `thresholds` are those of the warehouse; `story` is None in a file of a copydesk that knew no stories.
    """

    a: StoredDocument
    b: StoredDocument
    canonical_a: StoredDocument
    canonical_b: StoredDocument
    evidence: Evidence
    passages: Sequence[Passage]
    rows: Sequence[Row]
    said: Verdict | None
    thresholds: SourceThresholds = field(default_factory=SourceThresholds)
    story: StoryEvidence | None = None

    @property
    def comparison(self) -> Comparison:
        """The true scores, and the kind that they make the pair."""
        return self.evidence.comparison

    @property
    def in_one_group(self) -> bool:
        """Say whether both are in one group of copies."""
        return bool(self.a.group["copy_id"] == self.b.group["copy_id"])


@dataclass(frozen=True, slots=True)
class Status:
    """Where a warehouse stands. Sizes are bytes; `last_runs` the latest first."""

    documents: int
    articles: int
    removals: int
    relations: int
    last_runs: list[dict[str, Any]]
    rejects_by_code: dict[str, int]
    published_at: datetime
    published_size: int
    working_size: int


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One version of a document: its place in the order of versions from 1, what it changed, all fields.

    `fields` are as text, `text` and `extracted_text` among them; `changed` names those that differ from
    the revision before.
    """

    revision: int
    is_current: bool
    seen_at: datetime
    run_id: UUID
    changed: Sequence[str]
    fields: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class CutsByRule:
    """How often a rule cut, in how many documents, and one thing that it cut."""

    kind: str
    rule: str
    cuts: int
    documents: int
    example: str


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """A group of at least two copies, of `texts` different texts.

    A large one has its bridge: where it stands, and how many of the documents are there through it alone.
    """

    copy_id: UUID
    title: str | None
    canonical_uri: str
    why_canonical: str
    size: int
    sites: list[str]
    members: list[str]
    texts: int
    bridge_uri: str | None = None
    bridge_holds: int | None = None


@dataclass(frozen=True, slots=True)
class StoredRule:
    """A row of `rules`. What belongs to learned rules alone is None for built-in ones."""

    rule: str
    kind: str
    state: str
    site: str | None
    text: str
    documents: int
    articles: int | None
    site_articles: int | None
    days: int | None
    cuts: int
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a run, or the whole warehouse, holds: for the demo, summaries and artifacts.

    `new_rules` are those of `cuts` that cut something for the first time since the last completed run;
    `proposed` counts the learned rules that wait for a decision.
    """

    documents: int
    cuts: list[CutsByRule]
    groups: list[CopyGroup]
    rejects: list[dict[str, Any]]
    new_rules: frozenset[str] = frozenset()
    proposed: int = 0
