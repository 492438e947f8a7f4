"""Documents that are ready to load, with their fingerprints, from the vocabulary of the sample corpus."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench.growth import CHUNK, texts
from ingest.fingerprint import fingerprint_compiled
from ingest.identity import document_id, sha256, text_hash
from ingest.model import Document, Raw
from warehouse.batch import Batch

Figures = dict[str, float]


def batches(number: int, words: int, size: int) -> Iterator[Batch]:
    """Make documents, batch by batch."""
    return (ready(start, min(size, number - start), words) for start in range(0, number, size))


def ready(start: int, number: int, words: int) -> Batch:
    """Make documents with their fingerprints, as processing would have done it."""
    chunks = range(start // CHUNK, -(-(start + number) // CHUNK))
    made = [text for chunk in chunks for text in texts(chunk, words)]
    made = made[start % CHUNK : start % CHUNK + number]
    documents = [document(at, text) for at, text in enumerate(made, start)]
    return Batch(documents, fingerprint_compiled(made))


def document(number: int, text: str) -> Document:
    """One plain text as a finished document."""
    raw = Raw("bench", f"{number}.txt", "text", text.encode())
    content_hash = text_hash(text)
    return Document(
        doc_id=document_id(None, raw.source, raw.source_uri), source=raw.source, source_uri=raw.source_uri,
        media_type="text/plain", url=None, canonical_url=None, site=f"s{number % 97}.example",
        title=text[:60], byline=None, published_at=None, published_from=None, modified_at=None,
        language="en", text=text, extracted_text=text, word_count=len(text.split()),
        content_hash=content_hash, version_hash=content_hash, extra="{}", raw=raw, raw_hash=sha256(raw.data),
        cuts=(), embeds=(), notices=(),
    )  # fmt: skip


@contextmanager
def counted(spent: Figures, name: str) -> Iterator[None]:
    """Add the CPU seconds of what is done inside to `spent`."""
    began = time.process_time()
    yield
    spent[name] += time.process_time() - began
