"""The site of a document that names no address: the one domain that its copyright footers name."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.model import Notice


def site_from_notices(notices: Iterable[Notice]) -> str | None:
    """Return the domain of the copyright holder without `www.`; None where there is none, or several."""
    domains = {_bare(notice.domain) for notice in notices if notice.role == "copyright" and notice.domain}
    return domains.pop() if len(domains) == 1 else None


def _bare(domain: str) -> str:
    return domain.lower().removeprefix("www.")
