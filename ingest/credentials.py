"""Addresses without what must not be stored or shown: user names, passwords, keys."""

from __future__ import annotations

import re

_USER = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*(?:::[A-Za-z0-9+.-]+)*://)[^/?#]*@")
_SECRET = re.compile(
    r"([?&;][^=&;#]*(?:key|token|secret|sig|signature|password|passwd|auth|credential)[^=&;#]*=)[^&;#]*",
    re.IGNORECASE,
)


def without_credentials(location: str) -> str:
    """A path or address without user and password, and with `…` for keys and tokens in its query."""
    if "://" not in location:
        return location
    return _SECRET.sub(r"\1…", _USER.sub(r"\1", location))
