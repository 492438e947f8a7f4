"""The outlets that a text names as its sources, how it does so, and where.

Two things must agree: words that cite (“according to”, “told”, “reports”, a dateline) and a name that is an
outlet's, by its form, by what stands beside it, or because it is well known. People, offices and companies
are cited in the same words and are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.telling import citing
from ingest.telling.citing import How
from ingest.telling.outlets import SIGNS, canonical_outlet, fold_outlet, is_outlet, known_outlet

_LEFT = 110
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_LINK = r"(?:of|and|und|et|y|on|for|in|de|del|della|des|du|la|am|der)"
_ADDRESS = r"(?:www\.)?[\w-]{3,}\.(?:com|org|net|info|example|news|tv|ua)\b"
_NAME = re.compile(
    rf"(?<![\w.@/-])(?:{_ADDRESS}|(?:[{_CAPITAL}][\w&.’'‘/-]*\w|[{_CAPITAL}]|dpa|taz|ntv|franceinfo)"
    rf"(?:[   ](?:{_LINK}[   ])?[{_CAPITAL}0-9](?:[\w&’'‘/-]*\w)?)*)",
)
_WORDS = re.compile(r"\w+")
_CUT = re.compile(r"['’‘]s?(?:[   ]+|$)|[   ](?:and|und|et|y)[   ]")
_CLOSING = re.compile(r"[   ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_SPACE = re.compile(r"[   ]")
_MEDIA_WORDS = frozenset(
    """
    newspaper magazine agency outlet broadcaster newssite portal channel network television tabloid weekly
    website
    Zeitung Nachrichtenagentur Sender Magazin Blatt quotidien hebdomadaire agence chaîne diario periódico
    agencia
    cadena emisora revista
    """.split()
)
_SIGNS = SIGNS | _MEDIA_WORDS
_OPENINGS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday But And In On At As When While Meanwhile "
    "Nachrichtenagentur "
    "Zeitung Sender Magazin Tageszeitung Blatt Fernsehsender Nachrichtenmagazin Portal".split()
)
_ADDRESSES = (".com", ".org", ".net", ".info", ".example", ".news")
_QUOTED = re.compile(r"(?:ccording to|selon|laut|según) [\"“„«‘](?=[A-ZÀ-Þ])")
# Adjectives of places, which stand before “newspaper” and are no names.
_PLACE = re.compile(r"(?:ish|ian|ese|ean|ch|can|man|aeli|aqi|ani|eek|wiss)$")


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


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    start: int
    stop: int


def citations(text: str, site: str | None = None) -> tuple[Citation, ...]:
    """Return the citations of a clean text in their order; `site` is its own, which it does not cite."""
    names = list(_names(text))
    if not names:
        return ()
    beside = {fold_outlet(n.name) for n in names if _has_medium_beside(text, n)}
    found: list[Citation] = []
    for name in names:
        read = _citation(text, name, beside, found[-1] if found else None)
        if read and not _own(read.outlet, site):
            found.append(read)
    return tuple(_resolved(found))


def _names(text: str) -> Iterator[_Name]:
    """Yield the capitalised names of each line that has a sign of an outlet, in their order."""
    read = -1
    for place in _places(text):
        if place < read:
            continue
        line = text.rfind("\n", 0, place) + 1
        read = text.find("\n", place)
        read = read if read >= 0 else len(text)
        for match in _NAME.finditer(text, line, read):
            yield from _parts(match[0], match.start())


def _places(text: str) -> list[int]:
    words = set(_WORDS.findall(text))
    signs = words & _SIGNS
    signs.update(address for address in _ADDRESSES if address in text)
    places = [match.end() for match in _QUOTED.finditer(text)] if "“" in text or '"' in text else []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            places.append(place)
            place = text.find(sign, place + len(sign))
    return sorted(places)


def _parts(run: str, start: int) -> Iterator[_Name]:
    """Split a run of capitalised words at possessives and between two names, and drop what opens a name."""
    begin = 0
    cuts = [] if known_outlet(run) else [*_CUT.finditer(run)]
    for cut in [*cuts, None]:
        end = cut.start() if cut else len(run)
        part = run[begin:end]
        if part:
            opening = _opening(part)
            name = _CLOSING.sub("", part[opening:])
            yield _Name(name, start + begin + opening, start + begin + opening + len(name))
        begin = cut.end() if cut else end


def _opening(name: str) -> int:
    """Return where a known name begins that ends `name`, else where it begins after weekdays and media."""
    starts = [0, *(space.end() for space in _SPACE.finditer(name))]
    for start in starts:
        if known_outlet(name[start:]):
            return start
    return next((s for s in starts if _SPACE.split(name[s:], maxsplit=1)[0] not in _OPENINGS), 0)


def _has_medium_beside(text: str, name: _Name) -> bool:
    """Whether words such as “newspaper” stand before or after the name."""
    before = citing.MEDIUM_BEFORE.search(text, max(0, name.start - _LEFT), name.start)
    if before:
        # In “Lakeside magazine, Mara Lind” the name after the comma is another one.
        return not before["other"] or bool(_PLACE.search(before["other"]))
    if not citing.MEDIUM_AFTER.match(text, name.stop):
        return False
    if known_outlet(name.name):
        return True
    place = " " not in name.name and _PLACE.search(name.name)
    return not place and bool(citing.ARTICLE.search(text, max(0, name.start - 6), name.start))


def _citation(text: str, name: _Name, beside: set[str], last: Citation | None) -> Citation | None:
    left = text[max(0, name.start - _LEFT) : name.start]
    left = left[left.rfind("\n") + 1 :]
    article = name.name.startswith(("The ", "Le ", "La ", "El ", "Der ", "Die ")) or bool(
        citing.ARTICLE.search(left)
    )
    by_itself = is_outlet(name.name, article)
    established = by_itself or fold_outlet(name.name) in beside
    quoted = bool(left) and left[-1] in '"“„«'
    if not established and not quoted:
        return None
    how, start, stop = _how(text, left, name, last)
    if how is None or (not established and how != "according_to"):
        return None
    # “People said” is no report, even where the magazine of that name is cited elsewhere in the text.
    everyday = not by_itself and known_outlet(name.name) and not _has_medium_beside(text, name)
    if everyday and how == "reported":
        return None
    return Citation(canonical_outlet(name.name), how, start, stop, name.start, name.stop)


def _how(text: str, left: str, name: _Name, last: Citation | None) -> tuple[How | None, int, int]:
    start, stop = name.start, name.stop
    after = citing.AGENCY_AFTER.match(text, stop)
    if after and (before := citing.AGENCY_BEFORE.search("\n" + left)):
        return "agency", start - len(before[0].lstrip()), after.end()
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
