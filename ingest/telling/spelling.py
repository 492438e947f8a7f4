"""One name spelt two ways: “Ahn Chan-il” and “Ahn Chan Il”, but not two people of one family."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ingest.telling.namings import Naming

_PARTS = re.compile(r"[^\W\d_]+")
_LONG, _SHORT = 8, 4
_ENDINGS = frozenset(
    {"s", "n", "an", "ns", "ans", "es", "ian", "ians", "ese", "ish", "er", "ers", "in", "ine"}
)
_RE_END, _ISE = re.compile(r"re$"), re.compile(r"is(?=e|ation|ing)")
# A first name that differs in its last vowels alone is another person's: Mario and Maria.
_VOWELS = re.compile(r"[aeiouy]*$")


@lru_cache(maxsize=65536)
def fold_parts(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Split a name at spaces and hyphens, and fold the parts: small letters, no diacritics, no possessive."""
    words = [re.sub(r"['’]s?$", "", word) for word in parts]
    spread = unicodedata.normalize("NFD", " ".join(words).casefold())
    return tuple(
        _PARTS.findall(
            "".join(c for c in spread if not unicodedata.combining(c)).replace("'", "").replace("’", "")
        )
    )


def likenesses(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what a name shares with any that may be the same: all its letters, or all parts but one."""
    folded = fold_parts(parts)
    but_one = ((*folded[:place], "", *folded[place + 1 :]) for place in range(len(folded)))
    return [("".join(folded),), *but_one]


def spelt_two_ways(a: Naming, b: Naming) -> bool:
    """Whether two names that differ are one: the same letters, or one part a letter or two off.

    Names that differ in a letter must stand in the same role: with a folded word near both.
    """
    parts_a, parts_b = fold_parts(a.parts), fold_parts(b.parts)
    if parts_a == parts_b:
        return _hyphens(a.parts) != _hyphens(b.parts)
    if "".join(parts_a) == "".join(parts_b):
        return True
    if len(parts_a) != len(parts_b):
        return False
    places = [n for n, (x, y) in enumerate(zip(parts_a, parts_b, strict=True)) if x != y]
    if len(places) != 1:
        return False
    place = places[0]
    x, y = parts_a[place], parts_b[place]
    if not _one_word(x, y, last=place == len(parts_a) - 1):
        return False
    return len(a.near() & b.near()) >= (1 if x[0] == y[0] else 2)


def _hyphens(parts: tuple[str, ...]) -> int:
    return sum(part.count("-") for part in parts)


def _one_word(x: str, y: str, last: bool) -> bool:
    short, long = sorted((x, y), key=len)
    if len(short) < _SHORT or (long.startswith(short) and long[len(short) :] in _ENDINGS):
        return False
    if _americanised(x) == _americanised(y):
        return False
    if not last and _VOWELS.sub("", x) == _VOWELS.sub("", y):
        return False
    return distance(x, y) <= (2 if len(short) >= _LONG else 1)


def _americanised(word: str) -> str:
    """Fold what is spelt after the country, not after the name: centre, defence, harbour, organisation."""
    word = _RE_END.sub("er", word.replace("our", "or"))
    return _ISE.sub("iz", word.replace("fence", "fense"))


def distance(a: str, b: str) -> int:
    """Return the Damerau-Levenshtein distance: letters to insert, drop, replace or swap with the next."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if last and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
