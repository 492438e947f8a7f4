"""Where an input stands, and the articles and rejects that come from there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BufferedReader
from typing import TYPE_CHECKING

from ingest.carried import facts, inherited
from ingest.model import Form, Raw, Reject
from ingest.sources.reading.limits import MAX_DOCUMENT, MAX_KEPT

if TYPE_CHECKING:
    from ingest.sources.web.reach import Reach


@dataclass(frozen=True, slots=True)
class Origin:
    """An input on its way in: the collection, the relative address, and the bytes as they were found.

    `size` is in bytes, None where unknown; `data` holds all of them, or None where they are many. `carried`
    and `fetched_at` are what is known besides (see `Raw`). `columns` says which column of a record holds
    which field, `web` fetches the addresses that the input lists, where it may.
    """

    source: str
    uri: str
    size: int | None = None
    data: bytes | None = None
    carried: Mapping[str, object] = field(default_factory=dict)
    fetched_at: datetime | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    web: Reach | None = field(default=None, compare=False)

    def record(self, number: int) -> Origin:
        """The `number`th record (from 1) of this file."""
        return self.part(f"{self.uri}#{number}")

    def part(self, uri: str, size: int | None = None) -> Origin:
        """One of several inputs inside this one, at its own address; facts on this one alone are gone."""
        return replace(self, uri=uri, size=size, data=None, carried=inherited(self.carried))

    def saying(self, carried: Mapping[str, object], fetched_at: datetime | None = None) -> Origin:
        """This input with more facts, which win over those of the same name."""
        told = facts({**self.carried, **facts(carried)})
        return replace(self, carried=told, fetched_at=fetched_at or self.fetched_at)

    def raw(self, form: Form, data: bytes) -> Raw:
        """An accepted article."""
        carried = self.carried
        if self.columns and form == "record":
            carried = facts({**carried, "map": self.columns})
        return Raw(self.source, self.uri, form, data, carried, self.fetched_at)

    def reject(self, code: str, reason: str) -> Reject:
        """This input, set aside; small inputs keep their bytes."""
        digest = None if self.data is None else hashlib.sha256(self.data).hexdigest()
        kept = self.data if self.data is not None and len(self.data) <= MAX_KEPT else None
        return Reject(self.source, self.uri, code, reason, digest, self.size, kept, self.carried)

    def too_large(self) -> Reject:
        """This input, set aside because one document of it is above the limit."""
        reason = f"The document is larger than {MAX_DOCUMENT // 1024**2} MiB, the most that is read at once."
        return self.reject("too_large", reason)


def read_whole(stream: BufferedReader, origin: Origin, form: Form) -> Iterator[Raw | Reject]:
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
