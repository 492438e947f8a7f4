"""Where texts name what: words, names, phrases, figures, years and dates, each mention by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.shingle import mix
from ingest.telling.lexicon import CAPITAL, EMPTY, LOWER, NUMBER, PLACE, YEAR
from ingest.telling.model import TERM_KINDS
from ingest.telling.words import Words, read_words

_WORD, _NAME, _PLACE, _PHRASE, _FIGURE, _COUNT, _YEAR, _DATE = range(len(TERM_KINDS))
# What is as common as this says nothing, and of what is as common as that no phrase is made.
_SAYS_NOTHING, _COMMON = 7.0, 6.2
# A number counts a word within so many; what is more common than this is no noun worth counting.
_REACH, _NOUN = 4, 6.0
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
# Kinds have keys of their own: a name is not the word that it is written like.
_SALTS = mix(np.arange(1, len(TERM_KINDS) + 1, dtype=np.uint64))


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions of terms, arrays of shape (mentions,).

    `owners` number the texts, `rarities` say how much one mention weighs, `floors` the term's level in
    general, `places` how many words stand before it. `starts` and `stops` are characters of the text, half
    open, -1 for the title's.
    """

    owners: NDArray[np.int64]
    keys: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    rarities: NDArray[np.float64]
    floors: NDArray[np.uint8]
    places: NDArray[np.int64]
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]


def mentions(articles: Sequence[tuple[str, str | None]]) -> Mentions:
    """Find what texts with their titles name, word by word, phrase by phrase, date by date."""
    words = read_words(articles)
    kinds = _kinds(words)
    base = np.where(kinds == _NAME, words.rows["name"], words.rows["stem"]).astype(np.uint64)
    rarities = np.maximum(0.0, _SAYS_NOTHING - words.rows["zipf"].astype(np.float64))
    rarities = np.where(kinds == _FIGURE, words.rows["digits"], np.where(kinds == _YEAR, 1.0, rarities))
    alone = np.flatnonzero(words.rows["shape"] != EMPTY)
    pairs = _phrases(words)
    phrase_keys = mix(base[pairs] * _MULTIPLIER + base[pairs + 1])
    # In a phrase a place adds nothing: "North Korean" is no event.
    telling = np.where(kinds == _PLACE, 0.0, _SAYS_NOTHING - words.rows["zipf"])
    phrase_rarities = telling[pairs] + telling[pairs + 1]
    numbers, counted = _counts(words, kinds)
    count_keys = mix(words.rows["stem"][numbers].astype(np.uint64) * _MULTIPLIER + base[counted])
    days, lengths, dates = _dates(words)
    starts = np.concatenate([alone, pairs, numbers, days])
    return Mentions(
        words.owners[starts],
        _salted(
            np.concatenate([base[alone], phrase_keys, count_keys, dates]),
            made := np.concatenate(
                [
                    kinds[alone],
                    np.full(len(pairs), _PHRASE, np.uint8),
                    np.full(len(numbers), _COUNT, np.uint8),
                    np.full(len(days), _DATE, np.uint8),
                ]
            ),
        ),
        made,
        np.concatenate(
            [rarities[alone], phrase_rarities, 1.0 + words.rows["digits"][numbers], np.ones(len(days))]
        ),
        np.concatenate([words.rows["floor"][alone], np.zeros(len(made) - len(alone), np.uint8)]),
        words.places[starts],
        words.starts[starts],
        words.stops[np.concatenate([alone, pairs + 1, counted, days + lengths - 1])],
    )


def _kinds(words: Words) -> NDArray[np.uint8]:
    """A name has a capital in mid-sentence and is not written without one more often than that."""
    shape = words.rows["shape"]
    capital, lower = shape == CAPITAL, shape == LOWER
    names = words.owners.astype(np.uint64) << np.uint64(32) | words.rows["name"]
    _, which = np.unique(names, return_inverse=True)
    within = np.bincount(which, capital & ~words.breaks)
    small = np.bincount(which, lower)
    is_name = ((within > 0) & (within >= small))[which] & (capital | lower)
    kinds = np.where(is_name, _NAME, _WORD)
    for each, kind in ((PLACE, _PLACE), (NUMBER, _FIGURE), (YEAR, _YEAR)):
        kinds[shape == each] = kind
    return kinds.astype(np.uint8)


def _phrases(words: Words) -> NDArray[np.intp]:
    """Return the first of each two successive words that are a phrase."""
    usable = (words.rows["shape"] != EMPTY) & (words.rows["zipf"] < _COMMON)
    joined = ~words.breaks[1:] & (words.pieces[:-1] == words.pieces[1:]) & words.spaced[1:]
    return np.flatnonzero(usable[:-1] & usable[1:] & joined)


def _counts(words: Words, kinds: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return numbers and the words for what they count: the next one in the sentence that could be a noun."""
    noun = (kinds == _WORD) & (words.rows["shape"] == LOWER) & (words.rows["zipf"] < _NOUN)
    at = np.arange(len(noun))
    following = np.minimum.accumulate(np.where(noun, at, len(noun))[::-1])[::-1]
    numbers = np.flatnonzero(kinds == _FIGURE)
    counted = following[numbers]
    breaks = np.cumsum(words.breaks)
    numbers, counted = numbers[counted < len(noun)], counted[counted < len(noun)]
    near = (counted - numbers <= _REACH) & (breaks[counted] == breaks[numbers])
    near &= words.pieces[counted] == words.pieces[numbers]
    return numbers[near], counted[near]


def _dates(words: Words) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.uint64]]:
    """Return where dates begin, how many words they have, and 32 times the month plus the day.

    `March 3`, `3 March`, `2013-03-03`.
    """
    month, day = words.rows["month"].astype(np.int64), words.rows["day"].astype(np.int64)
    joined = words.pieces[:-1] == words.pieces[1:]
    after = np.flatnonzero((month[:-1] > 0) & (day[1:] > 0) & joined)
    before = np.flatnonzero((day[:-1] > 0) & (month[1:] > 0) & joined)
    year = (words.rows["shape"][:-2] == YEAR) & joined[:-1] & joined[1:]
    iso = np.flatnonzero(year & (day[1:-1] > 0) & (day[1:-1] <= 12) & (day[2:] > 0))
    starts = np.concatenate([after, before, iso])
    lengths = np.repeat([2, 2, 3], [len(after), len(before), len(iso)])
    dates = [month[after] * 32 + day[after + 1], month[before + 1] * 32 + day[before]]
    return starts, lengths, np.concatenate([*dates, day[iso + 1] * 32 + day[iso + 2]]).astype(np.uint64)


def _salted(keys: NDArray[np.uint64], kinds: NDArray[np.uint8]) -> NDArray[np.uint32]:
    return (mix(keys ^ _SALTS[kinds]) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
