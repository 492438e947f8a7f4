"""Text as matching sees it: NFKC, case folded, punctuation gone, words and characters as tokens.

Scripts that write without spaces (Han, Kana, Thai, Lao, Myanmar, Khmer) have no words to count, so
every overlapping run of three characters stands for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_SPACE, _DELETE = 0x20, 0
# First and last code points of the scripts that write without spaces.
UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_RUNS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_WORD = re.compile(r"[^ ]+")
GRAM = 3
_WORD_CATEGORIES = frozenset("LMN")
# Invisible inside a word: variation selectors, the grapheme joiner and the Arabic stretching line.
_INVISIBLE = frozenset([0x034F, 0x0640, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_ASSIGNED_BELOW = 0x20000
_ASCII = bytes(c if chr(c).isalnum() else _SPACE for c in range(128)).lower() + bytes(128)


@cache
def _table() -> NDArray[np.uint32]:
    """Map each code point to itself (part of a word), to a space, or to 0 (invisible)."""
    table = np.arange(0x110000, dtype=np.uint32)
    for code in range(_ASSIGNED_BELOW):
        category = unicodedata.category(chr(code))
        if category == "Cf" or code in _INVISIBLE:
            table[code] = _DELETE
        elif category[0] not in _WORD_CATEGORIES:
            table[code] = _SPACE
    table[0xE0000:0xE1000] = _DELETE
    table[0xF0000:] = _SPACE
    return table


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _words_only(text: str) -> str:
    kept = _table()[_codes(text)]
    words: str = kept[kept != _DELETE].tobytes().decode("utf-32-le", "surrogatepass")
    return words


def normalise(text: str) -> str:
    """Return `text` in NFKC and folded case, with a space for everything that is no letter, mark or digit.

    Soft hyphens, zero-width and bidi marks vanish, so that they split no word.
    """
    if text.isascii():
        return text.encode().translate(_ASCII).decode()
    folded = fold(text)
    return folded if unicodedata.is_normalized("NFKC", folded) else fold_again(folded)


def fold(text: str) -> str:
    """Do the part of `normalise` that every text goes through."""
    return _words_only(text).casefold()


def fold_again(folded: str) -> str:
    """Do the rest, where the outcome of `fold` is not in NFKC.

    Compatibility forms unfold into punctuation and capitals of their own.
    """
    return _words_only(unicodedata.normalize("NFKC", folded).casefold())


def is_unspaced(text: str) -> bool:
    """Say whether `text` has characters of a script that writes without spaces."""
    return not text.isascii() and _HAS_UNSPACED.search(text) is not None


def tokens(text: str) -> list[str]:
    """Return the tokens of `text` in order: words, or character trigrams in scripts without spaces."""
    normal = normalise(text)
    if not is_unspaced(normal):
        return normal.split()
    return [normal[start:stop] for start, stop in _places(normal)]


class Places(NamedTuple):
    """Where the tokens of a text stand: half-open spans in characters, one per token."""

    starts: Sequence[int] | NDArray[np.int64]
    stops: Sequence[int] | NDArray[np.int64]


def token_places(text: str) -> Places:
    """Return the place in `text` of each of `tokens(text)`."""
    normal = normalise(text)
    if not _is_aligned(text, normal):
        return _by_pieces(text)
    if is_unspaced(normal):
        return _split(_places(normal))
    outside = np.frombuffer(f" {normal} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32) == _SPACE
    edges = np.flatnonzero(outside[1:] != outside[:-1])
    return Places(edges[::2], edges[1::2])


def _by_pieces(text: str) -> Places:
    """Normalise word by word where characters moved, so that each token still has its own place."""
    return _split(
        span
        for piece in _WORD.finditer(_masked(text))
        for span in _piece_places(text[piece.start() : piece.end()], piece.start())
    )


def _split(spans: Iterable[tuple[int, int]]) -> Places:
    starts, stops = [], []
    for start, stop in spans:
        starts.append(start)
        stops.append(stop)
    return Places(starts, stops)


def _places(normal: str) -> Iterator[tuple[int, int]]:
    """Yield where each token of a normalised text starts and stops."""
    for word in _WORD.finditer(normal):
        for run in _RUNS.finditer(normal, *word.span()):
            start, stop = run.span()
            if stop - start > GRAM and _HAS_UNSPACED.match(normal, start):
                yield from ((at, at + GRAM) for at in range(start, stop - GRAM + 1))
            else:
                yield start, stop


def _is_aligned(text: str, normal: str) -> bool:
    """Say whether each character of `text` became the one in the same place of `normal`.

    A text in NFKC can only grow or lose invisible characters, so an equal length without such
    characters means that nothing moved.
    """
    if len(text) != len(normal):
        return False
    return text.isascii() or (
        unicodedata.is_normalized("NFKC", text) and not bool((_table()[_codes(text)] == _DELETE).any())
    )


def _masked(text: str) -> str:
    """Return a space for each character of `text` outside words and an `x` for every other one."""
    outside = _table()[_codes(text)] == _SPACE
    return np.where(outside, np.uint32(_SPACE), np.uint32(ord("x"))).tobytes().decode("utf-32-le")


def _piece_places(piece: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the tokens of one word stand; where its characters moved, each has the whole word."""
    normal = normalise(piece)
    aligned = _is_aligned(piece, normal)
    for start, stop in _places(normal):
        where = (start, stop) if aligned else (0, len(piece))
        yield offset + where[0], offset + where[1]
