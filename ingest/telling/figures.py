"""The figures of a text: how many, of what, how exactly; money, measures and ages among them.

Years, dates, times of day, ordinals, scores, telephone numbers, addresses and numbers that are names count
nothing and are left out, and so is a number where it cannot be told what it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ingest.telling import surroundings as near
from ingest.telling.ages import read_age
from ingest.telling.fates import FATES, fate_after, fate_before
from ingest.telling.nouns import MONEY, PERSON, UNIT_NAMES, UNITS, following_words, head, stem
from ingest.telling.numerals import SCALES, lower, read_number, word_starts

Kind = Literal["count", "money", "measure", "percent", "age"]
Qualifier = Literal["exact", "about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text, at `[start, stop)` in its characters, with the words that belong to it.

    `value` is the number, the lower one of a range; `high` the upper one, else the same. `counted` is the
    folded noun or unit (`defector`, `person`, `mile`, `dollar`, `percent`); for an age the folded surname of
    the person, or nothing. `fate` says what became of those counted: `killed`, `injured`, `missing`,
    `arrested`, `displaced`, `rescued`, `deserted`, or nothing.
    """

    value: float
    high: float
    qualifier: Qualifier
    kind: Kind
    counted: str
    fate: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A number where it stands: the text, also in small letters, its place and its value."""

    text: str
    lowered: str
    start: int
    stop: int
    value: float
    german: bool


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is counted, and where the words for it end."""

    kind: Kind
    counted: str
    stop: int
    fate: str = ""


