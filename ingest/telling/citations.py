"""The outlets that a text names as its sources, how it does so, and where.

Two things must agree: words that cite (“according to”, “told”, “reports”, a dateline) and a name that is an
outlet's, by its form, by what stands beside it, or because it is well known. People, offices and companies
are cited in the same words and are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.telling import citing
from ingest.telling.citing import How
from ingest.telling.outlet_names import OutletName, outlet_names
from ingest.telling.outlets import canonical_outlet, fold_outlet, is_outlet, known_outlet

_LEFT = 110
_LEFT = 110


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet cited in the passage `[start, stop)` of the text, from the citing words to the name or back.

    `outlet` is one name for all variants; `[name_start, name_stop)` is where it stands.
    """

    outlet: str
    how: How
    start: int
    stop: int
    name_start: int
    name_stop: int


def citations(text: str, site: str | None = None) -> tuple[Citation, ...]:
    """Return the citations of a clean text in their order; `site` is its own, which it does not cite."""
    names = outlet_names(text)
    beside = {fold_outlet(name.name) for name in names if name.medium}
    lasts = {
        name.name.split()[-1] for name in names if " " in name.name and is_outlet(name.name, article=True)
    }
    found: list[Citation] = []
    for name in names:
        read = _citation(text, name, beside, lasts, found[-1] if found else None)
        if read and not _own(read.outlet, site):
            found.append(read)
    return tuple(_resolved(found))


def _citation(
    text: str, name: OutletName, beside: set[str], lasts: set[str], last: Citation | None
) -> Citation | None:
    left = text[max(0, name.start - _LEFT) : name.start]
    left = left[left.rfind("\n") + 1 :]
    article = name.name.startswith(("The ", "Le ", "La ", "El ", "Der ", "Die ")) or bool(
        citing.ARTICLE.search(left)
    )
    by_itself = is_outlet(name.name, article)
    # “The Herald” is one where the text has the Lakeside Herald as well.
    established = by_itself or fold_outlet(name.name) in beside or (article and name.name in lasts)
    quoted = bool(left) and left[-1] in '"“„«'
    if not established and not quoted:
        return None
    how, start, stop = _how(text, left, name, last)
    if how is None or (not established and how != "according_to"):
        return None
    # “People said” is no report, even where the magazine of that name is cited elsewhere in the text.
    everyday = not by_itself and known_outlet(name.name) and not name.medium
    if everyday and how == "reported":
        return None
    return Citation(canonical_outlet(name.name), how, start, stop, name.start, name.stop)


def _how(text: str, left: str, name: OutletName, last: Citation | None) -> tuple[How | None, int, int]:
    start, stop = name.start, name.stop
    after = citing.AGENCY_AFTER.match(text, stop)
    if after and (before := citing.AGENCY_BEFORE.search("\n" + left)):
        return "agency", start - len(before[0].lstrip()), after.end()
    after = citing.DASHED_AFTER.match(text, stop)
    if after and (before := citing.DASHED_BEFORE.search("\n" + left)):
        return "agency", start - len(before[0].lstrip()), after.end() - 1
    if last and last.name_stop < start and citing.JOINED.fullmatch(text, last.name_stop, start):
        return last.how, start, stop
    for how, pattern in citing.BEFORE:
        if before := pattern.search(left):
            return how, start - len(left) + before.start(), stop
    for how, pattern in citing.AFTER:
        if after := pattern.match(text, stop):
            return how, start, after.end()
    if citing.SIGNED_BEFORE.search(left) and citing.SIGNED_AFTER.match(text, stop):
        return "credit", start, stop
    return None, start, stop


def _own(outlet: str, site: str | None) -> bool:
    """Whether the outlet is the site itself: the same letters as in its address."""
    if not site:
        return False
    label = max(site.lower().removeprefix("www.").split("."), key=len)
    folded = fold_outlet(outlet)
    return folded == fold_outlet(site) or folded == fold_outlet(label)


def _resolved(found: list[Citation]) -> Iterator[Citation]:
    """Give short forms the long name that the text also cites: “the Herald” beside “the Lakeside Herald”."""
    names = {c.outlet for c in found}
    for citation in found:
        short = citation.outlet
        long = {n for n in names if n.endswith(" " + short) or (short.isupper() and _initials(n) == short)}
        yield replace(citation, outlet=long.pop()) if len(long) == 1 else citation


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
