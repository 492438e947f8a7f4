"""The signature that closes an embedded post once its markup is gone: `— Name (@handle) May 3, 2024`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.clean.posts.dates import read_date

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))(?:[—–―]|--?|&mdash;)\s?(?P<author>[^@\n]{0,80}?)\s?"
    r"\((?P<handle>@[\w.\-]{1,60}(?:@[\w.\-]{3,60})?)\)(?P<rest>[^\n]{0,70})$"
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_REST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in a line: where it starts (characters from the line's start) and what it says."""

    offset: int
    author: str | None
    handle: str
    posted_on: date | None
    platform: str


def read_signature(line: str) -> Signature | None:
    """The signature that closes `line`, or None.

    A date must follow the handle, or nothing at all: `— Ada Lind (@adalind), who runs the site` is
    a sentence of the story.
    """
    if "(@" not in line:
        return None
    match = _SIGNATURE.search(line, max(0, len(line) - 260))
    if match is None:
        return None
    rest = match["rest"].strip()
    posted_on = read_date(rest)
    if rest and (posted_on is None or len(rest.split()) > _REST_WORDS):
        return None
    handle = match["handle"][1:]
    return Signature(match.start(), match["author"].strip() or None, handle, posted_on, _platform(handle))


def _platform(handle: str) -> str:
    """Handles name the network: a server after a second `@`, a domain as the whole handle, or neither."""
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"
