"""What a figure counts: a unit, or the head of the noun phrase that follows it, folded to a plain form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ingest.telling.numerals import WORDS

UNITS = {
    form: unit
    for unit, forms in {
        "mile": "mile miles mi meile meilen milla millas",
        "kilometre": "kilometre kilometres kilometer kilometers km kms kilomètre kilomètres kilómetro "
        "kilómetros kilometern",
        "metre": "metre metres meter meters m metern mètre mètres metro metros",
        "centimetre": "centimetre centimetres centimeter centimeters cm centimètre centimètres",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "yard": "yard yards",
        "acre": "acre acres",
        "hectare": "hectare hectares hektar hectárea hectáreas",
        "tonne": "tonne tonnes ton tons tonnen tonelada toneladas",
        "kilogram": "kilogram kilograms kilogramme kilogrammes kg kilo kilos kilogramm",
        "pound weight": "lb lbs",
        "litre": "litre litres liter liters litern litro litros",
        "barrel": "barrel barrels",
        "degree": "degree degrees grad degré degrés grado grados",
        "mph": "mph",
        "km/h": "kph km/h kmh",
        "magnitude": "magnitude",
        "percent": "percent percentage pct prozent % procent",
        "second": "seconds secondes sekunden segundos",
        "minute": "minute minutes minuten minuto minutos",
        "hour": "hour hours stunde stunden heure heures hora horas",
        "day": "day days tag tage tagen jour jours día días",
        "week": "week weeks woche wochen semaine semaines semana semanas",
        "month": "month months monat monate monaten mois mes meses",
        "year": "year years jahr jahre jahren an ans année années año años",
        "dollar": "dollar dollars dólar dólares",
        "euro": "euro euros",
        "pound": "pound pounds pfund",
        "yen": "yen",
        "yuan": "yuan",
        "rouble": "rouble roubles ruble rubles rubel",
        "rupee": "rupee rupees",
        "franc": "franc francs franken",
    }.items()
    for form in forms.split()
}
MONEY = frozenset("dollar euro pound yen yuan rouble rupee franc".split())
UNIT_NAMES = frozenset(UNITS.values())
PERSON = "person"
_PERSONS = frozenset(
    "person people persons others other men man women woman inhabitants victims menschen personen leute "
    "personnes personne gens personas persona victimes víctimas opfer individuals".split()
)
_IRREGULAR = {
    "children": "child", "police": "police", "troops": "troop", "lives": "life", "wives": "wife",
    "fishermen": "fisherman", "policemen": "policeman", "firemen": "fireman", "kinder": "child",
    "soldaten": "soldat", "mice": "mouse", "cattle": "cattle", "crew": "crew", "personnel": "personnel",
    "aircraft": "aircraft",
}  # fmt: skip
_PLURALS = frozenset(_IRREGULAR) | _PERSONS
# Words that end in s and are no plurals, and verbs that follow a number without being what it counts.
_NO_PLURAL = frozenset(
    "previous serious various famous religious as is was has his its this us les las los".split()
)
_BREAK = frozenset(
    """
    of the and or in on at to from for with by as is are was were be been being has have had do does did
    will would could can may might must shall should that which who whom whose when where while after before
    since until if but not nor than then there their they them his her its this these those it he she we you
    i a an into over under about between through during against because so up down out off per each every
    also only just still now already away ago later earlier both all some any who's said says say told
    according thanks der die das des dem den und oder in im am auf aus bei mit von vom zu zum zur für sind
    ist war waren wurde wurden werden haben hat hatten sich nach vor bis als dass le la les du et ou dans
    sur sous par pour avec sans au aux est sont était étaient ont avait qui que el los las del y o en con
    sin por para al es son fue fueron han había que se
    """.split()
)
_PARTITIVE = frozenset("of de d des".split())
_ARTICLES = frozenset("the its their his her our these those les los las ces".split())
_AFTER_WORDS = 7
Words = list[tuple[str, int]]
_WORD = re.compile(r"[   ]+(?:d['’])?((?:[^\W\d_]|['’](?=[^\W\d_]))+(?:-[^\W\d_]+)*)")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Fold `word` to a plain form: small letters without diacritics, and without the endings of plurals."""
    folded = word.casefold()
    if folded in _PERSONS:
        return PERSON
    if folded in UNITS:
        return UNITS[folded]
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    for end in ("'s", "’s"):
        bare = bare.removesuffix(end)
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    if bare.endswith(("sses", "ches", "shes", "xes")):
        return bare[:-2]
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        return bare[:-1]
    return bare


def following_words(text: str, start: int) -> Words:
    """Return up to seven words that follow without punctuation, each with where it ends."""
    words: Words = []
    while len(words) < _AFTER_WORDS and (match := _WORD.match(text, start)):
        start = match.end()
        words.append((match[1], start))
    return words


def head(words: Words, single: bool, german: bool) -> tuple[str, int] | None:
    """Return the folded head of the noun phrase in `words` and how many of them it takes, None if none.

    `single` says that the figure is one, which counts persons only: it is a pronoun as often as a number.
    """
    skipped = _partitive(words)
    if skipped and (single or any(word.lower() in WORDS for word, _ in words[skipped:])):
        return None
    phrase = _phrase(words[skipped:])
    found = _head(phrase, single, german)
    return (found[0], found[1] + skipped) if found else None


def _partitive(words: Words) -> int:
    """Return how many words of `of the` open the phrase."""
    if not words or words[0][0].casefold() not in _PARTITIVE:
        return 0
    return 2 if len(words) > 1 and words[1][0].casefold() in _ARTICLES else 1


def _head(phrase: list[str], single: bool, german: bool) -> tuple[str, int] | None:
    if single:
        return next(((stem(w), n) for n, w in enumerate(phrase, 1) if stem(w) == PERSON), None)
    for number, word in enumerate(phrase):
        if word.casefold() in UNITS and number <= 1:
            return UNITS[word.casefold()], number + 1
        if _plural(word):
            while number + 1 < len(phrase) and _plural(phrase[number + 1]):
                number += 1
            return stem(phrase[number]), number + 1
    if german:
        return next(((stem(w), n) for n, w in enumerate(phrase, 1) if w[0].isupper()), None)
    return None


def _phrase(words: Words) -> list[str]:
    phrase = []
    for word, _ in words:
        if word.casefold() in _BREAK:
            break
        phrase.append(word)
    return phrase


def _plural(word: str) -> bool:
    folded = word.casefold()
    if folded in _PLURALS:
        return True
    return (
        len(folded) > 3
        and folded.endswith("s")
        and not folded.endswith(("ss", "us", "is", "'s", "’s"))
        and (folded not in _NO_PLURAL)
    )
