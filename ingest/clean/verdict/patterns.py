"""The patterns and character sets that a line's style is read with."""

from __future__ import annotations

import re

SENTENCE_ENDS = tuple(".!?…。！？։।")
CLOSERS = "\"'”’»›)]」』 \t*_"
OPENERS = frozenset("\"“„«‘'‚‹「『")
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc"
    r"|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|out|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)"
    r"[^\W\d]{0,8}"
)
# A day, a time of day, or "3 hours ago" in several languages; for lower case.
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:de\s)?{_MONTH}\b|\b{_MONTH}\.?\s\d{{1,2}}\b"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\d年|\d月|\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m|uhr|h\b)?"
    r"|\d\s?(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|d|m)\sago\b"
    r"|\bvor\s\d|\bil y a \d|\bhace \d|\bhá \d|\d\s(?:\w{1,9}\s)?(?:temu|назад|siden|sedan|geleden|fa)\b"
    r"|\d\w?前"
)
LINK = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co|tv)\b|(?<!\w)[@#]\w")
# Words that lost the space or the line break between them: "WorldMore", "Cook2".
GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]|[a-zà-ÿ]\d|\d[A-Z][a-z]|[a-z][.!?][A-Z]")
BAR = re.compile(r"[|›»•·►▶→‹«/>@…]")
DIGIT = re.compile(r"\d")
COMMA = re.compile(r"[,;，、；]")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces two characters count as one word."""
    words = len(text.split())
    if words * 12 < len(text):
        words = max(words, len(UNSPACED.findall(text)) // 2)
    return words
