"""Documents and what hangs on them as Arrow tables, the fastest way into DuckDB."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from uuid import UUID

import numpy as np
import pyarrow as pa
import zstandard

from ingest.carried import to_json
from ingest.identity import sha256
from ingest.model import Document, Reject

_UUID = pa.uuid()
_TIME = pa.timestamp("us", tz="UTC")
# Long texts are copied once, and not again each time that their column grows.
_TEXT = pa.string_view()
_RAW_LEVEL = 3
_compressor = zstandard.ZstdCompressor(level=_RAW_LEVEL)

# What cleaning again can change of a version.
RECLEANED = pa.schema(
    [
        ("doc_id", _UUID),
        ("number", pa.int32()),
        ("version_hash", pa.string()),
        ("media_type", pa.string()),
        ("url", pa.string()),
        ("canonical_url", pa.string()),
        ("site", pa.string()),
        ("title", pa.string()),
        ("byline", pa.string()),
        ("published_at", _TIME),
        ("published_from", pa.string()),
        ("modified_at", _TIME),
        ("language", pa.string()),
        ("text", _TEXT),
        ("characters", pa.int32()),
        ("extracted_text", _TEXT),
        ("word_count", pa.int32()),
        ("content_hash", pa.string()),
        ("extra", pa.string()),
        ("raw", pa.binary()),
    ]
)
REVISIONS = pa.schema(
    [
        *RECLEANED,
        ("raw_format", pa.string()),
        ("raw_hash", pa.string()),
        ("carried", pa.string()),
        ("fetched_at", _TIME),
        ("seen_at", _TIME),
        ("run_id", _UUID),
    ]
)
_SPAN = [("doc_id", _UUID), ("number", pa.int32()), ("start", pa.int32()), ("stop", pa.int32())]
CUTS = pa.schema([*_SPAN, *((name, pa.string()) for name in ("kind", "rule", "reason", "text"))])
EMBEDS = pa.schema(
    [
        *_SPAN,
        *((name, pa.string()) for name in ("platform", "author", "handle")),
        ("posted_on", pa.date32()),
        ("text", pa.string()),
        ("urls", pa.list_(pa.string())),
    ]
)
NOTICES = pa.schema(
    [*_SPAN, *((name, pa.string()) for name in ("role", "name", "domain")), ("year", pa.int32())]
)
LEFT_OUT = pa.schema(
    [
        ("doc_id", _UUID),
        ("number", pa.int32()),
        ("piece", pa.int32()),
        *((name, pa.string()) for name in ("kind", "rule", "reason", "text")),
    ]
)
BLOCKS = pa.schema([*_SPAN, ("block", pa.uint64()), ("day", pa.date32())])
CITATIONS = pa.schema([*_SPAN, ("outlet", pa.string()), ("how", pa.string())])
_IDS = pa.schema([("doc_id", _UUID)])
REJECTS = pa.schema(
    [
        ("reject_id", _UUID),
        ("run_id", _UUID),
        *((name, pa.string()) for name in ("source", "source_uri", "reason", "error_code", "content_hash")),
        ("size", pa.int64()),
        ("raw", pa.binary()),
        ("raw_format", pa.string()),
        ("carried", pa.string()),
    ]
)


def table(schema: pa.Schema, rows: Iterable[Sequence[object]]) -> pa.Table:
    """Turn rows into a table of `schema`; UUIDs may be given as such."""
    return from_columns(schema, list(zip(*rows, strict=True)) or [()] * len(schema))


def from_columns(schema: pa.Schema, columns: Iterable[Sequence[object] | pa.Array]) -> pa.Table:
    """Turn columns into a table of `schema`; they may be arrays already."""
    arrays = [_array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def column(things: Collection[object], name: str) -> list[object]:
    """Return what things have by this name."""
    return list(map(attrgetter(name), things))


def ids(doc_ids: Iterable[UUID]) -> pa.Table:
    """Turn document ids into a table with the one column `doc_id`."""
    return from_columns(_IDS, [list(doc_ids)])


def _array(values: Sequence[object] | pa.Array, kind: pa.DataType) -> pa.Array:
    if isinstance(values, pa.Array):
        return values
    if kind == _UUID:
        plain = [value.int.to_bytes(16) if isinstance(value, UUID) else value for value in values]
        return pa.ExtensionArray.from_storage(kind, pa.array(plain, pa.binary(16)))
    return pa.array(values, kind)


def _same(value: object, kind: pa.DataType, rows: int) -> pa.Array:
    """Return a column that says the same in every row."""
    return pa.DictionaryArray.from_arrays(np.zeros(rows, np.int32), _array([value], kind)).dictionary_decode()


def compress(data: bytes) -> bytes:
    """Compress raw bytes with zstd."""
    return _compressor.compress(data)


def decompress(data: bytes) -> bytes:
    """Give back what `compress` was given."""
    return zstandard.ZstdDecompressor().decompress(data)


def pack(data: bytes, text: str) -> bytes:
    """Return raw bytes as they are stored: nothing where they are `text` in UTF-8, else compressed."""
    return b"" if data == text.encode("utf-8", "surrogatepass") else compress(data)


def unpack(packed: bytes, text: str) -> bytes:
    """Give back what `pack` was given with the same text."""
    return decompress(packed) if packed else text.encode("utf-8", "surrogatepass")


def revisions(numbered: Sequence[tuple[int, Document]], seen_at: datetime, run_id: UUID) -> pa.Table:
    """One row per new version."""
    raws = [document.raw for _, document in numbered]
    arrived = [
        [raw.format for raw in raws],
        [document.raw_hash for _, document in numbered],
        [facts_json(raw.carried) for raw in raws],
        [raw.fetched_at for raw in raws],
        _same(seen_at, _TIME, len(raws)),
        _same(run_id, _UUID, len(raws)),
    ]
    return from_columns(REVISIONS, [*_versions(numbered), *arrived])


def facts_json(carried: Mapping[str, object]) -> str | None:
    """Facts as they are stored: JSON, or NULL where there are none."""
    return to_json(carried) if carried else None


def recleaned(numbered: Sequence[tuple[int, Document]]) -> pa.Table:
    """One row per version that was cleaned again."""
    return from_columns(RECLEANED, _versions(numbered))


def _versions(numbered: Sequence[tuple[int, Document]]) -> Iterator[Sequence[object]]:
    """Yield the columns of `RECLEANED`: in columns, since rows of so many values take twice as long."""
    documents = [document for _, document in numbered]
    made: dict[str, Sequence[object]] = {
        "number": [number for number, _ in numbered],
        "characters": [len(d.text) for d in documents],
        "extracted_text": [None if d.extracted_text == d.text else d.extracted_text for d in documents],
        "raw": [pack(d.raw.data, d.extracted_text) for d in documents],
    }
    for name in RECLEANED.names:
        yield made[name] if name in made else column(documents, name)


def cuts(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per cut of new versions."""
    return table(
        CUTS,
        (
            (d.doc_id, number, c.start, c.stop, c.kind, c.rule, c.reason, d.extracted_text[c.start : c.stop])
            for number, d in numbered
            for c in d.cuts
        ),
    )


