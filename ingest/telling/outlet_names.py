"""The names in a text that could be outlets', before it is known whether the text cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.telling import citing
from ingest.telling.outlets import FORMS, SIGNS, known_outlet

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_LINK = r"(?:of|and|und|et|y|on|for|in|de|del|della|des|du|la|am|der)"
_ADDRESS = r"(?:www\.)?[\w-]{3,}\.(?:com|org|net|info|example|news|tv|ua)\b"
_NAME = re.compile(
    rf"(?<![\w.@/-])(?:{_ADDRESS}|(?:[{_CAPITAL}][\w&.’'‘/-]*\w|[{_CAPITAL}]|dpa|taz|ntv|franceinfo)"
    rf"(?:[   ](?:{_LINK}[   ])?[{_CAPITAL}0-9](?:[\w&’'‘/-]*\w)?){{0,7}})",
)
_WORDS = re.compile(r"\w+")
_CUT = re.compile(r"['’‘]s?(?:[   ]+|$)|[   ](?:and|und|et|y)[   ]")
_CLOSING = re.compile(r"(?:[   ]on)?[   ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_SPACE = re.compile(r"[   ]")
_MEDIA_WORDS = frozenset(
    """
    newspaper daily magazine agency outlet broadcaster portal channel network television tabloid weekly
    website station Zeitung Nachrichtenagentur Sender Magazin Blatt journal quotidien hebdomadaire agence
    chaîne diario periódico agencia cadena emisora revista site giornale quotidiano agenzia jornal agência
    krant dagblad persbureau
    """.split()
)
# How far before a sign its name may begin, and how far from a word for the medium the name may stand.
_WINDOW, _GAP = 80, 4
_SIGNS = SIGNS | _MEDIA_WORDS
_OPENINGS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday But And In On At As When "
    "While Meanwhile Laut Selon Según Nach Wie Secondo Segundo Volgens Per "
    "Nachrichtenagentur Zeitung Sender Magazin Tageszeitung Blatt Fernsehsender Nachrichtenmagazin "
    "Portal".split()
)
_ADDRESSES = (".com", ".org", ".net", ".info", ".example", ".news")
_QUOTES = frozenset('"“„«')
_QUOTED = re.compile(r"(?:ccording to|[Ss]elon|[Ll]aut|[Ss]egún|\b[Dd](?:er|em|ie|as)) [\"“„«‘](?=[A-ZÀ-Þ])")
# Adjectives of places, which stand before “newspaper” and are no names.
_PLACE = re.compile(r"(?:ish|ian|ese|ean|ch|can|man|aeli|aqi|ani|eek|wiss)$")


@dataclass(frozen=True, slots=True)
class OutletName:
    """A name at `[start, stop)` of a text; `medium` says that a word such as “newspaper” stands beside it."""

    name: str
    start: int
    stop: int
    medium: bool


def outlet_names(text: str) -> list[OutletName]:
    """Return the names that could be outlets' by a word of theirs or one beside them, in their order.

    A name that a word for the medium makes one is found wherever else it stands in the text.
    """
    found = {mention.start: mention for mention in _signed(text)}
    for name in {m.name for m in found.values() if m.medium and not known_outlet(m.name)}:
        for other in re.finditer(rf"{re.escape(name)}(?![\w-])", text):
            if not text[other.start() - 1 : other.start()].isalnum():
                found.setdefault(other.start(), OutletName(name, other.start(), other.end(), False))
    return [found[start] for start in sorted(found)]


def _signed(text: str) -> Iterator[OutletName]:
    done = -1
    for place, stop in _places(text):
        start = max(done, text.rfind("\n", max(0, place - _WINDOW), place) + 1, place - _WINDOW)
        end = text.find("\n", place, stop + _WINDOW)
        for match in _NAME.finditer(text, start, end if end >= 0 else min(len(text), stop + _WINDOW)):
            if match.start() > stop + _GAP:
                break
            if match.end() + _GAP < place:
                continue
            done = match.end()
            for name, begin in _parts(match[0], match.start()):
                yield OutletName(name, begin, begin + len(name), _medium_beside(text, name, begin))


def _places(text: str) -> list[tuple[int, int]]:
    """Return where the words stand that an outlet's name has or that stand beside one, and quoted names."""
    signs = set(_WORDS.findall(text)) & _SIGNS
    signs.update(address for address in _ADDRESSES if address in text)
    places = [match.span() for match in _QUOTED.finditer(text)] if "“" in text or '"' in text else []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            stop = place + len(sign)
            begins = sign[0] == "." or not text[max(0, place - 1) : place].isalnum()
            if begins and not text[stop : stop + 1].isalnum():
                places.append((place, stop))
            place = text.find(sign, stop)
    return sorted(places)


def _parts(run: str, start: int) -> Iterator[tuple[str, int]]:
    """Split a run of words at possessives and between two names, drop what opens a name; give the starts."""
    begin = 0
    cuts = [] if known_outlet(run) else [*_CUT.finditer(run)]
    for cut in [*cuts, None]:
        end = cut.start() if cut else len(run)
        part = run[begin:end]
        if part:
            opening = _opening(part)
            name = _CLOSING.sub("", part[opening:])
            yield name, start + begin + opening
        begin = cut.end() if cut else end


def _opening(name: str) -> int:
    """Return where a known name begins that ends `name`, else where it begins after weekdays and media."""
    starts = [0, *(space.end() for space in _SPACE.finditer(name))]
    for start in starts:
        if known_outlet(name[start:]) and (start == 0 or name[start:] not in FORMS):
            return start
    return next((s for s in starts if _SPACE.split(name[s:], maxsplit=1)[0] not in _OPENINGS), 0)


def _medium_beside(text: str, name: str, start: int) -> bool:
    """Whether words such as “newspaper” stand before or after the name."""
    before = citing.medium_before(text, start)
    if before:
        # In “Lakeside magazine, Mara Lind” the name after the comma is another one.
        return not before["other"] or bool(_PLACE.search(before["other"]))
    if not citing.MEDIUM_AFTER.match(text, start + len(name)):
        return False
    if known_outlet(name):
        return True
    bare = name.removeprefix("The ")
    place = " " not in bare and _PLACE.search(bare)
    return not place and (
        name.startswith("The ") or bool(citing.ARTICLE.search(text, max(0, start - 6), start))
    )
