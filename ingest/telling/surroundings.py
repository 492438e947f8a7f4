"""What stands around a number and says what it is: qualifier, currency, age, date, score, name, address.

All patterns but `ADDRESS`, `NAME_AFTER` and `NAMED` read text in small letters. Those for what stands before
a number end with `$`, the others are matched where the number stops.
"""

from __future__ import annotations

import re

_SPACE = r"[   ]"
SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble"}
CURRENCY = re.compile(rf"(?:\b(?:us|au|a|c|ca|nz|hk|s))?([$€£¥₹₽]){_SPACE}?$")

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
QUALIFIER = re.compile(
    rf"(?<![\w-])(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<about>{_ABOUT})|(?P<exact>an?|the|all))"
    rf"(?:{_SPACE}+(?:an?|the|une))?{_SPACE}*$"
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
NO_COUNT_BEFORE = re.compile(
    rf"[\w@#№+§/%]$|[^\W_][-.,:'’]$|(?<!\d)\d{{1,3}}[.,:/-]{_SPACE}?$"
    rf"|(?<!\w)(?:{_MONTH}|no|nr|nos|number|pages?|section|chapter|articles?|room|game|week|route|highway"
    r"|interstate|flight|channel|act|season|episode|round|phase|level|class|category|stage|area|vol|table"
    r"|version|part|pier|gate|lane|bus|line|unit|box|apartment|suite|artikel|nummer|seite|numéro|número|grade"
    rf"|group|type|exit|resolution|formula|district|ward|page|rule|clause|paragraph)\.?,?{_SPACE}$"
)
# A name before the number: “Harbour 737”.
NAMED_NUMBER = re.compile(
    r"[\w,][   ](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-ZÀ-ÞĀ-Ž][\w’'-]*[   ]$"
)
ADDRESS = re.compile(
    r"(?:[   ][A-Z][\w.'’]*){1,3}[   ](?:Street|Avenue|Road|Boulevard|Lane|Drive|St|Ave|Rd|Blvd|Square|Place"
    r"|Court|Highway|Parkway|Way)\b|,? (?:rue|avenue|boulevard|place) "
)

MAGNITUDE = re.compile(r"(?<!\w)magnitude(?:[   ](?:of|was|is|at))?(?:[   ]|-)$")
MAGNITUDE_AFTER = re.compile(rf"(?:{_SPACE}|{_SPACE}?-{_SPACE}?)magnitude\b")
PERCENT = re.compile(
    rf"{_SPACE}?%|(?:{_SPACE}|-)(?:percent|per cent|pct|percentage points?|prozent|pour cent|por ciento)\b"
)
HYPHEN_UNIT = re.compile(rf"{_SPACE}?-{_SPACE}?([^\W\d_]+)")

AGE_AFTER = re.compile(
    rf"{_SPACE}?-{_SPACE}?years?[   -]{{1,3}}olds?\b|{_SPACE}years?[   -]+old\b|-?jährige[rnms]?\b"
    r"|[   ]jahre alt\b|[   ]años de edad\b"
)
AGE_BEFORE = re.compile(r"(?<!\w)(?:aged?|at the age of|im alter von|âgée? de|edad de) $")
NAMED = re.compile(
    r"((?:[A-ZÀ-ÞĀ-Ž](?:[\w'’-]*[^\W\d_]|\.)[   ]){0,3}[A-ZÀ-ÞĀ-Ž][\w'’-]*[^\W\d_])(?:,| \()[   ]?$"
)
AGE_END = re.compile(r" ?[,)]|[.;](?!\d)|[   ]and\b")
NAME_AFTER = re.compile(
    r"(?:[   ](?!(?:in|of|at|on|to|who|was|is|had|has|and|the|from|by|with|for|as)\b)[a-zß-ÿ]{2,16}\.?){0,3}("
    r"(?:[   ][A-ZÀ-ÞĀ-Ž][\w'’-]+){1,3})"
)
PARENT_OF = re.compile(r"(?:mother|father|parents?|mum|mom|dad) of $")

TOLL = re.compile(
    r"(?<!\w)(?:death toll|toll|todesopfer|bilan|number of (?:dead|deaths)|número de muertos)\b[^.\n;]{0,40}$"
)
