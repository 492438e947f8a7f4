"""How common a word is in general, before any document is known: from a small table that ships along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import xxhash

TABLE = Path(__file__).with_name("common.npz")
# What a word that the table does not have counts as: a little rarer than its rarest.
UNKNOWN = 2.7


def word_key(word: str) -> int:
    """Return the 32-bit key of a folded word."""
    return xxhash.xxh32_intdigest(word.encode("utf-8", "surrogatepass"))


@cache
def _table() -> dict[int, float]:
    with np.load(TABLE) as table:
        return dict(zip(table["keys"].tolist(), (table["zipf"] / 10.0).tolist(), strict=True))


def zipf(word: str) -> float:
    """Return the Zipf frequency of a folded word: the logarithm (base 10) of its number in 10⁹ words."""
    return _table().get(word_key(word), UNKNOWN)
