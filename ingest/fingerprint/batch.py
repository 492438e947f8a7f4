"""Fingerprints of a batch of texts as flat arrays, made by compiled code."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.band import BANDS, KEY_TOKENS, ROWS, WINDOW
from ingest.fingerprint.compiled import sketch, text
from ingest.fingerprint.compiled.sets import drop_repeats
from ingest.fingerprint.folding import folding
from ingest.fingerprint.normalise import GRAM, UNSPACED, normalise
from ingest.fingerprint.profile import FIGURES, Profile
from ingest.fingerprint.shingle import SHINGLE_SIZE, Hashes, token_hashes
from ingest.fingerprint.signature import PERMUTATIONS, Signature, permutations

_Places = NDArray[np.int64]
_FIGURE_PLACES = 1024
_DECIMALS_BELOW = 0x20000
_UNKNOWN_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token hashes of texts one after the other, and the sorted hashes of their figures.

    `stops[t]` is where those of text t end.
    """

    hashes: Hashes
    stops: _Places
    numbers: Hashes
    number_stops: _Places

    def profiles(self, texts: Sequence[str]) -> list[Profile]:
        """Return the profile of each text; `texts` are those that the tokens come from."""
        hashes, numbers = pieces(self.hashes, self.stops), pieces(self.numbers, self.number_stops)
        return [Profile(*each) for each in zip(hashes, numbers, texts, strict=True)]


def pieces(values: Hashes, stops: _Places) -> list[Hashes]:
    """Cut flat values where those of each text end."""
    ends = stops.tolist()
    return [values[start:stop] for start, stop in zip([0, *ends], ends, strict=False)]


def tokenise(texts: Sequence[str]) -> Tokens:
    """Normalise, tokenise and hash texts, as `token_hashes(tokens(text))` does for each."""
    data, starts, ready = _prepare(texts)
    table = folding()
    # A character of two bytes can become one of eight, and these can be words of one letter each.
    hashes, numbers = (np.empty(2 * len(data) + 2, np.uint64) for _ in range(2))
    stops, number_stops = (np.zeros(len(texts), np.int64) for _ in range(2))
    if texts:
        text.tokenise(
            data, starts, ready, table.sizes, table.folded,
            np.array(UNSPACED, np.int64), GRAM, _decimals(), _figures(),
            hashes, stops, numbers, number_stops,
        )  # fmt: skip
    count, figured = (int(each[-1]) if texts else 0 for each in (stops, number_stops))
    return Tokens(hashes[:count].copy(), stops, numbers[:figured].copy(), number_stops)


def sign(found: Tokens) -> tuple[Signature, NDArray[np.uint64]]:
    """Return signatures, shape (texts, 128), and band keys, shape (texts, 42)."""
    rows = np.empty((len(found.stops), PERMUTATIONS), np.uint32)
    keys = np.empty((len(found.stops), BANDS), np.uint64)
    sketch.sign(found.hashes, found.stops, SHINGLE_SIZE, *permutations(), ROWS, rows, keys)
    return rows, keys


def winnow(found: Tokens) -> list[Hashes]:
    """Return the passage keys of each text."""
    keys = np.empty(len(found.hashes), np.uint64)
    stops = np.zeros(len(found.stops), np.int64)
    sketch.winnow(found.hashes, found.stops, KEY_TOKENS, WINDOW, keys, stops)
    return pieces(keys[: stops[-1]].copy() if len(stops) else keys, stops)


def shingle_sets(found: Tokens) -> tuple[Hashes, _Places]:
    """Return the sorted sets of shingles of all texts one after the other, and where those of each end."""
    values = np.empty(len(found.hashes), np.uint64)
    stops = np.zeros(len(found.stops), np.int64)
    sketch.shingle(found.hashes, found.stops, SHINGLE_SIZE, values, stops)
    for each in pieces(values, stops):
        each.sort()
    kept = drop_repeats(values, stops)
    return values[:kept].copy(), stops


def _prepare(texts: Sequence[str]) -> tuple[NDArray[np.uint8], _Places, NDArray[np.bool_]]:
    """Return the texts in UTF-8, where each begins, and which of them are normalised already.

    Those with characters that depend on their neighbours are.
    """
    parts = [each.encode("utf-8", "surrogatepass") for each in texts]
    ready = np.zeros(len(texts), np.bool_)
    foreign = [index for index, each in enumerate(texts) if not each.isascii()]
    if foreign:
        dependent = _dependent([parts[index] for index in foreign])
        for index in np.array(foreign)[dependent].tolist():
            parts[index] = normalise(texts[index]).encode("utf-8", "surrogatepass")
            ready[index] = True
    data, starts = _joined(parts)
    return data, starts, ready


def _joined(parts: Sequence[bytes]) -> tuple[NDArray[np.uint8], _Places]:
    starts = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=starts[1:])
    return np.frombuffer(b"".join(parts), np.uint8), starts


def _dependent(parts: Sequence[bytes]) -> NDArray[np.bool_]:
    """Say for each text whether it has to go through `normalise`, making entries for new characters."""
    data, starts = _joined(parts)
    table = folding()
    dependent = np.zeros(len(parts), np.bool_)
    unknown = np.empty(_UNKNOWN_AT_ONCE, np.int64)
    while found := text.examine(data, starts, table.sizes, dependent, unknown):
        table.learn(set(unknown[:found].tolist()))
    return dependent


@cache
def _decimals() -> NDArray[np.bool_]:
    """Say of each code point whether it is a decimal digit."""
    return np.array([unicodedata.category(chr(code)) == "Nd" for code in range(_DECIMALS_BELOW)])


@cache
def _figures() -> Hashes:
    """Return the hashes of words that count as figures, as a table of open addressing; 0 is empty."""
    table = np.zeros(_FIGURE_PLACES, np.uint64)
    for value in token_hashes(sorted(FIGURES)).tolist():
        place = value % _FIGURE_PLACES
        while table[place]:
            place = (place + 1) % _FIGURE_PLACES
        table[place] = value
    return table