_LEFT = 60
_YEARS = range(1500, 2100)
_DIGITS = re.compile(r"\d+")


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a clean text in their order; they do not overlap."""
    lowered = lower(text)
    starts, spoken = word_starts(lowered)
    starts.extend(match.start() for match in _DIGITS.finditer(text))
    found: list[Figure] = []
    stop = 0
    for start in sorted(starts):
        if start < stop or (number := read_number(lowered, start)) is None:
            continue
        place = _Place(text, lowered, start, number.stop, number.value, "de" in spoken)
        figure = _age(place) or _figure(_halved(place)) or _metres(place)
        if figure:
            found.append(figure)
        score = None if figure else near.SCORE.match(lowered, number.stop)
        stop = figure.stop if figure else score.end() if score else number.stop
    return tuple(found)


def _halved(place: _Place) -> _Place:
    """Read “half a dozen” and “half a million”, of which only the last word is a number word."""
    if not place.lowered.endswith(near.HALF, 0, place.start):
        return place
    return replace(place, start=place.start - len(near.HALF), value=place.value / 2)


def _metres(place: _Place) -> Figure | None:
    """Read “60m” that counts nothing as metres, not as millions."""
    written = place.lowered[place.start : place.stop]
    if not (written.endswith("m") and written[-2:-1].isdecimal()) or _counts_nothing(place):
        return None
    if near.CURRENCY.search(place.lowered, place.start):
        return None
    qualifier, start = _qualifier(place.lowered, place.start)
    value = place.value / SCALES["m"]
    return Figure(value, value, qualifier, "measure", "metre", "", start, place.stop)


def _age(place: _Place) -> Figure | None:
    found = read_age(place.text, place.lowered, place.start, place.stop, place.value)
    if not found:
        return None
    name, start, stop = found
    return Figure(place.value, place.value, "exact", "age", stem(name), "", start, stop)


def _figure(place: _Place) -> Figure | None:
    stop, high = place.stop, place.value
    symbol = near.CURRENCY.search(place.lowered, place.start) or near.MAGNITUDE.search(
        place.lowered, place.start
    )
    if not symbol and _counts_nothing(place):
        return None
    upper = _upper(place)
    if upper:
        high, stop = upper
    elif near.SCORE.match(place.lowered, stop):
        return None
    plus = near.PLUS.match(place.lowered, stop)
    stop = plus.end() if plus else stop
    start = place.start - len(symbol[0]) if symbol else place.start
    qualifier, start = _qualifier(place.lowered, start)
    thing = _thing(place, symbol, start, stop)
    if thing is None:
        return None
    named = "over" if plus else qualifier
    return Figure(place.value, high, named, thing.kind, thing.counted, thing.fate, start, thing.stop)


def _counts_nothing(place: _Place) -> bool:
    return bool(
        near.NO_COUNT_AFTER.match(place.lowered, place.stop)
        or near.is_name_before(place.lowered, place.start)
        or near.ADDRESS.match(place.text, place.stop)
    )


def _upper(place: _Place) -> tuple[float, int] | None:
    """Return the upper number of a range that begins with this one, and where it ends."""
    joint = near.JOINT.match(place.lowered, place.stop)
    if not joint or joint.end() >= len(place.text):
        return None
    before, word = place.lowered[max(0, place.start - _LEFT) : place.start], joint["word"]
    if word in {"and", "und", "et", "y"} and not near.BETWEEN.search(before):
        return None
    if word and near.FROM.search(before):
        return None
    number = read_number(place.lowered, joint.end())
    if number is None or number.value <= place.value:
        return None
    return number.value, number.stop


def _qualifier(lowered: str, start: int) -> tuple[Qualifier, int]:
    """Return how exact a figure is that begins at `start`, and where the words that say so begin."""
    found = near.QUALIFIER.search(lowered, start)
    if not found:
        return "exact", start
    for name in ("over", "under", "about"):
        if found[name]:
            return name, found.start()
    return "exact", start


def _thing(place: _Place, symbol: re.Match[str] | None, start: int, stop: int) -> _Thing | None:
    if symbol:
        unit = near.SYMBOLS.get(symbol[1]) if symbol.re is near.CURRENCY.pattern else None
        return _Thing("money", unit, stop) if unit else _Thing("measure", "magnitude", stop)
    if attached := near.ATTACHED_UNIT.match(place.lowered, stop):
        return _measure(attached[0], attached.end())
    if percent := near.PERCENT.match(place.lowered, stop):
        return _Thing("percent", "percent", percent.end())
    if magnitude := near.MAGNITUDE_AFTER.match(place.lowered, stop):
        return _Thing("measure", "magnitude", magnitude.end())
    hyphened = near.HYPHEN_UNIT.match(place.lowered, stop)
    if hyphened:
        return _measure(hyphened[1], hyphened.end()) if hyphened[1] in UNITS else None
    return _counted(place, start, stop)


def _measure(word: str, stop: int) -> _Thing:
    unit = UNITS[word]
    return _Thing("money" if unit in MONEY else "measure", unit, stop)


def _counted(place: _Place, start: int, stop: int) -> _Thing | None:
    words = following_words(place.text, stop)
    fate = fate_after(place.lowered, stop)
    if fate and near.PARENT_OF.search(place.lowered, place.start):
        return None
    if fate:
        return _Thing("count", PERSON, fate[1], fate[0])
    found = head(words, single=place.value == 1, german=place.german)
    before = place.lowered[max(0, start - _LEFT) : start]
    if not found:
        told = fate_before(before) or ("killed" if near.is_toll_before(before) else "")
        return _Thing("count", PERSON, stop, told) if told and not _year(place) else None
    counted, taken = found
    stop = words[taken - 1][1]
    if counted in UNIT_NAMES:
        return _measure(words[taken - 1][0].lower(), stop)
    if counted != PERSON and (
        _year(place) or near.NAMED_NUMBER.search(place.text, max(0, start - _LEFT), start)
    ):
        return None
    inside = next((FATES[w.lower()] for w, _ in words[:taken] if w.lower() in FATES), "")
    after = fate_after(place.lowered, stop)
    return _Thing("count", counted, stop, inside or (after[0] if after else "") or fate_before(before))


def _year(place: _Place) -> bool:
    """Whether the number looks like a year: four digits without a separator."""
    written = place.text[place.start : place.stop]
    return written.isdecimal() and len(written) == 4 and int(written) in _YEARS
