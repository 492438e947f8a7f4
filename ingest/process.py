"""One raw article through extract, clean and fields: a finished document, or a reject that says why."""

from __future__ import annotations

import json
from dataclasses import replace

from ingest.clean import clean_page
from ingest.clean.engine.lines import Page
from ingest.clean.learned.blocks import blocks
from ingest.clean.learned.repeated import Learned, repeated
from ingest.errors import Refused
from ingest.extract import extract
from ingest.fields import (
    authors_from_notices,
    cited,
    count_words,
    detect_language,
    headline,
    left_notices,
    printed_dates,
    site_from_notices,
)
from ingest.identity import document_id, raw_hash, sha256, text_hash
from ingest.model import Cleaned, Document, Extracted, Raw, Reject
from ingest.sources.reading.limits import MAX_KEPT
from ingest.sources.reading.paths import STDIN


def process(raw: Raw, learned: Learned | None = None) -> Document | Reject:
    """Make a document of `raw`, cut by the built-in rules and by the `learned` ones of its site.

    Never raises: what cannot be read becomes a reject.
    """
    try:
        return _processed(raw, learned or {})
    except Refused as refusal:
        return _reject(raw, refusal.code, refusal.reason)
    except Exception as error:  # one article must not stop the thousands after it
        return _reject(
            raw, "failed", f"The article could not be processed ({type(error).__name__}: {error})."
        )


def _processed(raw: Raw, learned: Learned) -> Document:
    read = extract(raw)
    page = Page(read.text)
    extracted = _dated(read, page)
    flattened = extracted.media_type != "text/html"
    cleaned = clean_page(page, extracted.embeds, flattened=flattened)
    document = _document(raw, extracted, page, cleaned)
    more = repeated(document.blocks, learned)
    if not more:
        return document
    # Learned rules cut only what the built-in ones leave, so what these read out of it stays the same.
    again = clean_page(page, extracted.embeds, more, flattened=flattened)
    return replace(
        _document(raw, extracted, page, again), version_hash=document.version_hash, blocks=document.blocks
    )


def _dated(extracted: Extracted, page: Page) -> Extracted:
    """A plain text that no field dates is as old as it says itself."""
    if extracted.published_at is not None or extracted.media_type == "text/html":
        return extracted
    published, modified = printed_dates(page)
    if published is None and modified is None:
        return extracted
    return replace(
        extracted,
        published_at=published,
        published_from="text" if published else None,
        modified_at=extracted.modified_at or modified,
    )


def _reject(raw: Raw, code: str, reason: str) -> Reject:
    kept = raw.data if len(raw.data) <= MAX_KEPT else None
    digest, size = sha256(raw.data), len(raw.data)
    return Reject(raw.source, raw.source_uri, code, reason, digest, size, kept, raw.carried, raw.format)


def _document(raw: Raw, extracted: Extracted, page: Page, cleaned: Cleaned) -> Document:
    extra = json.dumps(extracted.extra, ensure_ascii=False, sort_keys=True)
    title = extracted.title
    if title is None and extracted.media_type != "text/html":
        title = headline(cleaned.text)
    notices = (*cleaned.notices, *left_notices(extracted.left_out))
    site = extracted.site or site_from_notices(notices)
    byline = extracted.byline or authors_from_notices(cleaned.notices)
    language = extracted.language or detect_language(cleaned.text)
    content_hash = text_hash(cleaned.text)
    told = (
        extracted.media_type,
        extracted.url,
        extracted.canonical_url,
        site,
        title,
        byline,
        str(extracted.published_at),
        extracted.published_from,
        str(extracted.modified_at),
        language,
        content_hash,
        content_hash if cleaned.text == extracted.text else text_hash(extracted.text),
        extra,
    )
    return Document(
        doc_id=document_id(extracted.canonical_url, raw.source, raw.source_uri, _own_id(raw, extracted)),
        source=raw.source,
        source_uri=raw.source_uri,
        media_type=extracted.media_type,
        url=extracted.url,
        canonical_url=extracted.canonical_url,
        site=site,
        title=title,
        byline=byline,
        published_at=extracted.published_at,
        published_from=extracted.published_from,
        modified_at=extracted.modified_at,
        language=language,
        text=cleaned.text,
        extracted_text=extracted.text,
        word_count=count_words(cleaned.text),
        content_hash=content_hash,
        version_hash=sha256(json.dumps(told, ensure_ascii=False).encode("utf-8")),
        extra=extra,
        raw=raw,
        raw_hash=raw_hash(raw),
        cuts=cleaned.cuts,
        embeds=cleaned.embeds,
        notices=notices,
        left_out=extracted.left_out,
        blocks=blocks(page, cleaned.cuts, site or raw.source, extracted.title),
        citations=cited(cleaned.text, site, (notice.name for notice in notices if notice.role == "origin")),
    )


def _own_id(raw: Raw, extracted: Extracted) -> str | None:
    """The record's own id; what comes through standard input has no place, so its bytes are its id."""
    if extracted.record_id is None and raw.source_uri.partition("#")[0] == STDIN:
        return sha256(raw.data)
    return extracted.record_id
