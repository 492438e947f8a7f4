"""Captions: what stands under a picture, known by the credit at its end or the words at its start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.model import Notice

_REASON = "The line is a caption: {why}."
_WORDS = 70
_BARE_WORDS = 22
_CHARACTERS = 700
_SENTENCE_END = '.!?…"”’»。'
_FIRST_WORDS = (
    *"image media picture photo video bildunter légende leyenda didascalia podpis file above caption".split(),
    "in this",
)
_AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|PA(?: Images| Wire| Media)?|Shutterstock"
    r"|iStock|Alamy|Bloomberg|Xinhua"
    r"|TASS|Anadolu(?: Agency)?|Keystone|APA|ANSA|[Ii]mago(?: Images)?|[Pp]icture [Aa]lliance|NTB|TT|Scanpix"
    r"|ČTK|PAP|Profimedia|NASA|SIPA"
)
_CREDIT_WORD = (
    r"(?:AP |File |Courtesy |Staff |Stock |Handout )?(?:Photos?|Photograph(?:er|y)?|Pictures?|Images?|Pic"
    r"|Credits?|Illustrations?|Graphics?"
    r"|Screenshot|Screengrab|Courtesy|Handout|Foto|Fotos|Bild|Symbolbild|Symbolfoto|Fot|Crédit|Crédito|Фото)"
)
_PAREN = re.compile(
    rf"[(\[]\s*(?:(?P<word>(?:{_CREDIT_WORD})\b\s?(?:[:/|©]|by\b|courtesy\b|credit\b|source\b|via\b|of\b"
    rf"|from\b).{{0,80}}"
    rf"|{_CREDIT_WORD})|[^()\[\]]{{1,60}}(?:/|via |for )\s?(?:the )?(?P<slash>{_AGENCIES})\b[^()\[\]]{{0,30}}"
    rf"|(?<=\()(?P<bare>{_AGENCIES})"
    rf"|[^()\[\]]{{1,40}}/[^()\[\]]{{1,30}} (?:via (?:AP|Getty Images)|Photo))\s*[)\]]\W{{0,2}}$"
)
_TRAILING = re.compile(
    r"(?:\b(?:Photo|Image|Picture|Video|Illustration|Foto|Bild|Photograph)(?: (?:credit|courtesy|by"
    r"|copyright|source|:)+)+\s?[:©]?\s?"
    r"|(?<=[a-z.!?”\"’)])\s?\b(?:Credit|Credits|Photo|Foto|Bild|Image|Picture)\s?(?::|\.\.\."
    r"|…)\s?|\sPhotograph by |©\s?)"
    r"(?P<name>[^\W\d_][\w.'’&-]*(?:[ /|,-]+(?:[\w.'’&-]+)){0,7})\W{0,2}$"
)
_SLASHED = re.compile(
    rf"[|/]\s?(?:{_AGENCIES})$|\bAP Photo/[\w.,'’ -]{{3,40}}$|\b[\w.'’-]+(?: "
    rf"[\w.'’-]+){{0,3}}\s?/\s?(?:{_AGENCIES})(?:\s?/\s?(?:{_AGENCIES}))?(?: Photo| Images)?$|\bvia "
    rf"(?:{_AGENCIES})$|\bAP Photo$"
)
# One of them stands in every credit without brackets.
_CREDIT_MARKS = ("©", ":", "/", "|", "...", "…", " by ", " via ", "Photo")
_OPENING = re.compile(
    r"(?:(?:image|media|picture|photo|video) caption\W?\s?\S|(?:bildunterschrift|légende|leyenda|didascalia"
    r"|podpis)\s?:"
    r"|file (?:photo|picture|image|pic)\b\s?(?:[-–—:.]|of\b|shows?\b)|file\s?[-–—:]\s?\S|above:\s\S"
    r"|caption:\s?\S"
    r"|in this (?=undated |\w+day|[a-z]{3,9}\.? \d|\d{4}|aerial |file |handout |combination |satellite "
    r"|\w+ (?:\w+ )?(?:released|provided|taken|made|supplied|obtained)\b)(?:undated "
    r"|\w+day,? )?(?:(?:[a-z]{3,9}\.? \d{1,2},? )?(?:\d{4},? )?)?(?:aerial |file "
    r"|handout "
    r"|undated |combination |satellite )*"
    r"(?:photo|photograph|image|frame grab|still image|picture)\b(?: (?:released|provided|taken|made|from|by"
    r"|supplied|obtained)\b|,))",
)
_SPEECH = re.compile(r"\b(?:said|told|says|added)\b|[\"“”„]")


def captions(page: Page, hits: Hits) -> Iterator[Found]:
    """Lines that close with a picture credit or open like an agency's caption, up to 70 words."""
    for line in page.lines:
        if len(line.text) > _CHARACTERS or line.index in hits or not _worth_a_look(line.text):
            continue
        if not 4 <= line.words <= _WORDS:
            continue
        why, name = _caption(line)
        if why:
            notice = Notice(line.start, line.stop, "photo", name=name) if name else None
            reason = _REASON.format(why=why)
            yield Found(line.start, line.stop, "credit", "credit-caption", reason, notice=notice)


def _worth_a_look(text: str) -> bool:
    """A credit closes a line with a bracket or a name; sentences close with a full stop or a quote."""
    return (
        text[-1] not in _SENTENCE_END
        or text[-2:-1] in (")", "]")
        or text[:10].lower().startswith(_FIRST_WORDS)
    )


def _caption(line: Line) -> tuple[str | None, str | None]:
    """Why the line is a caption, and whom it credits."""
    text = line.text
    if _OPENING.match(line.folded[:140]):
        return "it opens with the words that agencies put before a picture's description", None
    if text[-1] in _SENTENCE_END and text[-2:-1] not in (")", "]"):
        return None, None
    plain = line.words <= _BARE_WORDS and not _SPEECH.search(text)
    closes_bracket = text[-1] in ")]" or text[-2:-1] in (")", "]")
    if closes_bracket and (match := _PAREN.search(text, max(0, len(text) - 130))):
        if match["bare"] is None or plain:
            return "it closes with a picture credit in brackets", match[0].strip(" ()[].") or None
        return None, None
    tail = text[-110:]
    if not any(mark in tail for mark in _CREDIT_MARKS):
        return None, None
    match = _TRAILING.search(text, max(0, len(text) - 110))
    if match and not _SPEECH.search(text[: match.start()][-40:]):
        return "it closes with a picture credit", match["name"]
    if (match := _SLASHED.search(text, max(0, len(text) - 90))) and not line.text.endswith("."):
        return "it closes with the name of a photographer and an agency", match[0]
    return None, None
