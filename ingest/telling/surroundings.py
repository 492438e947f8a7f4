"""What stands around a number and says what it is: qualifier, currency, age, date, score, name, address.

All patterns but `ADDRESS` and `NAMED_NUMBER` read text in small letters. Those of
class `Before` tell what stands before a number, the others are matched where it stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LEFT = 60
_BLANKS = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Before:
    """A pattern for what stands before a place. Looking back is slow; `endings` say where it pays."""

    pattern: re.Pattern[str]
    endings: tuple[str, ...]

    def search(self, text: str, stop: int) -> re.Match[str] | None:
        """Return the match that ends at `stop` of `text`."""
        if not text.endswith(self.endings, 0, stop):
            return None
        return self.pattern.search(text, max(0, stop - _LEFT), stop)


def words_before(pattern: str, words: Iterable[str]) -> Before:
    endings = tuple(f"{word}{blank}" for word in words for blank in _BLANKS)
    return Before(re.compile(pattern), endings)


_SPACE = r"[   ]"
SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble"}
CURRENCY = Before(
    re.compile(rf"(?:\b(?:us|au|a|c|ca|nz|hk|s))?([$€£¥₹₽]){_SPACE}?$"),
    tuple(symbol + blank for symbol in SYMBOLS for blank in ("", *_BLANKS)),
)

_OVER = (
    r"(?:just |slightly |a little |well |far )?(?:over|above|more than|greater than|upwards? of|in excess of"
    r"|exceed(?:ing|ed|s)|at least|no (?:fewer|less) than|surpass(?:ing|ed)|topp(?:ing|ed)"
    r"|mehr als|mindestens|über|gut|plus d[e’']|au moins|más de|al menos|por lo menos)"
)
_UNDER = (
    r"(?:just |slightly |a little |well )?(?:under|below|fewer than|less than|almost|nearly|close to|near"
    r"|up to|as many as|as much as|at most|no more than|not more than|a maximum of"
    r"|fast|beinahe|knapp|nahezu|weniger als|bis zu|höchstens|près d[e’']|presque|moins d[e’']|jusqu['’]à"
    r"|casi|menos de|hasta)"
)
_ABOUT = (
    r"(?:about|around|roughly|approximately|some|(?:an )?estimated|circa|ca\.|an average of|~"
    r"|etwa|rund|zirka|ungefähr|schätzungsweise|environ|quelques?|autour de|unos|unas|alrededor de"
    r"|aproximadamente|cerca de)"
)
# “A dozen” and “half a dozen” are their own words; the article belongs to the figure.
QUALIFIER = words_before(
    rf"(?<![\w-])(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<about>{_ABOUT})|(?P<exact>an?|the|all))"
    rf"(?:{_SPACE}+(?:half an?|an?|the|une))?{_SPACE}*$",
    """
    as over above than of exceeding exceeded exceeds least surpassing surpassed topping topped under below
    almost nearly to near many much most maximum about around roughly approximately some estimated circa ca.
    average ~ als mindestens über gut fast beinahe knapp nahezu zu höchstens etwa rund zirka ungefähr
    schätzungsweise de moins presque jusqu'à jusqu’à environ quelque quelques casi hasta menos unos unas
    aproximadamente a an the une all
    """.split(),
)
PLUS = re.compile(r"\+(?!\d)|-plus\b|-odd\b| or more\b| oder mehr\b| ou plus\b| o más\b")

JOINT = re.compile(rf"{_SPACE}*(?:(?P<dash>[-–—])|(?P<word>to|and|or|bis|und|oder|à|et|ou|a|y|o)\b){_SPACE}*")
BETWEEN = re.compile(r"(?<!\w)(?:between|zwischen|entre)(?: about| around| roughly| some)? (?:us)?[£$€¥]?$")
FROM = re.compile(
    r"(?<!\w)(?:from|von|de|desde)(?: about| around| roughly| some| just)?(?: over| under)? (?:us)?[£$€¥]?$"
)
SCORE = re.compile(rf"{_SPACE}?[-–—:]{_SPACE}?\d+(?:{_SPACE}?[-–—]{_SPACE}?\d+)*")

_MONTH = (
    r"(?:jan(?:uary?|uar|vier)?|enero|feb(?:ruary?|ruar|rero)?|février|march|mar|märz|mars|marzo|apr(?:il)?"
    r"|avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|août|agosto"
    r"|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?"
    r"|de[cz](?:ember|embre|iembre)?|décembre)"
)
NO_COUNT_AFTER = re.compile(
    rf"(?:st|nd|rd|th|er|ère|e|s|am|pm|h\d*)\b|-?(?:st|nd|rd|th)\b|['’]s\b|['’]\d|[º°](?! ?[cf]\b)"
    rf"|\.?{_SPACE}?/|\.\d|: ?\d\d\b|\.?{_SPACE}+(?:de )?{_MONTH}\b|\.{_SPACE}?[a-zäöü]+straße"
    rf"|{_SPACE}?(?:am|pm|a\. ?m|p\. ?m|uhr|o['’]clock|gmt|est|edt|pst|bst|cst|cet|heures du)\b"
)
_MONTHS = re.compile(_MONTH)
_LABELS = frozenset(
    """
    no nr nos number page pages section chapter article articles room game week route highway interstate
    flight channel act season episode round phase level class category stage area vol table version part
    pier gate lane bus line unit box apartment suite artikel nummer seite numéro número grade group type
    exit resolution formula district ward rule clause paragraph several many few
    """.split()
)
_GLUED, _GLUE = "@#№+§/%_", "-.,:'’"
# The first part of a number that a space cuts in two: `2, 500`.
_PIECE = Before(re.compile(r"(?<!\d)\d{1,3}[,:/-][   ]$"), tuple(m + b for m in ",:/-" for b in _BLANKS))
# “Nine in ten” counts nobody.
_SHARE = words_before(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine))[   ](?:in|out of)(?: every)?[   ]$",
    ("in", "out of", "every"),
)


def is_name_before(text: str, stop: int) -> bool:
    """Whether what stands before `stop` in small letters makes the number there a name, a date or a part."""
    last = text[stop - 1 : stop]
    if last.isalnum() or (last and last in _GLUED):
        return True
    if last and last in _GLUE:
        return text[stop - 2 : stop - 1].isalnum()
    if not last or last not in _BLANKS:
        return False
    word = text[max(0, stop - _LEFT) : stop - 1].rsplit(None, 1)[-1:]
    label = word[0].rstrip(".,") if word else ""
    return (
        label in _LABELS
        or bool(_MONTHS.fullmatch(label))
        or bool(_PIECE.search(text, stop) or _SHARE.search(text, stop))
    )


# A name before the number: “Harbour 737”.
NAMED_NUMBER = re.compile(
    r"[\w,][   ](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-ZÀ-ÞĀ-Ž][\w’'-]*[   ]$"
)
ADDRESS = re.compile(
    r"(?:[   ][A-Z][\w.'’]*){1,3}[   ](?:Street|Avenue|Road|Boulevard|Lane|Drive|St|Ave|Rd|Blvd|Square|Place"
    r"|Court|Highway|Parkway|Way)\b|,? (?:rue|avenue|boulevard|place) "
)

MAGNITUDE = Before(
    re.compile(r"(?<!\w)magnitude(?:[   ](?:of|was|is|at))?[   -]$"),
    ("magnitude ", "magnitude of ", "magnitude was ", "magnitude is ", "magnitude at ", "magnitude-"),
)
MAGNITUDE_AFTER = re.compile(rf"(?:{_SPACE}|{_SPACE}?-{_SPACE}?)magnitude\b")
PERCENT = re.compile(
    rf"{_SPACE}?%|(?:{_SPACE}|-)(?:percent|per cent|pct|percentage points?|prozent|pour cent|por ciento)\b"
)
ATTACHED_UNIT = re.compile(r"(?:km/h|kmh|kph|mph|km|kg|cm|ft|lbs?)\b")
HALF = "half a "
HYPHEN_UNIT = re.compile(rf"{_SPACE}?-{_SPACE}?([^\W\d_]+)")

PARENT_OF = words_before(
    r"(?:mother|father|parents?|mum|mom|dad)[   ]of[   ]$", ("r of", "t of", "ts of", "m of", "d of")
)

_TOLL = re.compile(
    r"(?<!\w)(?:death toll|toll|todesopfer|bilan|number of (?:dead|deaths)|número de muertos)\b[^.\n;]{0,40}$"
)
_TOLLS = ("toll", "todesopfer", "bilan", "number of d", "número de muertos")


def is_toll_before(before: str) -> bool:
    """Whether the words before a number, in small letters, say that it is of the dead."""
    return any(word in before for word in _TOLLS) and bool(_TOLL.search(before))
