"""Plain text is its own extraction."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.decode import decode
from ingest.extract.stated import fill, located
from ingest.extract.urls import absolute
from ingest.model import Extracted


def extract_text(data: bytes, carried: Mapping[str, object]) -> Extracted:
    """The decoded input, unchanged, with the fields that are `carried`. Raises `Refused` as `decode` does."""
    text = decode(data, charset=carried.get("charset"))
    return fill(located(Extracted(text, "text/plain", absolute(carried.get("url")))), carried)
