"""Dates as pages print them, in a dozen languages."""

from __future__ import annotations

import re
from datetime import date

# Month names and their usual short forms; the first three to five letters tell them apart.
_MONTHS = (
    "jan ene gen янв led sty",
    "feb fev fév fév lut фев úno uno",
    "mar mär maa мар bře bre mrt",
    "apr avr abr kwi апр dub",
    "may mai maj mei mag май мая kvě kve",
    "jun juin giu cze июн čer cer",
    "jul juil lug lip июл čvc",
    "aug ago aoû aou авг sie srp",
    "sep set wrz сен zář zar",
    "oct okt out ott paź paz окт říj rij",
    "nov nov ноя lis",
    "dec dez dic déc gru дек pro des",
)
_STEMS = sorted(
    ((stem, number) for number, row in enumerate(_MONTHS, 1) for stem in row.split()),
    key=lambda pair: -len(pair[0]),
)
# Names whose first three letters belong to another month.
_WHOLE = {
    "červenec": 7,
    "cervenec": 7,
    "července": 7,
    "listopad": 11,
    "listopada": 11,
    "listopadu": 11,
    "marzec": 3,
    "marca": 3,
    "maj": 5,
    "maja": 5,
    "يناير": 1,
    "فبراير": 2,
    "مارس": 3,
    "أبريل": 4,
    "مايو": 5,
    "يونيو": 6,
    "يوليو": 7,
    "أغسطس": 8,
    "سبتمبر": 9,
    "أكتوبر": 10,
    "نوفمبر": 11,
    "ديسمبر": 12,
}

_NAME_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|di\s+)?([^\W\d_]{3,12})\.?[,،]?\s+(?:de\s+)?(\d{4})"
)
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


def read_date(text: str) -> date | None:
    """The first date in `text`, or None. Numbers alone count as day.month.year or ISO 8601."""
    if match := _ISO.search(text) or _CJK.search(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if (match := _NAME_FIRST.search(text)) and (month := month_number(match[1])):
        return _date(int(match[3]), month, int(match[2]))
    if (match := _DAY_FIRST.search(text)) and (month := month_number(match[2])):
        return _date(int(match[3]), month, int(match[1]))
    if match := _DOTTED.search(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    return None


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month, else None."""
    name = name.lower()
    if name in _WHOLE:
        return _WHOLE[name]
    return next((number for stem, number in _STEMS if name.startswith(stem)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
