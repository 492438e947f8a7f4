"""What is asked of a server, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the version that it sent last (RFC 9110); it sends another one only."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is where it came from in the end, `redirects` the addresses on the way there.

    `is_same` says that the version is the one that the validators are of; then there is no `body`.
    """

    url: str
    redirects: tuple[str, ...]
    is_same: bool
    media_type: str | None
    charset: str | None
    validators: Validators
    body: bytes
    at: datetime
