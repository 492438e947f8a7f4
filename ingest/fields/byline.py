"""The authors of a document that names them only in a line of its text."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.model import Notice


def authors_from_notices(notices: Iterable[Notice]) -> str | None:
    """Return the names in the bylines that were cut, each once, joined by commas; None without any."""
    names = dict.fromkeys(notice.name for notice in notices if notice.role == "author" and notice.name)
    return ", ".join(names) or None
