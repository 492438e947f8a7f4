"""How common a word is in general, before any document is known: from a small table that ships along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import xxhash

TABLE = Path(__file__).with_name("common.npz")
# Words are cut to a stem of this length: crude, but the same for every language, and no inflection survives it.
STEM = 6
# Zipf frequencies: of what the table does not have, a little rarer than its rarest, and of words that say nothing.
UNKNOWN, EMPTY = 2.5, 7.0


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
    """Return the Zipf frequency of a folded word's stem: the logarithm (base 10) of its number in 10⁹ words."""
    return _table().get(word_key(stem(folded)), UNKNOWN)
