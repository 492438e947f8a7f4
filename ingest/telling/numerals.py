"""Numbers as news writes them: `1,213`, `1.213`, `5.4bn`, `eighteen`, `zwei Millionen`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_GERMAN = "ein zwei drei vier fünf sechs sieben acht neun".split()
_GERMAN_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_FRENCH_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}
_SPANISH = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve treinta"
).split()
_SPANISH_TENS = dict(
    zip("cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(40, 99, 10), strict=True)
)
_SPANISH_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400,
    "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip


def _english() -> dict[str, int]:
    words = {word: value for value, word in enumerate([*_ONES, *_TEENS], 1)}
    for ten, word in enumerate(_TENS, 2):
        words[word] = ten * 10
        words.update({f"{word}-{one}": ten * 10 + value for value, one in enumerate(_ONES, 1)})
    return words | {"dozen": 12}


def _german() -> dict[str, int]:
    words = {word: value for value, word in enumerate([*_GERMAN, *_GERMAN_TEENS], 1)}
    for ten, word in enumerate(_GERMAN_TENS, 2):
        words[word] = ten * 10
        words.update({f"{one}und{word}": ten * 10 + value for value, one in enumerate(_GERMAN, 1)})
    small = dict(words)
    for scale, value in (("hundert", 100), ("tausend", 1000)):
        words[scale] = value
        words.update({one + scale: number * value for one, number in small.items() if number < 20})
    # Alone it is the article.
    return {word: value for word, value in words.items() if word != "ein"} | {"dutzend": 12}


def _french() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_FRENCH, 1)}
    below = dict(words)
    for ten, word in _FRENCH_TENS.items():
        words[word] = ten
        longest = 20 if ten >= 60 else 10
        words.update({f"{word}-{one}": ten + value for one, value in below.items() if value < longest})
        words[f"{word}-et-un"] = ten + 1
    return {word: value for word, value in words.items() if word != "un"} | {"quatre-vingts": 80, "cent": 100}


def _spanish() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_SPANISH, 1)} | _SPANISH_TENS | _SPANISH_HUNDREDS
    return {word: value for word, value in words.items() if word != "uno"}


_LANGUAGES = {"de": _german(), "fr": _french(), "es": _spanish()}
WORDS = {word: value for words in (_english(), *_LANGUAGES.values()) for word, value in words.items()}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "hundert": 1e2, "tausend": 1e3, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9,
    "mrd": 1e9, "cents": 1e2, "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    "mil": 1e3, "millón": 1e6, "millones": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6,
    "b": 1e9, "k": 1e3, "dutzend": 12,
}  # fmt: skip
_ATTACHED = frozenset({"mn", "mln", "bn", "tn", "m", "b", "k"})
# Number words that are everyday words of another language, and words that only its own texts are full of.
_AMBIGUOUS = {"once": "es", "seize": "fr", "elf": "de", "cent": "fr", "mil": "es", "dos": "es", "dix": "fr"}
_MARKS = {
    "es": frozenset("los las del que una por con para".split()),
    "fr": frozenset("les des dans une sur pour est aux".split()),
    "de": frozenset("der die und das den ist von mit".split()),
}
_HUNDREDS = ("hundred", "thousand", "million", "billion")
# First parts of the words of several parts, such as `twenty` of `twenty-five`.
_STARTS = frozenset(word.split("-")[0] for word in WORDS) | set(_HUNDREDS)

_NUMERAL = re.compile(
    r"\d{1,3}(?:(?P<group>[.,  '’])\d{3}(?:(?P=group)\d{3})*(?![\d])|(?:, 000)+(?!\d))(?:[.,]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,]\d+|\. \d(?=[ -]+(?:magnitude|[mb]illion|per ?cent)\b|m\b|bn\b))?"
)
_NEXT = re.compile(r"[   ]*-?[   ]*(?:(?:and|et|y) )?([^\W\d_]+)")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,3}")
# What stands right before a word or between two parts of one.
_OPENING = '-“„«"(—–‘'
_LETTERS = re.compile(r"[^\W\d_]+")
_GROUPS = re.compile(r"[^\d.,]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at one place: its value, and where it ends."""

    value: float
    stop: int


