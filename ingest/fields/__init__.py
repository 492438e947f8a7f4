"""The fields of a document that neither its record nor its page gave: read from its clean text and cuts."""

from __future__ import annotations

from ingest.fields.byline import authors_from_notices
from ingest.fields.cited import cited
from ingest.fields.language import detect_language
from ingest.fields.left_notices import left_notices
from ingest.fields.printed_dates import printed_dates
from ingest.fields.site import site_from_notices
from ingest.fields.title import headline
from ingest.fields.words import count_words

__all__ = [
    "authors_from_notices",
    "cited",
    "count_words",
    "detect_language",
    "headline",
    "left_notices",
    "printed_dates",
    "site_from_notices",
]