def embeds(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per embedded post of new versions."""
    return table(
        EMBEDS,
        (
            (d.doc_id, n, e.start, e.stop, e.platform, e.author, e.handle, e.posted_on, e.text, list(e.urls))
            for n, d in numbered
            for e in d.embeds
        ),
    )


def notices(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per notice of new versions."""
    return table(
        NOTICES,
        (
            (d.doc_id, number, n.start, n.stop, n.role, n.name, n.domain, n.year)
            for number, d in numbered
            for n in d.notices
        ),
    )


def left_out(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per piece of a page that extraction left out of a new version, counted from 1."""
    return table(
        LEFT_OUT,
        (
            (d.doc_id, number, piece, item.kind, item.rule, item.reason, item.text)
            for number, d in numbered
            for piece, item in enumerate(d.left_out, 1)
        ),
    )


def blocks(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per line of new versions that could be boilerplate."""
    return table(
        BLOCKS,
        (
            (doc_id, number, b.start, b.stop, b.key, day)
            for number, d in numbered
            for doc_id, day in [(d.doc_id.bytes, _day(d.published_at))]
            for b in d.blocks
        ),
    )


def citations(numbered: Iterable[tuple[int, Document]]) -> pa.Table:
    """One row per outlet that a new version cites, each time."""
    return table(
        CITATIONS,
        ((d.doc_id, number, c.start, c.stop, c.outlet, c.how) for number, d in numbered for c in d.citations),
    )


def _day(time: datetime | None) -> date | None:
    return None if time is None else time.astimezone(UTC).date()


def rejects(identified: Iterable[tuple[UUID, Reject]], run_id: UUID) -> pa.Table:
    """One row per reject, with its id."""
    return table(
        REJECTS,
        (
            (
                reject_id,
                run_id,
                r.source,
                r.source_uri,
                r.reason,
                r.code,
                r.content_hash or (sha256(r.data) if r.data is not None else None),
                r.size,
                None if r.data is None else compress(r.data),
                r.format,
                facts_json(r.carried),
            )
            for reject_id, r in identified
        ),
    )
