"""Web pages."""

from __future__ import annotations

from ingest.decode import decode
from ingest.model import Extracted


def extract_page(data: bytes) -> Extracted:
    return read_page(decode(data, html=True))


def read_page(markup: str, url: str | None = None) -> Extracted:
    from trafilatura import bare_extraction

    found = bare_extraction(markup, include_comments=False)
    return Extracted(text=found.text if found else "", media_type="text/html", url=url)
