"""The outlets that an article names as its sources, in its text and in the credit lines around it."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.model import Citation
from ingest.telling.citations import citations
from ingest.telling.outlets import canonical_outlet, fold_outlet


def cited(text: str, site: str | None, origins: Iterable[str | None]) -> tuple[Citation, ...]:
    """Return what a clean text cites, in its order, then the outlets that only a credit line names.

    `origins` are the names in notices of role `origin`; `site` is the article's own.
    """
    found = [Citation(c.outlet, c.how, c.start, c.stop) for c in citations(text, site)]
    known = {fold_outlet(each.outlet) for each in found}
    for name in sorted({canonical_outlet(name) for name in origins if name}):
        if fold_outlet(name) not in known:
            found.append(Citation(name, "credit", None, None))
    return tuple(found)
