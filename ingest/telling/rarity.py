"""How common a word is in general, before any document is known: from a small table that ships along."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
import xxhash

TABLE = Path(__file__).with_name("common.npz")
# Words are cut to a stem of this length: crude, but the same for every language, and no inflection survives
# it.
STEM = 6
# The Zipf frequency of what the table does not have: a little below its rarest.
UNKNOWN = 2.5
# How many of a thousand ordinary articles hold a word is how rare it counts at most, however few are stored.
_ARTICLES, _WORDS = 1000, 430


def stem(folded: str) -> str:
    """Return the beginning of a folded word, by which its forms are one."""
    return folded[:STEM]


def word_key(word: str) -> int:
    """Return the 32-bit key of a folded word or stem."""
    return xxhash.xxh32_intdigest(word.encode("utf-8", "surrogatepass"))


@cache
def _table() -> dict[int, float]:
    with np.load(TABLE) as table:
        return dict(zip(table["keys"].tolist(), (table["zipf"] / 10.0).tolist(), strict=True))


def zipf(folded: str) -> float:
    """Return the Zipf frequency of a folded word's stem: log10 of its number in 10⁹ words."""
    return _table().get(word_key(stem(folded)), UNKNOWN)


def level(holders: int) -> int:
    """Return the rarity level of a term that so many texts hold: 0 below 4, 1 below 16, and so on up to 7."""
    return min(7, max(0, holders.bit_length() - 1) // 2)


def size_level(documents: int) -> int:
    """Return how large a warehouse of so many texts is: -1 below 256, 0 below 1,024, and so on up to 5.

    In a larger one words in general are held by more texts and count less, so fewer of them have to do.
    """
    return min(5, max(-1, (documents.bit_length() - 1) // 2 - 4))


def floor_level(common: float) -> int:
    """Return the level that a word of this Zipf frequency has at least, in the smallest warehouse too."""
    return level(round(_ARTICLES * -math.expm1(-_WORDS * 10 ** (common - 9))))
