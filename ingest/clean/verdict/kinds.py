"""The kind of each cut line: by its phrases, else by the heading above it, else by its shape."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.clean.verdict.cues import KINDS
from ingest.clean.verdict.sight import Seen
from ingest.model import Kind

# Kinds of phrases without a kind of cut of their own.
_CUT_KIND: dict[str, Kind] = {
    "advertisement": "advertisement",
    "copyright": "copyright",
    "comments": "comments",
    "related": "related",
    "navigation": "navigation",
    "subscription": "subscription",
    "widget": "widget",
    "credit": "credit",
    "caption": "credit",
    "byline": "other",
    "bio": "other",
}
_HEADS_A_LIST = ("related", "comments", "subscription")
_MENU_WORDS = 3
_HEADLINE_WORDS = 5


def kinds(lines: Sequence[Seen]) -> list[Kind]:
    """The kind of each line of a run of neighbouring cut lines."""
    found: list[Kind] = []
    heading: Kind | None = None
    for line in lines:
        said = _said(line)
        if said is None:
            found.append(heading or _by_shape(line))
            continue
        heading = said if said in _HEADS_A_LIST and not line.prose else None
        found.append(said)
    return found


def _said(line: Seen) -> Kind | None:
    """The kind that most of the line's firm phrases speak of; the first of `KINDS` when equal."""
    most = max(line.cues.firm)
    return _CUT_KIND[KINDS[line.cues.firm.index(most)]] if most else None


def _by_shape(line: Seen) -> Kind:
    if line.words <= _MENU_WORDS:
        return "navigation"
    return "related" if line.words >= _HEADLINE_WORDS and not line.closed else "other"
