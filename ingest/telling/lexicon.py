"""What is known of a word by itself: its keys, how common it is, whether it is a number or a month.

News repeats its words, so each is looked at once and remembered as a row of arrays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.normalise import normalise
from ingest.telling.rarity import floor_level, stem, word_key, zipf

# What a word looks like. What is empty says nothing; a letter alone stands in nobody's way.
LOWER, CAPITAL, PLACE, NUMBER, YEAR, EMPTY, LETTER = range(7)
# What is kept of each word.
_COLUMNS = {
    "stem": np.uint32,
    "name": np.uint32,
    "shape": np.uint8,
    "zipf": np.float32,
    "floor": np.uint8,
    "digits": np.uint8,
    "month": np.uint8,
    "day": np.uint8,
}
Rows = dict[str, NDArray[Any]]
# How many words are remembered, and for how many there is room at first.
_LIMIT, _ROOM = 200_000, 1024
_FREE = -1
_YEAR = re.compile(r"(?:19|20)\d\d")
# “1,200.5” and, in other languages, “1.200,5”, “1 200,5”.
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_ELSEWHERE = re.compile(r"[1-9]\d{0,2}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?|\d+,\d{1,2}")
_ELSEWHERE = str.maketrans(",", ".", ".\u00a0\u202f ")
# Parts of web addresses that say nothing of a page.
_WEB = frozenset(
    "http https www com html htm php aspx org net co uk index blog blogs news article story id".split()
)
_MONTH_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {
    name: number
    for number, month in enumerate(_MONTH_NAMES, 1)
    for name in {month, month[:3], month[:4] if number == 9 else month}
}
_ONES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SPELT = {name: number for number, name in enumerate(_ONES.split(), 2)}
_SPELT |= {f"{ten}ty": 10 * n for n, ten in enumerate("twen thir for fif six seven eigh nine".split(), 2)}
_SPELT |= {"one": 1, "dozen": 12}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# How common a number in digits counts as.
_DIGITS_ZIPF = 3.0


class Lexicon:
    """What is known of words as they are written, by their hashes.

    Of a row, `stem` and `name` are keys of the folded stem and of the folded word (of a number: of its
    value), `shape` what it looks like, `zipf` how common the word is, `floor` the level that goes with it,
    `digits` the significant digits of a number, `month` and `day` what it could be in a date, or 0.
    """

    def __init__(self) -> None:
        # Open addressing: a hash stands in the slot that its lowest bits name, or in one of the next.
        self._slots = np.full(4 * _ROOM, _FREE)
        self._hashes = np.zeros(_ROOM, np.uint64)
        self._rows: Rows = {name: np.zeros(_ROOM, kind) for name, kind in _COLUMNS.items()}
        self._size = 0

    def look_up(self, hashes: NDArray[np.uint64], written: Callable[[int], str]) -> NDArray[np.int64]:
        """Return the numbers of the rows of words, shape (words,), good until the next call.

        `written` says the word at a place of `hashes`; it is asked for words that nobody looked up before.
        """
        if self._size > _LIMIT:
            self._slots[:], self._size = _FREE, 0
        numbers = self._find(hashes)
        unknown = np.flatnonzero(numbers == _FREE)
        if len(unknown):
            fresh, first = np.unique(hashes[unknown], return_index=True)
            for value, place in zip(fresh.tolist(), unknown[first].tolist(), strict=True):
                self._add(value, written(place))
            numbers[unknown] = self._find(hashes[unknown])
        return numbers

    def _find(self, hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return the numbers of these hashes, _FREE where there is none."""
        mask = len(self._slots) - 1
        slots = (hashes & np.uint64(mask)).astype(np.int64)
        numbers = self._slots[slots]
        others = np.flatnonzero((self._hashes[numbers] != hashes) & (numbers != _FREE))
        while len(others):
            slots[others] = (slots[others] + 1) & mask
            numbers[others] = self._slots[slots[others]]
            found = numbers[others]
            others = others[(self._hashes[found] != hashes[others]) & (found != _FREE)]
        return numbers

    def _add(self, value: int, word: str) -> None:
        if self._size == len(self._hashes):
            self._grow()
        for column, entry in zip(self._rows.values(), _row(word), strict=True):
            column[self._size] = entry
        self._hashes[self._size] = value
        self._enter(value, self._size)
        self._size += 1

    def _grow(self) -> None:
        room = 2 * len(self._hashes)
        self._rows = {name: np.resize(column, room) for name, column in self._rows.items()}
        self._hashes = np.resize(self._hashes, room)
        self._slots = np.full(4 * room, _FREE)
        for number, value in enumerate(self._hashes[: self._size].tolist()):
            self._enter(value, number)

    def _enter(self, value: int, number: int) -> None:
        slot = value & (len(self._slots) - 1)
        while self._slots[slot] != _FREE:
            slot = (slot + 1) & (len(self._slots) - 1)
        self._slots[slot] = number

    def shapes(self, numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
        """Return what the words with these numbers look like."""
        return self._rows["shape"][numbers]

    def rows(self, numbers: NDArray[np.int64]) -> Rows:
        """Return the columns of the rows with these numbers."""
        return {name: column[numbers] for name, column in self._rows.items()}


def is_place(folded: str) -> bool:
    """Say whether a folded word is a country, its people, a capital or a part of the world."""
    return stem(folded) in _places()


def is_month(word: str) -> bool:
    """Say whether a word is the name of a month in English."""
    return word.casefold() in _MONTHS


@cache
def _places() -> frozenset[str]:
    lines = Path(__file__).with_name("places.txt").read_text("utf-8").splitlines()
    return frozenset(stem(word) for line in lines if not line.startswith("#") for word in line.split())


@cache
def lexicon() -> Lexicon:
    """Return the one that everything in this process shares."""
    return Lexicon()


def _row(word: str) -> tuple[int, int, int, float, int, int, int, int]:
    folded = normalise(word)
    value = _value(word, folded)
    month = _MONTHS.get(folded, 0) if word[0].isupper() else 0
    if value is not None:
        shape = YEAR if _YEAR.fullmatch(value) else NUMBER
        common = _DIGITS_ZIPF if word[0].isdigit() else zipf(folded)
        digits = min(3, len(value.replace(".", "").replace(",", "").strip("0")) or 1)
        day = int(value) if value.isdecimal() and len(value) < 3 and int(value) < 32 else 0
        return word_key(value), word_key(value), shape, common, 0, digits, 0, day
    common = zipf(folded)
    shape = _shape(word, folded)
    return word_key(stem(folded)), word_key(folded), shape, common, floor_level(common), 0, month, 0


def _shape(word: str, folded: str) -> int:
    if len(folded) < 2 or folded in _WEB:
        return LETTER if len(folded) < 2 else EMPTY
    if not word[0].isupper() or folded in _WEEKDAYS:
        return LOWER
    return PLACE if is_place(folded) else CAPITAL


def _value(word: str, folded: str) -> str | None:
    if word[0].isdigit():
        if _GROUPED.fullmatch(word):
            return word.replace(",", "")
        return word.translate(_ELSEWHERE) if _GROUPED_ELSEWHERE.fullmatch(word) else word
    return str(_SPELT[folded]) if folded in _SPELT else None
