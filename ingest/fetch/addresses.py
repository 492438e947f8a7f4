"""Addresses on the web as they are asked for, and as they are stored."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from ingest.errors import Refused
from ingest.extract.urls import clean

_WEB = re.compile(r"https?://", re.IGNORECASE)
_USER = re.compile(r"//[^/]*@")
_MOST = 2000
_BAD = re.compile(r"[\x00-\x20\x7f<>\"{}|\\^`]")
# Where caches of AMP pages keep them: the address of the page itself is a part of theirs.
_CACHED = re.compile(
    r"https?://(?:[\w-]+\.cdn\.ampproject\.org/(?:[acv]|wp)/(s/)?|www\.google\.[a-z.]+/amp/(s/)?)(?=[\w-]+\.)",
    re.IGNORECASE,
)


def is_web(path: str) -> bool:
    """Whether what a person names is an address on the web."""
    return _WEB.match(path) is not None


def stored(url: str) -> str:
    """The address as it is stored: canonical where it can be, and in any case without a password."""
    return clean(url) or shown(url)


def shown(url: str) -> str:
    """The address without user name, password and fragment; what is no address stays as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return _USER.sub("//", url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))


def asked(url: str, base: str | None = None) -> str:
    """The address to fetch, resolved against `base`, without its fragment; of an AMP cache, the page's own.

    Raises `Refused` with `malformed` for what is no address, `unsupported` for other schemes.
    """
    try:
        whole = urljoin(base or "", url.strip())
        parts = urlsplit(whole)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
        parts = urlsplit("")
    if parts.scheme and parts.scheme not in ("http", "https"):
        raise Refused("unsupported", f"Addresses that begin with {parts.scheme}: are not read.")
    if not url.strip() or not host or len(whole) > _MOST:
        raise Refused("malformed", "It is no address of a page.")
    whole = _BAD.sub(lambda found: f"%{ord(found[0]):02X}", urlunsplit(parts._replace(fragment="")))
    cached = _CACHED.match(whole)
    if cached:
        return f"http{'s' if cached[1] or cached[2] else ''}://{whole[cached.end() :]}"
    return whole
