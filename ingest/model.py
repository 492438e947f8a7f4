"""What travels along the line: raw articles, cuts, documents, rejects. Plain values without behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

Kind = Literal[
    "advertisement",
    "copyright",
    "embed",
    "comments",
    "related",
    "navigation",
    "credit",
    "widget",
    "subscription",
    "repeated",
    "other",
]
KINDS: tuple[str, ...] = get_args(Kind)

Form = Literal["text", "html", "markdown", "record"]


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as it arrived: the exact bytes of a file, or of one record of a multi-record file.

    `format` says how to read `data`: `text`, `html`, `markdown` or `record` (one JSON object).
    `source_uri` is relative to the ingested root, with `#N` (from 1) for the Nth record and `!/` before
    the name of a file inside an archive. `carried` are the facts that its carrier states (`ingest.carried`);
    they belong to the article as its bytes do. `fetched_at`, when the carrier got the bytes, does not.
    """

    source: str
    source_uri: str
    format: Form
    data: bytes
    carried: Mapping[str, object] = field(default_factory=dict)
    fetched_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was set aside. `code` is a fixed word, `reason` a sentence for a person.

    `data` holds the bytes for a replay, or None where they could not be read or are too many;
    `content_hash` is the SHA-256 of the bytes in hex where they were read; `size` is in bytes.
    `carried` and `format` are those of the article, `format` None where the input became none.
    """

    source: str
    source_uri: str
    code: str
    reason: str
    content_hash: str | None = None
    size: int | None = None
    data: bytes | None = None
    carried: Mapping[str, object] = field(default_factory=dict)
    format: Form | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """An address on the web that was read, with what spares reading it again as long as it stays the same.

    `mark` is what a feed or a sitemap says of its version, `etag` and `last_modified` what its server says.
    `is_known` says that it was not read, because it is the version that was read before. A visit comes after
    what it brought: once it is stored, that is stored too.
    """

    source: str
    uri: str
    mark: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    is_known: bool = field(default=False, compare=False)


# What reading yields.
Arrival = Raw | Reject | Visit


@dataclass(frozen=True, slots=True)
class Cut:
    """A span that cleaning takes out: `[start, stop)` in characters of the extracted text."""

    start: int
    stop: int
    kind: Kind
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Embed:
    """A post of another platform inside the article.

    `start` and `stop` are characters of the extracted text, None where the page held the post
    but extraction left it out. `handle` has no `@`.
    """

    start: int | None
    stop: int | None
    platform: str
    author: str | None = None
    handle: str | None = None
    posted_on: date | None = None
    text: str = ""
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What a piece of boilerplate says: who owns the text, took the picture, printed it first.

    `role` is `copyright` (holder), `photo` (credit), `author` (byline) or `origin` (the outlet that a
    text comes from). `start` and `stop` are characters of the extracted text, None where extraction
    left out what says so.
    """

    start: int | None
    stop: int | None
    role: Literal["copyright", "photo", "author", "origin"]
    name: str | None = None
    domain: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that the article names as its source, by one name for all variants of it.

    `how` is a fixed word: `according_to`, `told`, `reported`, `interview_with`, `quoted_by`, `citing`,
    `agency` or `credit`. `start` and `stop` are characters of the clean text, from the citing words to the
    name or back; None where a credit line says so that is not part of the text.
    """

    outlet: str
    how: str
    start: int | None
    stop: int | None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The outcome of cleaning. `text` is the extracted text without the spans of `cuts`, exactly.

    `cuts` are sorted and do not overlap.
    """

    text: str
    cuts: tuple[Cut, ...] = ()
    embeds: tuple[Embed, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of a page that extraction did not take: its kind, the rule, and a reason for a person."""

    kind: Kind
    rule: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line that could be boilerplate of its site: `[start, stop)` in characters of the extracted text.

    `key` is a 64-bit hash of the site and of the line as matching folds it.
    """

    key: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A learned rule: what its cuts are called, and why they are made."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """A page or a text turned into plain text, with the fields that it says of itself.

    `embeds` are the posts that the page's markup names, without offsets; cleaning finds them in `text`.
    `extra` keeps the fields that no column holds, `left_out` what of a page is not in `text`, within bounds.
    """

    text: str
    media_type: str
    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    published_from: str | None = None
    modified_at: datetime | None = None
    language: str | None = None
    record_id: str | None = None
    embeds: tuple[Embed, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, ready to load. Times are aware; a date without a time is midnight UTC.

    `version_hash` does not depend on learned rules: learning one makes no new version of a document.
    """

    doc_id: UUID
    source: str
    source_uri: str
    media_type: str
    url: str | None
    canonical_url: str | None
    site: str | None
    title: str | None
    byline: str | None
    published_at: datetime | None
    published_from: str | None
    modified_at: datetime | None
    language: str | None
    text: str
    extracted_text: str
    word_count: int
    content_hash: str
    version_hash: str
    extra: str
    raw: Raw
    raw_hash: str
    cuts: tuple[Cut, ...]
    embeds: tuple[Embed, ...]
    notices: tuple[Notice, ...]
    left_out: tuple[LeftOut, ...] = ()
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
