"""Taking names of forgotten documents out of what runs were asked to do. Pure."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

GONE = "(forgotten)"


def redact(value: Any, names: Set[str], ids: Set[str]) -> Any:
    """Return JSON `value` without what names a forgotten document.

    A text goes where it is one of `names`, or a path that ends in one. Of an object that holds one of the
    `ids`, every text goes but the ids themselves.
    """
    if isinstance(value, str):
        return GONE if _named(value, names) else value
    if isinstance(value, list):
        return [redact(each, names, ids) for each in value]
    if isinstance(value, dict):
        if any(isinstance(each, str) and each in ids for each in value.values()):
            return {key: _only_ids(key, each) for key, each in value.items()}
        return {key: redact(each, names, ids) for key, each in value.items()}
    return value


def texts(value: Any) -> set[str]:
    """Return all texts in JSON `value`, but for the names of fields."""
    if isinstance(value, str):
        return {value}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in parts for text in texts(part)}


def _named(text: str, names: Set[str]) -> bool:
    parts = text.split("/")
    return any("/".join(parts[start:]) in names for start in range(len(parts)))


def _only_ids(key: str, value: Any) -> Any:
    return value if key.startswith("doc_") or not isinstance(value, str) else GONE
