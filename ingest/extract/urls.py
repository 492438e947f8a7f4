"""Web addresses: one spelling for each page, and the site that it belongs to."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+\.?(?::\d+)?|\[[0-9a-f:]+\](?::\d+)?", re.IGNORECASE)
# Parameters that say where a reader came from and never which page it is, on whatever site.
_TRACKING = re.compile(
    r"utm_|(?:fbc|gc|dc|twc|ttc|yc)lid$|(?:msclk|gbra|wbra)id$|mc_[ce]id$|igsh|_ga$|_gl$", re.IGNORECASE
)
# The path of a program: then the query says which page it is, in parameters of any name.
_PROGRAM = re.compile(r"(?:^/?|/index|\.(?:php\d?|aspx?|jspx?|cfm|cgi|pl|do|dll))/?$", re.IGNORECASE)
_MAX_LENGTH = 2000


def clean(url: object, base: str | None = None) -> str | None:
    """The address in its canonical spelling: no tracking parameters, fragment, default port or password.

    A relative address is resolved against `base`. None for what is no web address.
    """
    whole = absolute(url, base)
    if whole is None:
        return None
    from courlan import clean_url

    parts = urlsplit(whole)
    netloc = parts.netloc.rpartition("@")[2]
    bare = clean_url(urlunsplit((parts.scheme, netloc, parts.path or "/", "", "")))
    if bare is None:
        return None
    scheme, netloc, path, _, _ = urlsplit(bare)
    return urlunsplit((scheme, netloc, path or "/", _clean_query(parts.query, parts.path), ""))


def absolute(url: object, base: str | None = None) -> str | None:
    """The address as it is written, resolved against `base`; None for what is no web address."""
    if not isinstance(url, str) or not 0 < len(url) <= _MAX_LENGTH:
        return None
    try:
        joined = urljoin(base or "", url.strip())
        parts = urlsplit(joined)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return joined


def is_front_page(url: str) -> bool:
    """Whether the address is that of a whole site, not of one page."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def site_of(url: str | None) -> str | None:
    """The registrable domain of an address, without `www`; None where there is no address."""
    if absolute(url) is None:
        return None
    from courlan import extract_domain

    host = (urlsplit(url or "").hostname or "").rstrip(".")
    # Names outside the public suffix list, such as `.example`, have their last two parts.
    return extract_domain(url or "") or ".".join(host.split(".")[-2:]) or None


def domain_in(name: str | None) -> str | None:
    """The domain where a site's name is one, such as `Harbour.example`."""
    if name and re.fullmatch(r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/?", name, re.I):
        return site_of(name if "://" in name else f"https://{name}")
    return None


def _clean_query(query: str, path: str) -> str:
    """The query without tracking parameters, sorted."""
    return "&".join(sorted(part for part in query.split("&") if part and not _is_tracking(part, path)))


def _is_tracking(part: str, path: str) -> bool:
    if _TRACKING.match(part.partition("=")[0]):
        return True
    if _PROGRAM.search(path) or "=" not in part:
        return False
    from courlan import clean_url

    return "?" not in (clean_url(f"https://host.example/page?{part}") or "?")
