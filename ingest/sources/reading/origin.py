"""Where an input stands, and the articles and rejects that come from there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from typing import Literal

from ingest.model import Raw, Reject
from ingest.sources.reading.limits import MAX_DOCUMENT, MAX_KEPT


@dataclass(frozen=True, slots=True)
class Origin:
    """An input on its way in: the collection, the relative address, and the bytes as they were found.

    `size` is in bytes, None where unknown; `data` holds all of them, or None where they are many.
    """

    source: str
    uri: str
    size: int | None = None
    data: bytes | None = None

    def record(self, number: int) -> Origin:
        """The `number`th record (from 1) of this file."""
        return replace(self, uri=f"{self.uri}#{number}", size=None, data=None)

    def raw(self, form: Literal["text", "html", "record"], data: bytes) -> Raw:
        """An accepted article."""
        return Raw(self.source, self.uri, form, data)

    def reject(self, code: str, reason: str) -> Reject:
        """This input, set aside; small inputs keep their bytes."""
        digest = None if self.data is None else hashlib.sha256(self.data).hexdigest()
        kept = self.data if self.data is not None and len(self.data) <= MAX_KEPT else None
        return Reject(self.source, self.uri, code, reason, digest, self.size, kept)

    def too_large(self) -> Reject:
        """This input, set aside because one document of it is above the limit."""
        reason = f"The document is larger than {MAX_DOCUMENT // 1024**2} MiB, the most that is read at once."
        return self.reject("too_large", reason)


def read_whole(
    stream: BufferedReader, origin: Origin, form: Literal["text", "html", "record"]
) -> Iterator[Raw | Reject]:
    """The whole stream as one document, or a reject where it is empty or too large."""
    data = stream.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        yield origin.too_large()
    elif is_blank(data):
        yield origin.reject("empty", "The file is empty.")
    else:
        yield origin.raw(form, data)


def is_blank(data: bytes) -> bool:
    """Whether the bytes hold nothing but white space, a byte order mark or padding, in any encoding."""
    return not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf\xfe\xff")
