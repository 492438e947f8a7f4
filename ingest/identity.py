"""Names that are the same in every run, order and rebuild: document ids and content hashes."""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL, UUID, uuid5

from ingest.carried import to_json
from ingest.model import Raw

DEFAULT_SOURCE = "default"

# The root of all ids that are not made from a URL. Changing it changes every such id.
NAMESPACE = uuid5(NAMESPACE_URL, "copydesk")


def document_id(
    canonical_url: str | None, source: str, source_uri: str, record_id: str | None = None
) -> UUID:
    """Return the id of a document: UUID version 5 of its canonical URL, else of where it came from.

    The scheme is left out, since sites serve one article under http and https. Without a URL the
    identity is the source's name, the file and the record's own id, else its number. The default
    source adds nothing to the identity.
    """
    if canonical_url:
        return uuid5(NAMESPACE_URL, "https://" + canonical_url.partition("://")[2])
    place = source_uri
    if record_id is not None:
        place = f"{source_uri.rpartition('#')[0] or source_uri}#id={record_id}"
    return uuid5(NAMESPACE, place if source == DEFAULT_SOURCE else f"{source}:{place}")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex, 64 characters."""
    return hashlib.sha256(data).hexdigest()


def raw_hash(raw: Raw) -> str:
    """Return the hash, in hex, of all that an article arrived as: its bytes and the facts carried with them.

    Without such facts it is the SHA-256 of the bytes.
    """
    digest = hashlib.sha256(raw.data)
    if not raw.carried:
        return digest.hexdigest()
    return sha256(digest.digest() + to_json(raw.carried).encode("utf-8"))


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` as UTF-8; the same that DuckDB's `sha256(text)` gives."""
    return sha256(text.encode("utf-8"))
