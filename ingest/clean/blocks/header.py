"""What some pages carry on top: the weather with place and day, and the time of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.blocks.byline import read_byline
from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.clean.posts.dates import month_number, read_date

_TEMPERATURE = re.compile(r"[+−-]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CF]?|º\s?[CF]?|[CF]|℃|℉)(?=$|[\s,|·•/-])")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\b|\b(?:montag|dienstag|mittwoch"
    r"|donnerstag|freitag"
    r"|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves"
    r"|viernes|sábado"
    r"|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta"
    r"|sexta)-feira"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek"
    r"|sobota"
    r"|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|понедельник|вторник|среда|четверг|пятница|суббота"
    r"|воскресенье)\b",
    re.IGNORECASE,
)
_REASON = "The lines on top are a widget with the temperature, the place and the day's date."
_HEAD_LINES = 12
_WORDS = 7
_CHARACTERS = 100
_PLACE_WORDS = 3


def header(page: Page, hits: Hits) -> Iterator[Found]:
    """Temperature, place and date near the top: in one line, or in up to four short lines in a row.

    The temperature is the first signal, the date with or without a weekday the second.
    """
    prose = next((line.index for line in page.lines[:_HEAD_LINES] if line.is_prose), _HEAD_LINES)
    head = page.lines[: min(prose + 1, _HEAD_LINES)]
    for line in head:
        if len(line.text) <= _CHARACTERS and not line.ends_sentence and _TEMPERATURE.search(line.text):
            group = _neighbours(head, line)
            if any(_is_date(member) for member in group):
                yield Found(group[0].start, group[-1].stop, "widget", "widget-weather", _REASON)
                return


_TIME_WORDS = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th|h|er)?|[ap]\.?m\.?|at|on|um|uhr|à|o'clock|de|of|[a-z]{1,2}[ds]?t|gmt|utc|cet"
    r"|cest|ist|bst|jst|wib|kst|msk|hrs?)$"
)
_DATE_REASON = "The line above the story is nothing but a date."
_COUNTER = re.compile(r"\d{1,3}(?:[.,]?\d{3})?(?:[.,]\d)?[KkM]?")
_COUNTER_REASON = "The line is nothing but a number, below the line that says who wrote the story or when."


def page_date(page: Page, hits: Hits) -> Iterator[Found]:
    """Lines above the first paragraph that hold a full date, perhaps a time, and nothing else.

    That is the first one, and one below a byline. Bare numbers below a date or a byline go with it:
    there pages count comments and shares.
    """
    dated, below_byline, below_both = False, False, False
    for line in page.lines[:_HEAD_LINES]:
        if len(line.text) > _CHARACTERS:
            if line.is_prose:
                return
        elif line.index > 0 and line.index not in hits and _only_date(line):
            if dated and not below_byline:
                continue
            yield _unsure(line, "widget-date", _DATE_REASON)
            dated, below_byline, below_both = True, False, True
            continue
        elif below_both and _COUNTER.fullmatch(line.text):
            yield _unsure(line, "widget-counter", _COUNTER_REASON)
            continue
        below_byline = below_both = line.index > 0 and read_byline(line) is not None


_STAMP = re.compile(
    r"(?:(?:first|last|originally|article) )?(?:published|updated|posted|modified|created|last update"
    r"|update|publié|mis à jour"
    r"|veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|pubblicato|aggiornato"
    r"|gepubliceerd|bijgewerkt"
    r"|opublikowano|aktualizacja|publikováno|aktualizováno|publisert|oppdatert|publicerad|uppdaterad"
    r"|опубликовано|обновлено)\b"
)
_CHANGED = re.compile(
    r"updat|modifi|mis à jour|aktuali[sz]|stand\b|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert"
    r"|uppdaterad|обновлено"
)
_STAMP_REASON = "The line tells when the page was published or changed, and nothing else."


def stamps(page: Page, hits: Hits) -> Iterator[Found]:
    """Lines such as `Updated: March 3, 2026, 9:14 pm`, wherever they stand."""
    for line in page.lines:
        if len(line.text) > _CHARACTERS or line.index in hits:
            continue
        if _is_stamp(line):
            yield Found(line.start, line.stop, "widget", "widget-date", _STAMP_REASON)


def date_lines(page: Page) -> Iterator[tuple[str, bool]]:
    """The lines near the top that tell when a text was published, and whether they tell of a change.

    They say so in a word, or stand below a byline. Any other date there may be that of the day on which the
    page was read.
    """
    head = page.lines[:_HEAD_LINES]
    for line in head:
        if len(line.text) > _CHARACTERS:
            continue
        if _is_stamp(line):
            yield line.text, _CHANGED.search(line.folded) is not None
        elif line.index > 0 and read_byline(head[line.index - 1]) is not None and _only_date(line):
            yield line.text, False


def _is_stamp(line: Line) -> bool:
    """Whether the line says in a word that the page was published or changed, a date, and nothing else."""
    match = _STAMP.match(line.key)
    return bool(match and read_date(line.text) and _only_time_words(line.folded[match.end() :]))


def _unsure(line: Line, rule: str, reason: str) -> Found:
    """A date alone makes no dirty text: it is cut where something else is."""
    return Found(line.start, line.stop, "widget", rule, reason, needs_company=True)


def _only_date(line: Line) -> bool:
    return read_date(line.text) is not None and _only_time_words(line.folded)


def _only_time_words(folded: str) -> bool:
    words = re.split(r"[\s,.:/|•·()–—-]+", _STAMP.sub("", folded))
    return all(
        not word or _TIME_WORDS.match(word) or month_number(word) is not None or _WEEKDAY.search(word)
        for word in words
    )


def _neighbours(head: list[Line], centre: Line) -> list[Line]:
    """The short lines around the temperature that hold a place or a date, at most two on each side."""
    first = last = centre.index
    while first > 0 and centre.index - first < 2 and _belongs(head, first - 1, first):
        first -= 1
    while last + 1 < len(head) and last - centre.index < 2 and _belongs(head, last + 1, last):
        last += 1
    group = head[first : last + 1]
    dated = [line.index for line in group if _is_date(line)]
    if not dated:
        return [centre]
    stop = max(centre.index, *dated) + 1
    place = stop <= last and head[stop].gap == 1 and head[stop].words <= _PLACE_WORDS
    if place and _closes_block(head, stop):
        stop += 1
    return head[min(centre.index, *dated) : stop]


def _closes_block(head: list[Line], at: int) -> bool:
    """Whether a blank line follows."""
    return at + 1 < len(head) and head[at + 1].gap > 1


def _belongs(head: list[Line], at: int, beside: int) -> bool:
    line = head[at]
    joined = max(head[at].index, beside)
    return line.words <= _WORDS and not line.text.endswith((".", "!", "?")) and head[joined].gap <= 2


def _is_date(line: Line) -> bool:
    if len(line.text) > _CHARACTERS:
        return False
    if read_date(line.text) is not None:
        return True
    return bool(_WEEKDAY.search(line.text)) and any(mark.isdigit() for mark in line.text)
