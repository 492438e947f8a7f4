"""The words of one text or title as hashes, where they are, and where sentences begin."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import xxhash
from numpy.typing import NDArray

from ingest.fingerprint import is_worth_loading
from ingest.fingerprint.normalise import is_unspaced, token_places

_BREAKS = '.!?:\n"“”‘’`()…;[]|'
# Splitting by it leaves what stands between words at even places, words at odd ones.
_WORD = re.compile(r"([1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+(?:,\d+)?(?![\d.,]*\d)|\d+(?:[.,]\d+)*|[^\W_]+)")
_BREAK = re.compile(f"[{re.escape(_BREAKS)}]")
_MOST_REMEMBERED = 10_000


class Piece(NamedTuple):
    """A text or a title. Of each word, arrays of shape (words,): where it stands, the xxHash64 of its code
    points in four bytes each, and whether a sentence or a quotation begins there.

    `spaced` is False where the text has a script without spaces: its words are runs of three characters.
    """

    text: str = ""
    starts: NDArray[np.int64] = np.zeros(0, np.int64)
    stops: NDArray[np.int64] = np.zeros(0, np.int64)
    hashes: NDArray[np.uint64] = np.zeros(0, np.uint64)
    breaks: NDArray[np.bool_] = np.zeros(0, np.bool_)
    spaced: bool = True


class _Gaps(dict[str, bool]):
    """Remember whether what stands between two words can end a sentence."""

    def __missing__(self, gap: str) -> bool:
        ends = _BREAK.search(gap) is not None
        if len(self) < _MOST_REMEMBERED:
            self[gap] = ends
        return ends


_ends = _Gaps()


def read_title(title: str) -> Piece:
    """Read the words of a title, whatever its script."""
    return read_compiled(title) if is_worth_loading([title]) else read_plainly(title)


def read_text(text: str) -> Piece:
    """Read the words of a text."""
    if not is_unspaced(text):
        return read_title(text)
    places = token_places(text)
    starts, stops = np.array(places.starts, np.int64), np.array(places.stops, np.int64)
    words = [text[start:stop] for start, stop in zip(places.starts, places.stops, strict=True)]
    return Piece(text, starts, stops, _hashes(words), np.ones(len(words), np.bool_), spaced=False)


def read_plainly(text: str) -> Piece:
    """Read the words that white space or punctuation parts; a number keeps its points and commas."""
    parts = _WORD.split(text)
    words = parts[1::2]
    ends = np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)))
    breaks = np.fromiter(map(_ends.__getitem__, parts[:-1:2]), np.bool_, len(words))
    breaks[:1] = True
    return Piece(text, ends[:-1:2], ends[1::2], _hashes(words), breaks)


def read_compiled(text: str) -> Piece:
    """Do what `read_plainly` says in compiled code."""
    from ingest.telling import scanning

    codes = np.zeros(len(text) + scanning.PADDING, np.uint32)
    codes[: len(text)] = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    starts, stops = (np.empty(len(text), np.int64) for _ in range(2))
    breaks = np.empty(len(text), np.bool_)
    count = scanning.find_words(codes, scanning.character_classes(_BREAKS), starts, stops, breaks)
    starts, stops, breaks = starts[:count].copy(), stops[:count].copy(), breaks[:count].copy()
    hashes = np.empty(count, np.uint64)
    scanning.hash_words(codes, starts, stops, hashes)
    return Piece(text, starts, stops, hashes, breaks)


def _hashes(words: list[str]) -> NDArray[np.uint64]:
    digests = (xxhash.xxh64_intdigest(word.encode("utf-32-le", "surrogatepass")) for word in words)
    return np.fromiter(digests, np.uint64, len(words))
