"""What `normalise` makes of single characters, as tables that compiled code can read.

Most characters become the same whatever stands beside them. Marks and Hangul letters can melt into
their neighbours: a text that has any goes through `normalise` itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.normalise import fold, fold_again

# The size of a character's entry says what to do; from ENTRY on it is ENTRY plus a number of bytes.
UNKNOWN, DEPENDENT, ENTRY = 0, 1, 2
_LONGEST = 8
_CODES = 0x110000
_JAMO = (range(0x1100, 0x1200), range(0xA960, 0xA980), range(0xD7B0, 0xD800))


@dataclass(frozen=True, slots=True)
class Folding:
    """What each code point becomes: the size of its entry, and up to 8 bytes of UTF-8, the first lowest.

    Entries are made when a text has the character for the first time.
    """

    sizes: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(_CODES, np.uint8))
    folded: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(_CODES, np.uint64))

    def __post_init__(self) -> None:
        self.learn(range(128))

    def learn(self, codes: Iterable[int]) -> None:
        """Make the entries of these code points."""
        for code in codes:
            becomes = _alone(chr(code))
            if becomes is None or len(becomes) > _LONGEST:
                self.sizes[code] = DEPENDENT
            else:
                self.folded[code] = int.from_bytes(becomes, "little")
                self.sizes[code] = ENTRY + len(becomes)


@cache
def folding() -> Folding:
    """Return the table that everything in this process shares."""
    return Folding()


def _alone(character: str) -> bytes | None:
    """Return what `character` becomes in any text, or None where that depends on its neighbours."""
    once = fold(character)
    again = fold_again(once)
    # Whether a text is folded again depends on all of its characters.
    if unicodedata.is_normalized("NFKC", once) and once != again:
        return None
    if any(_melts(part) for part in once + unicodedata.normalize("NFKC", once) + again):
        return None
    return again.encode("utf-8", "surrogatepass")


def _melts(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or any(ord(character) in block for block in _JAMO)
