"""Small makers of values for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ingest.fingerprint import fingerprint
from ingest.identity import document_id, raw_hash, sha256, text_hash
from ingest.model import Cut, Document, Embed, Notice, Raw
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.run import Run
from warehouse.runs import Counts


def make_document(
    source_uri: str,
    text: str,
    *,
    url: str | None = None,
    source: str = "default",
    title: str | None = None,
    published_at: datetime | None = None,
    modified_at: datetime | None = None,
    site: str | None = None,
    extracted_text: str | None = None,
    cuts: Sequence[Cut] = (),
    embeds: Sequence[Embed] = (),
    notices: Sequence[Notice] = (),
    carried: Mapping[str, object] | None = None,
) -> Document:
    """A document as processing would have made it, without going through it."""
    extracted = text if extracted_text is None else extracted_text
    raw = Raw(
        source, source_uri, "text", f"{extracted}{title}{published_at}{modified_at}".encode(), carried or {}
    )
    return Document(
        doc_id=document_id(url, source, source_uri),
        source=source,
        source_uri=source_uri,
        media_type="text/plain",
        url=url,
        canonical_url=url,
        site=site,
        title=title,
        byline=None,
        published_at=published_at,
        published_from="record" if published_at else None,
        modified_at=modified_at,
        language="en",
        text=text,
        extracted_text=extracted,
        word_count=len(text.split()),
        content_hash=text_hash(text),
        version_hash=sha256(raw.data + (url or "").encode()),
        extra="{}",
        raw=raw,
        raw_hash=raw_hash(raw),
        cuts=tuple(cuts),
        embeds=tuple(embeds),
        notices=tuple(notices),
    )


def make_batch(documents: Sequence[Document], **more: Any) -> Batch:
    """A batch of documents with their fingerprints."""
    return Batch(documents, fingerprint([document.text for document in documents]), **more)


def open_run(files: Files, **more: Any) -> Run:
    """A run with nothing special about it."""
    settings = {"source": "default", "parameters": {}, "program": "test", "on_wait": print} | more
    return Run(files, **settings)


def load(files: Files, *batches: Sequence[Document]) -> Counts:
    """Load batches of documents in one run; documents whose bytes are known are left out first."""
    with open_run(files) as writer:
        for documents in batches:
            known = writer.known([(document.raw, document.raw_hash) for document in documents])
            fresh = [d for d in documents if (d.source, d.source_uri) not in known]
            writer.load(make_batch(fresh, unchanged=len(documents) - len(fresh)))
        return writer.counts


def files_in(folder: Path, name: str = "news.duckdb") -> Files:
    """The files of a warehouse in a folder."""
    return Files(folder / name)
