"""The names in a text, each where it stands first, with the words of the role beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from ingest.telling.content import WORD, beside, content, crop

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = r"[^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30}){0,3}"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAME = re.compile(rf"[{_CAPITAL}]{_WORD}(?:[   ](?!{_DAY})[{_CAPITAL}](?:\.|{_WORD})){{1,6}}")
_TITLES = frozenset(
    """
    Brigadier Brigadier-General Lieutenant Major Commander Admiral Mr Mrs Ms Miss Dr Prof Sir Lord Lady
    President Prime Minister Secretary General Defense Defence Foreign Senator Governor Mayor Judge Justice
    Captain Colonel Sergeant Officer Police Chief King Queen Prince Princess Pope Coach Former Late Herr Frau
    """.split()
)
_OPENINGS = frozenset(
    """
    The In On At By As But And For When While After Before With From If It He She They We You I This That
    There His Her Their Its Of To Not No So Then Also Meanwhile However According Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April June July August September October November
    December Der Die Das Ein Eine Im Am Le La Les El Los Las Un Une Una US U.S
    """.split()
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """A name at `[start, stop)` of a text, where it stands first: its parts as written, and its sentence.

    What stands in front of the name itself, such as a title, begins at `opening`.
    """

    text: str = field(repr=False)
    parts: tuple[str, ...]
    opening: int
    start: int
    stop: int
    sentence: tuple[int, int]

    def near(self) -> frozenset[str]:
        """Return the folded words that stand near the name."""
        titles = content(WORD.findall(self.text, self.opening, self.start))
        return beside(self.text, self.start, self.stop, self.sentence) | titles


def namings(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Naming, ...]:
    """Return the names of two or more words in a text; `spans` are its sentences, in order."""
    starts = [start for start, _ in spans]
    found: dict[tuple[str, ...], Naming] = {}
    for match in _NAME.finditer(text):
        parts, start = _untitled(match[0], match.start())
        if len(parts) < _FEWEST or parts in found:
            continue
        span = spans[bisect_right(starts, start) - 1]
        found[parts] = Naming(text, parts, match.start(), start, match.end(), span)
    return tuple(found.values())


def name_words(sentences: Sequence[Sequence[str]]) -> list[frozenset[str]]:
    """Return for each sentence, a list of words, the folded words of its names.

    The capital at the start of a sentence says nothing; such a word is a name where it is one elsewhere.
    """
    found = [[name for name in map(_named, words[1:]) if name] for words in sentences]
    known = frozenset(chain.from_iterable(found))
    openings = (frozenset(map(_named, words[:1])) for words in sentences)
    return [frozenset(names) | (known & opening) for names, opening in zip(found, openings, strict=True)]


@lru_cache(maxsize=65536)
def _named(word: str) -> str:
    """Return a word that may be of a name, folded; nothing for others."""
    is_role = word in _TITLES or word in _OPENINGS
    return crop(word) if word[0].isupper() and not is_role else ""


def _untitled(name: str, start: int) -> tuple[tuple[str, ...], int]:
    """Drop titles with what stands before them, and openings of sentences, from the front of a name."""
    words = re.split(r"[   ]", name)
    cut = 0
    for number, word in enumerate(words[:-_FEWEST], 1):
        if word.rstrip(".") in _TITLES or (cut == number - 1 and word in _OPENINGS):
            cut = number
    return tuple(words[cut:]), start + sum(len(word) + 1 for word in words[:cut])
