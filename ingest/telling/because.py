"""One sentence that says why two documents tell the same story."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.telling.evidence import Evidence, EvidenceKind
from ingest.telling.outlets import takes_article

# What a sentence says, in its order: kind, how it begins, how many of them it names at most.
_SAYS: tuple[tuple[EvidenceKind, str, int], ...] = (
    ("quote", "both quote ", 2),
    ("cited_outlet", "both cite ", 3),
    ("figure", "both count ", 3),
    ("name", "both name ", 4),
    ("date", "both give the date ", 1),
)


def because(found: Sequence[Evidence]) -> str:
    """Say in a sentence without a full stop what two texts share, places only where it is all."""
    parts = [begin + _listed(found, kind, most) for kind, begin, most in _SAYS if _listed(found, kind, most)]
    if not parts and (places := _listed(found, "place", 3)):
        parts = [f"both are about {places}"]
    return "; ".join(parts) if parts else "they share no name, figure, quotation, source or date"


def _listed(found: Sequence[Evidence], kind: EvidenceKind, most: int) -> str:
    """Return what is said of this kind, each once: `A, B and C`."""
    said = list(dict.fromkeys(each.said for each in found if each.kind == kind))[:most]
    if kind == "figure":
        said = [f"“{each}”" for each in said]
    if kind == "cited_outlet":
        said = [f"the {each}" if takes_article(each) else each for each in said]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
