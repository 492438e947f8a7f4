"""The signature that closes an embedded post once its markup is gone: `— Name (@handle) May 3, 2024`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.clean.posts.dates import month_number, read_date

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s)|(?<=[.!?…”\"’)])(?=[—–―]))(?:[—–―]|--?|&mdash;)\s?(?P<author>[^@\n]{0,80}?)\s?"
    r"\((?P<handle>@[\w.\-]{1,60}(?:@[\w.\-]{3,60})?)\)(?P<rest>[^\n]{0,70})$"
)
# Without a dash it must be the whole line, and a date has to follow.
_BARE = re.compile(
    r"(?P<author>[^\W\d_][^@\n(]{0,60}?)\s?\((?P<handle>@[\w.\-]{1,60}(?:@[\w.\-]{3,60})?)\)(?P<rest>\s[^\n]{0,40})$"
)
_BARE_WORDS = 12
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_AROUND_DATES = frozenset(("at", "de", "di", "um", "am", "pm", "utc", "gmt"))
_REST_WORDS = 9
# Weekday, month, time zone.
_DATE_WORDS = 3


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
    a sentence of the story. Without the dash, name, handle and date must be the whole line.
    """
    if "(@" not in line:
        return None
    match = _SIGNATURE.search(line, max(0, len(line) - 260))
    bare = None if match else _BARE.match(line)
    match = match or bare
    if match is None or (bare and len(line.split()) > _BARE_WORDS):
        return None
    rest = match["rest"].strip()
    posted_on = read_date(rest)
    if bare and not _is_date(rest):
        return None
    if rest and (posted_on is None or len(rest.split()) > _REST_WORDS):
        return None
    handle = match["handle"][1:]
    return Signature(match.start(), match["author"].strip() or None, handle, posted_on, platform_of(handle))


def _is_date(text: str) -> bool:
    """Whether a text with a date in it has no word beside the month's name."""
    return len(_names_in(text)) <= 1


def is_only_date(text: str) -> bool:
    """Whether a text is a date and nothing else: day and month, perhaps weekday, year, time and zone."""
    words = _names_in(text)
    named = any(map(month_number, words)) or read_date(text) is not None
    return named and len(words) <= _DATE_WORDS and any(map(str.isdigit, text)) and text[-1] not in "!?"


def _names_in(text: str) -> list[str]:
    """The words of a date in small letters without those that only join its parts."""
    return [word for word in _LETTERS.findall(text.lower()) if word not in _AROUND_DATES]


def platform_of(handle: str) -> str:
    """The network of a handle (without its first `@`): a second `@` names a server, a dot a domain."""
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"
