"""Texts to token hashes: folding, finding words, cutting scripts without spaces into trigrams."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import uint8, uint64

from ingest.fingerprint.compiled.decorator import compiled
from ingest.fingerprint.compiled.sets import distinct
from ingest.fingerprint.compiled.xxhash import load, trailing_zeros, xxh64

Array = np.ndarray[Any, Any]

# Sizes of entries in the table of characters: see `folding`.
_UNKNOWN, _DEPENDENT, _ENTRY = 0, 1, 2
_SPACES, _LOW_BITS, _HIGH_BITS = (uint64(0x0101010101010101 * byte) for byte in (0x20, 0x01, 0x80))


@compiled
def _width(lead: int) -> int:
    """Number of bytes of a character in UTF-8, by its first one."""
    if lead < 0x80:
        return 1
    return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


@compiled
def _code(data: Array, at: int) -> Any:
    lead = np.int64(data[at])
    if lead < 0x80:
        return lead
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | (data[at + 1] & 0x3F)
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | (data[at + 2] & 0x3F)
    high = (lead & 0x07) << 18 | (data[at + 1] & 0x3F) << 12
    return high | (data[at + 2] & 0x3F) << 6 | (data[at + 3] & 0x3F)


@compiled
def examine(data: Array, starts: Array, sizes: Array, dependent: Array, unknown: Array) -> int:
    """Mark the texts with characters that depend on their neighbours; collect those without an entry.

    Text t is data[starts[t]:starts[t + 1]]. Returns how many of `unknown` were filled.
    """
    found = 0
    for text in range(len(starts) - 1):
        at = starts[text]
        while at < starts[text + 1]:
            if data[at] < 0x80:
                at += 1
                continue
            code = _code(data, at)
            if sizes[code] == _DEPENDENT:
                dependent[text] = True
            elif sizes[code] == _UNKNOWN and found < len(unknown):
                unknown[found] = code
                found += 1
            at += _width(data[at])
    return found


@compiled
def _folded(data: Array, start: int, stop: int, sizes: Array, folded: Array, out: Array) -> int:
    """Write the normalised text to `out` and return its length."""
    length = 0
    at = start
    while at < stop:
        lead = data[at]
        if lead < 0x80:
            out[length] = uint8(folded[lead])
            length += 1
            at += 1
            continue
        code = _code(data, at)
        value = folded[code]
        for _ in range(sizes[code] - _ENTRY):
            out[length] = uint8(value)
            value >>= uint64(8)
            length += 1
        at += _width(lead)
    return length


@compiled
def _is_in(code: int, ranges: Array) -> bool:
    found = False
    for index in range(len(ranges)):
        found |= ranges[index, 0] <= code <= ranges[index, 1]
    return found


@compiled
def _gram_stop(data: Array, at: int, gram: int) -> int:
    for _ in range(gram):
        at += _width(data[at])
    return at


@compiled
def _cut(data: Array, start: Any, stop: Any, ranges: Array, gram: int, bounds: Array) -> int:
    """Write the bounds of the tokens of one word of mixed scripts; return their number."""
    count = 0
    at = start
    while at < stop:
        begin, characters, unspaced = at, 0, _is_in(_code(data, at), ranges)
        while at < stop and _is_in(_code(data, at), ranges) == unspaced:
            at += _width(data[at])
            characters += 1
        if unspaced and characters > gram:
            for _ in range(characters - gram + 1):
                bounds[count, 0], bounds[count, 1] = begin, _gram_stop(data, begin, gram)
                begin += _width(data[begin])
                count += 1
        else:
            bounds[count, 0], bounds[count, 1] = begin, at
            count += 1
    return count


@compiled
def _word_stop(address: Any) -> Any:
    """Return where the word ends that begins here: at a space."""
    while True:
        others = load(address) ^ _SPACES
        spaces = (others - _LOW_BITS) & ~others & _HIGH_BITS
        if spaces:
            return address + (trailing_zeros(spaces) >> uint64(3))
        address += uint64(8)


@compiled
def tokenise(
    data: Array, starts: Array, ready: Array, sizes: Array, folded: Array,
    ranges: Array, gram: int, decimals: Array, figures: Array,
    hashes: Array, stops: Array, numbers: Array, number_stops: Array,
) -> None:  # fmt: skip
    """Write the token hashes of each text in order, and those of its figures sorted, each once.

    Texts that are `ready` are normalised already. A token is a figure if it begins with a decimal digit
    or its hash stands in the table `figures` (open addressing).
    """
    longest = (starts[1:] - starts[:-1]).max()
    text = np.empty(4 * longest + 16, np.uint8)
    bounds = np.empty((4 * longest + 16, 2), np.int64)
    mask = uint64(len(figures) - 1)
    base = uint64(text.ctypes.data)
    count = figured = 0
    for index in range(len(starts) - 1):
        if ready[index]:
            length = starts[index + 1] - starts[index]
            text[:length] = data[starts[index] : starts[index + 1]]
        else:
            length = _folded(data, starts[index], starts[index + 1], sizes, folded, text)
        text[length : length + 8] = 0x20
        # Scripts without spaces have characters of three and four bytes.
        has_wide = text[:length].max() >= 0xE0 if length else False
        first_figure = figured
        at = np.int64(0)
        while at < length:
            begin = at
            at = np.int64(_word_stop(base + uint64(begin)) - base)
            if at == begin:
                at += 1
                continue
            bounds[0, 0], bounds[0, 1] = begin, at
            for each in range(_cut(text, begin, at, ranges, gram, bounds) if has_wide else 1):
                begin = bounds[each, 0]
                value = xxh64(base + uint64(begin), uint64(bounds[each, 1] - begin))
                hashes[count] = value
                count += 1
                lead = text[begin]
                is_figure = 0x30 <= lead <= 0x39
                if lead >= 0x80:
                    code = _code(text, begin)
                    is_figure = code < len(decimals) and decimals[code]
                slot = value & mask
                while figures[slot] != uint64(0):
                    is_figure |= figures[slot] == value
                    slot = (slot + uint64(1)) & mask
                if is_figure:
                    numbers[figured] = value
                    figured += 1
        figured = first_figure + distinct(numbers[first_figure:], figured - first_figure)
        stops[index], number_stops[index] = count, figured
