"""Addresses without what must not be stored or shown: user names, passwords, keys."""

from __future__ import annotations

import re
from urllib.parse import unquote

_USER = re.compile(
    r"^([A-Za-z][A-Za-z0-9+.-]*(?:::[A-Za-z0-9+.-]+)*://)(?:[^/?#]*@|[^/?#@:]*:(?!\d+/)[^@]*@)"
)
_SECRET = re.compile(
    r"([?&;][^=&;#]*(?:key|token|secret|sig|signature|password|passwd|auth|credential)[^=&;#]*=)[^&;#]*",
    re.IGNORECASE,
)


def without_credentials(location: str) -> str:
    """A path or address without user and password, and with `…` for keys and tokens in its query."""
    if "://" not in location:
        return location
    return _SECRET.sub(r"\1…", _USER.sub(r"\1", location))


def secrets(location: str) -> list[str]:
    """What `without_credentials` takes out of an address, as it is and without escapes, the longest first."""
    if "://" not in location:
        return []
    user = _USER.match(location)
    named = location[user.end(1) : user.end() - 1].split(":") if user else []
    found = {*named, *(match[0].partition("=")[2] for match in _SECRET.finditer(location))}
    return sorted({*found, *map(unquote, found)} - {""}, key=lambda each: (-len(each), each))
