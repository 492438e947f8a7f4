"""The words of a sentence that say what it is about, folded so that tellings can be set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.telling.nouns import stem

_CROP, _FEWEST_LETTERS = 6, 3
_NEAR, _REACH = 5, 120
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
COMMON = frozenset(
    """
    the and that this these those with from into over under about after before than then when where while
    which who whom whose what why how has have had having was were are been being will would could should
    may might must can not but for its his her their they them him she you your our out off per more most
    some many much any all both each other others another such only also very just even still already said
    says say told according reported reports report reportedly least nearly almost around between during
    because though although since until der die das den dem des und oder ein eine einen einem einer mit von
    vom für auf aus bei nach sich auch sind war waren wurde wurden werden haben hatte als wie dass les des
    une est sont dans pour par sur avec pas que qui ont été plus los las una del por con para que como más
    fue han sus
    """.split()
)


def crop(word: str) -> str:
    """Fold a word so that its inflections and derivations meet: `defectors` and `defected` are `defect`."""
    return stem(word)[:_CROP]


def content(words: Iterable[str]) -> frozenset[str]:
    """Return those of `words` that say something, folded by `crop`."""
    found = set(map(_folded, words))
    found.discard("")
    return frozenset(found)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return crop(word) if len(word) >= _FEWEST_LETTERS and word.lower() not in COMMON else ""


def beside(text: str, start: int, stop: int, span: tuple[int, int]) -> frozenset[str]:
    """Return the folded words right before and after `[start, stop)` within the sentence `span`."""
    before = WORD.findall(text, max(span[0], start - _REACH), start)[-_NEAR:]
    after = WORD.findall(text, stop, max(stop, min(span[1], stop + _REACH)))[:_NEAR]
    return content([*before, *after])
