"""The loops over characters of `pieces`, compiled by numba: the same values, sooner."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
from numba import uint64

from ingest.fingerprint.compiled.decorator import compiled
from ingest.fingerprint.compiled.xxhash import xxh64

Array = np.ndarray[Any, Any]
# What a character is. A number goes on after a point or comma with digits behind it; from _POINT on, a
# sentence can end.
_OTHER, _LETTER, _DIGIT, _COMMA, _POINT, _BREAK = range(6)
_LETTERS_OR_DIGITS = re.compile(r"([^\W\d_]+)|\d+")
_CHARACTERS = 0x110000
# Bytes of a character, and how many characters stand behind a text that belong to nothing.
_WIDTH = uint64(4)
PADDING = 2


@cache
def character_classes(breaks: str) -> Array:
    """Return what each code point is, shape (1114112,); at `breaks` a sentence can end."""
    classes = np.full(_CHARACTERS, _OTHER, np.uint8)
    every = np.arange(_CHARACTERS, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    for match in _LETTERS_OR_DIGITS.finditer(every):
        classes[match.start() : match.end()] = _LETTER if match[1] else _DIGIT
    classes[[ord(character) for character in breaks]] = _BREAK
    classes[[ord(","), ord(".")]] = _COMMA, _POINT
    return classes


@compiled
def _thousands(codes: Array, classes: Array, at: int) -> int:
    """Return where a number with spaces between thousands ends (`1 200,5`), 0 if none begins here."""
    if codes[at] < ord("1") or codes[at] > ord("9"):
        return 0
    stop = at + 1
    while stop < at + 3 and classes[codes[stop]] == _DIGIT:
        stop += 1
    first = before = stop
    while (codes[stop] == 0x20 or codes[stop] == 0xA0 or codes[stop] == 0x202F) and (
        classes[codes[stop + 1]] == _DIGIT
        and classes[codes[stop + 2]] == _DIGIT
        and classes[codes[stop + 3]] == _DIGIT
    ):
        before, stop = stop, stop + 4
    groups = stop
    if codes[stop] == ord(",") and classes[codes[stop + 1]] == _DIGIT:
        stop += 1
        while classes[codes[stop]] == _DIGIT:
            stop += 1
    # Nothing more of a number may follow; where it does, the last thousands belong to that.
    ahead = stop
    while classes[codes[ahead]] == _COMMA or classes[codes[ahead]] == _POINT:
        ahead += 1
    if classes[codes[ahead]] == _DIGIT:
        groups = stop = before
    return stop if groups > first else 0


@compiled
def find_words(codes: Array, classes: Array, starts: Array, stops: Array, breaks: Array) -> int:
    """Write where the words of a text start and stop, and whether a sentence can end before each.

    `codes` are its code points and PADDING zeros; the others have room for each of them. Returns how many
    words there are.
    """
    size = len(codes) - PADDING
    count = at = 0
    ends = True
    while at < size:
        kind = classes[codes[at]]
        if kind != _LETTER and kind != _DIGIT:
            ends |= kind >= _POINT
            at += 1
            continue
        starts[count], breaks[count] = at, ends
        ends = False
        grouped = _thousands(codes, classes, at) if kind == _DIGIT else 0
        if grouped:
            at = grouped
        elif kind == _LETTER:
            while classes[codes[at]] == _LETTER or classes[codes[at]] == _DIGIT:
                at += 1
        else:
            while classes[codes[at]] == _DIGIT:
                at += 1
                point = classes[codes[at]]
                if _COMMA <= point <= _POINT and classes[codes[at + 1]] == _DIGIT:
                    at += 1
        stops[count] = at
        count += 1
    return count


@compiled
def hash_words(codes: Array, starts: Array, stops: Array, hashes: Array) -> None:
    """Write the xxHash64 of each word's code points."""
    base = uint64(codes.ctypes.data)
    for word in range(len(starts)):
        start, stop = uint64(starts[word]), uint64(stops[word])
        hashes[word] = xxh64(base + start * _WIDTH, (stop - start) * _WIDTH)