def lower(text: str) -> str:
    """Return `text` in small letters, character by character, so that offsets stay."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    )


def languages(words: set[str]) -> set[str]:
    """Say which of German, French and Spanish a text with these words can be in."""
    return {language for language, marks in _MARKS.items() if len(marks & words) >= 3}


def word_starts(lowered: str) -> tuple[list[int], set[str]]:
    """Return where number words can begin in a text in small letters, and the languages it can be in."""
    apart = lowered
    for mark in _OPENING:
        apart = apart.replace(mark, " ")
    words = set(apart.split())
    spoken = languages(words)
    starts: list[int] = []
    for word in words & _STARTS:
        if word not in _AMBIGUOUS or _AMBIGUOUS[word] in spoken:
            starts.extend(_whole(lowered, word))
    return starts, spoken


def _whole(lowered: str, word: str) -> Iterator[int]:
    place = lowered.find(word)
    while place >= 0:
        stop = place + len(word)
        if not lowered[max(0, place - 1) : place].isalnum() and not lowered[stop : stop + 1].isalnum():
            yield place
        place = lowered.find(word, stop)


def read_number(lowered: str, start: int) -> Number | None:
    """Read the number, in digits or words, that begins at `start` of a text in small letters."""
    if lowered[start].isdecimal():
        numeral = _NUMERAL.match(lowered, start)
        if not numeral:
            return None
        value, stop = _value(numeral[0]), numeral.end()
        return _scaled(lowered, value, stop)
    return _read_words(lowered, start)


def _value(numeral: str) -> float:
    """Three digits after a separator are a group of thousands, unless nothing stands before it."""
    plain = _GROUPS.sub("", numeral)
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return float(plain)
    whole, part = plain[:last], plain[last + 1 :]
    single = plain.count(plain[last]) == 1
    grouped = not single or (len(part) == 3 and len(whole) <= 3 and whole.strip("0.,") != "")
    joined = whole.replace(".", "").replace(",", "")
    return float(joined + part) if grouped else float(f"{joined}.{part}")


def _scaled(lowered: str, value: float, stop: int) -> Number:
    attached = _LETTERS.match(lowered, stop)
    if attached and attached[0] in _ATTACHED:
        return Number(value * SCALES[attached[0]], attached.end())
    while following := _NEXT.match(lowered, stop):
        word = following[1]
        if word not in SCALES or word in {"m", "b", "k", "cents"}:
            break
        value, stop = value * SCALES[word], following.end()
    return Number(value, stop)


def _read_words(lowered: str, start: int) -> Number | None:
    total, current, stop, scaled = 0.0, 0.0, start, False
    position = start
    if lowered[start - 2 : start] == "a " and lowered.startswith(_HUNDREDS, start):
        current = 1.0
    while token := _TOKEN.match(lowered, position):
        value, end = _longest(token)
        scale = SCALES.get(token[0])
        if scale is not None and current:
            total, current = (total, current * scale) if scale == 100 else (total + current * scale, 0.0)
            scaled, end = True, token.end()
        elif value is not None and (stop == start or scaled):
            current += value
        else:
            break
        stop = end
        following = _NEXT.match(lowered, stop)
        if end < token.end() or not following or (not scaled and following[1] not in SCALES):
            break
        position = following.start(1)
    return Number(total + current, stop) if stop > start else None


def _longest(token: re.Match[str]) -> tuple[int | None, int]:
    """Return the value of the longest run of the parts of `token` that is a number word, and its end."""
    word = token[0]
    while word:
        if word in WORDS:
            return WORDS[word], token.start() + len(word)
        word = word.rpartition("-")[0]
    return None, token.start()
