"""Counting words."""

from __future__ import annotations

from ingest.fingerprint.normalise import is_unspaced, tokens


def count_words(text: str) -> int:
    """Return the number of words; in scripts without spaces, about the number of characters."""
    return len(tokens(text)) if is_unspaced(text) else len(text.split())
