"""What short lines look like: somebody's words, a headline, an entry of a list or table."""

from __future__ import annotations

import re

from ingest.clean.engine.lines import Line
from ingest.clean.engine.sentence import has_speech_verb

_LONGEST_HEADLINE = 25
_LONGEST_CRY = 15
# In characters: longer lines are paragraphs.
_LONGEST_LINE = 300
_INNER_STOP = re.compile(r"[.!?…] [^\W\d_]|[。！？]\w")
# A comma or the end of a sentence beside the closing quotation mark: somebody has finished speaking.
_SPOKEN = re.compile(r"[,.!?…。！？،؟][\"”“»’』」](?:\W|$)|[\"”“»』」]\s?[,،、](?:\s|$)")
_QUOTED = re.compile(r"[\"“„«»「『].+[\"”“»«」』]|(?:^|\s)['‘‚].+['’](?:\W|$)")
_CLOSING_QUOTES = '"”“»«」』'
_STOPS = (".", "。", "｡", "।", "۔", "։", "።", "။", "។", "…", ":", "：", ",", "，", "、", "،", ";", "；")
_MARKS_BEHIND = "\"'”’»›)]」』） \t"
_ENTRY = re.compile(
    r"[^\W\d][^:：.!?]{0,30}[:：] ?(?:[^\s:].*\d|\d).*"
    r"|[^\W\d_][\w’' .&-]{1,30}[:：] \w.{0,50}"
    r"|.*[$€£¥₽₹₩]\s?\d.*|.*\d\s?(?:[$€£¥₽₹₩]|zł|kr)(?:\W.*|$)"
    r"|.*[^\W\d_] \d{1,3}[,;] .*[^\W\d_] \d{1,3}$"
    r"|\d{1,3}[.)] \S.*"
)
_FIGURES = re.compile(r"\d")


def is_spoken(line: Line) -> bool:
    """Whether the line holds somebody's words in quotation marks and says so, or is nothing but these words.

    A comma or a full stop beside the closing mark says so, as does a verb of speech beside the quotation.
    """
    if len(line.text) > _LONGEST_LINE:
        return False
    if _SPOKEN.search(line.text):
        return True
    if not _QUOTED.search(line.text):
        return False
    return has_speech_verb(line) or (line.opens_speech and line.text[-1] in _CLOSING_QUOTES)


def is_headline(line: Line) -> bool:
    """Whether the line could be the headline of another article: short, no closed sentence, no quotation.

    Headlines may ask or cry out; several sentences or a long one that closes so are a paragraph.
    """
    if line.words > _LONGEST_HEADLINE or len(line.text) > _LONGEST_LINE:
        return False
    if line.text.rstrip(_MARKS_BEHIND).endswith(_STOPS):
        return False
    if line.ends_sentence and (line.words > _LONGEST_CRY or _INNER_STOP.search(line.text)):
        return False
    return not is_spoken(line)


def goes_on(line: Line) -> bool:
    """Whether the line opens with a small letter, as the second half of a sentence or of a verse does."""
    return line.text[0].islower()


def is_entry(line: Line) -> bool:
    """Whether the line gives data of its own: a label with its value, a price, a score, a row of figures."""
    if len(line.text) > _LONGEST_LINE:
        return False
    if _ENTRY.fullmatch(line.text):
        return True
    words = line.text.split()
    return len(words) > 2 and 2 * sum(word[0].isdigit() for word in words) >= len(words)


def opens_with_figure(line: Line) -> bool:
    """Whether the line opens with a figure, as rows of times, quantities and ranks do."""
    return bool(_FIGURES.match(line.text))
