"""Names that two texts share, as long as both have them: `Mara Lind` rather than `Lind`."""

from __future__ import annotations

import re

from ingest.telling.lexicon import is_month, is_place
from ingest.telling.model import StoryComparison
from ingest.telling.rarity import zipf

_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]{2,})*"
_RUN = re.compile(rf"{_CAPITALISED}(?:[ \u00a0]{_CAPITALISED})*")
_PART = re.compile(r"[^ \u00a0]+")
_MOST_PARTS = 4
# A word this common is no part of a name at its beginning: `The`, `In`.
_COMMON = 6.2

Span = tuple[int, int]
# The name as it is written, and where it stands in both.
SharedName = tuple[str, int, int, int, int]


def shared_names(text_a: str, text_b: str, comparison: StoryComparison) -> list[SharedName]:
    """Return the names that both texts have: those of several words, the rarest first, then single ones.

    Single names are those among the terms that the tellings share, the heaviest first.
    """
    mine, theirs = _names(text_a), _names(text_b)
    long = sorted(
        (name for name in mine if name in theirs), key=lambda name: (-len(name), -_rarity(name), name)
    )
    kept: list[tuple[str, ...]] = []
    for name in long:
        if not any(set(name) <= set(other) for other in kept):
            kept.append(name)
    kept.sort(key=lambda name: (-_rarity(name), name))
    known = {part for name in kept for part in name}
    found = [(_said(text_a, text_b, mine[name], theirs[name]), *mine[name], *theirs[name]) for name in kept]
    for each in comparison.shared:
        span_a, span_b = (each.start_a, each.stop_a), (each.start_b, each.stop_b)
        said = _said(text_a, text_b, span_a, span_b)
        new = each.kind == "name" and said.casefold() not in known and not is_month(said)
        placed = min(each.start_a, each.start_b) >= 0
        if new and placed and said[0].isupper() and text_b[each.start_b].isupper():
            found.append((said, *span_a, *span_b))
    return found


def _said(text_a: str, text_b: str, span_a: Span, span_b: Span) -> str:
    """Return a name as the first text writes it; in capitals only where the second does so, too."""
    mine, theirs = text_a[slice(*span_a)], text_b[slice(*span_b)]
    return theirs if mine.isupper() and len(mine) > 1 and mine.casefold() == theirs.casefold() else mine


def _names(text: str) -> dict[tuple[str, ...], Span]:
    """Return where each name of two to four words stands first, and each part of a longer one."""
    found: dict[tuple[str, ...], Span] = {}
    for run in _RUN.finditer(text):
        parts = [(part.start(), part.end()) for part in _PART.finditer(text, *run.span())]
        for first in range(len(parts)):
            for last in range(first + 1, min(first + _MOST_PARTS, len(parts))):
                name = tuple(text[slice(*part)].casefold() for part in parts[first : last + 1])
                named = zipf(name[0]) < _COMMON and zipf(name[-1]) < _COMMON
                if named and not all(map(is_place, name)):
                    found.setdefault(name, (parts[first][0], parts[last][1]))
    return found


def _rarity(name: tuple[str, ...]) -> float:
    return sum(7.0 - zipf(part) for part in name)
