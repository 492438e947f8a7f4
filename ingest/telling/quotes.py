"""Quotations in a text, with who said them where the text says so beside them.

Marks of all kinds are known: “ ”, " ", „ “, « », » «, ‘ ’ and ``…''. A line that a dash opens is a
quotation where it says who spoke. Words in quotes that are no speech (“shabby”) are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FEWEST_WORDS = 4
_MOST_CAPITALS = 0.7
_LONGEST = 1200
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its words without the marks are `text[start:stop]`.

    `speaker` is the name beside it as written, or None; it stands at `[speaker_start, speaker_stop)`.
    """

    start: int
    stop: int
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_stop: int | None = None


_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
# A quotation that goes on in the next paragraph has no closing mark in this one.
_MARKED = re.compile(
    rf"[“„]([^“”„«»\n]{{12,{_LONGEST}}}?)(?:[”“\"]|(?=\n|$))"
    rf"|(?<![\w\"])\"([^\"“„\n]{{12,{_LONGEST}}}?)(?:[\"”]|(?=\n|$))"
    rf"|«([^«»\n]{{12,{_LONGEST}}}?)(?:»|(?=\n|$))|»([^«»\n]{{12,{_LONGEST}}}?)«"
    rf"|``([^`\n]{{12,{_LONGEST}}}?)(?:''|(?=\n|$))"
    rf"|(?<![\w‘])‘([^‘\n]{{12,{_LONGEST}}}?)’(?!\w)"
)
_SAID = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|explained|explains|insisted|warned|warns|recalled"
    r"|noted|notes"
    r"|stressed|stated|states|declared|argued|argues|claimed|claims|admitted|continued|testified|announced"
    r"|commented|concluded|replied|answered|asked|joked|complained|urged|remarked|tweeted|emphasized"
    r"|emphasised"
    r"|sagte|sagt|erklärte|erklärt|betonte|betont|schrieb|meinte|teilte|fügte|berichtete|forderte|warnte"
    r"|a (?:déclaré|dit|expliqué|affirmé|ajouté|indiqué|averti|écrit)|déclare|explique|affirme|ajoute"
    r"|dijo|dice|afirmó|aseguró|explicó|añadió|declaró|señaló|advirtió|escribió)"
)
_NAME = rf"[{_CAPITAL}][\w’'-]*\w(?:[   ](?:(?:de|van|von|der|bin|al|del|la)[   ])?[{_CAPITAL}][\w’'-]*\w)*"
_ROLE = (
    rf"(?:[   ]*\d\d-year-old|[   ]of[   ](?:the[   ])?{_NAME},|[   ](?!who\b|that\b|and\b|he\b"
    rf"|she\b)[a-zß-ÿ-]+\.?"
    r"|[   ][A-Z][\w-]+['’]s?(?=[   ])|[   ](?:U\.S|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St)\.)"
)
# What follows the closing mark: “, said Mara Lind” or “, Mara Lind, the mayor, said”.
_AFTER = re.compile(
    rf"[,.]?[   ]*[–—-]?[   ]?,?(?:{_SAID}{_ROLE}{{0,7}}?,?[   ](?P<last>{_NAME})"
    rf"|(?:(?:an?|the)[   ][^,.\n“”\"]{{1,50}},[   ])?(?:\d\d-year-old[   ])?"
    rf"(?<!\b(?:of|in|by) )(?<!\b(?:and|the|for) )(?<!\bfrom )(?P<first>{_NAME})(?:,[^,.\n]{{1,50}},"
    rf"|,)?[   ]{_SAID}\b)"
)
# What precedes the opening mark: “Mara Lind told the board: ”.
_BEFORE = re.compile(
    rf"(?<!\b(?:of|in|by) )(?<!\b(?:and|the|for) )(?<!\bfrom )(?P<first>{_NAME})(?:,[^,.\n]{{1,50}},"
    rf"|[   ]\([^)\n]*\))?[   ](?:has |had |also "
    rf"|then )?{_SAID}\b[^.!?\n“”\"]{{0,50}}[:,]?[   ]$"
)
_DASHED = re.compile(
    rf"(?:^|\n)[   ]*[–—-][   ]+(?P<said>[^\n]{{12,{_LONGEST}}}?)[   ]+[–—-][   ]+(?={_SAID}\b)"
)
_NO_NAME = frozenset(
    "The He She They It We I But And In On A An This That There His Her When While As After".split()
)
_SIGNS = ("“", "„", '"', "«", "»", "``", "‘")


def quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a clean text in their order; they do not overlap."""
    found: list[Quote] = []
    if any(sign in text for sign in _SIGNS):
        for match in _MARKED.finditer(text):
            start, stop = match.span(match.lastindex or 0)
            if _is_speech(text[start:stop]):
                found.append(_spoken(text, start, stop, match.start(), match.end()))
    if "–" in text or "—" in text or "\n- " in text:
        for match in _DASHED.finditer(text):
            start, stop = match.span("said")
            if _is_speech(text[start:stop]) and not any(q.start < stop and start < q.stop for q in found):
                found.append(_spoken(text, start, stop, start, stop))
    return tuple(sorted(found, key=lambda quote: quote.start))


def _is_speech(words: str) -> bool:
    """Whether there are enough words, and they are not a name or a title in capitals."""
    found = _WORDS.findall(words)
    return len(found) >= _FEWEST_WORDS and sum(word[0].isupper() for word in found) <= _MOST_CAPITALS * len(
        found
    )


def _spoken(text: str, start: int, stop: int, opening: int, closing: int) -> Quote:
    after = _AFTER.match(text, closing, closing + _NEAR)
    for match in (after, None if after else _BEFORE.search(text, max(0, opening - _NEAR), opening)):
        if match:
            group = "first" if match["first"] else "last"
            name = match[group]
            if name.split()[0] not in _NO_NAME:
                return Quote(start, stop, name.rstrip("."), match.start(group), match.end(group))
    return Quote(start, stop)
