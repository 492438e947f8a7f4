"""Plain text is its own extraction."""

from __future__ import annotations

from ingest.decode import decode
from ingest.model import Extracted


def extract_text(data: bytes) -> Extracted:
    """The decoded input, unchanged. Raises `Refused` as `decode` does."""
    return Extracted(text=decode(data), media_type="text/plain")
