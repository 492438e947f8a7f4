"""The line between headline and story that says who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.model import Notice

_REASON = "The line stands between headline and story and holds nothing but who wrote it."
_HEAD_LINES = 8
_WORDS = 12
_DESK = (
    r"(?:(?i:staff|senior|special|chief|associate|contributing|freelance|political|sports?|business|health"
    r"|science|world|national|foreign|crime|city|court|news|reporters?|writers?|editors?|correspondents?)\b)"
)
_PARTICLES = r"(?:(?:van|von|de|der|den|da|di|do|dos|la|le|el|al|bin)\s+)*"
_NAME = rf"(?!{_DESK})[^\W\d_a-z][\w.'’-]*(?:\s+(?!{_DESK}){_PARTICLES}[^\W\d_a-z][\w.'’-]*){{1,3}}"
_ROLE = r"(?:\s*[,|–-]\s*[^.!?,]{3,50}){0,2}"
_BYLINE = re.compile(
    rf"(?:(?i:(?:written|reported|story|words|text)\s+by:?|by:?|von:?|por:?|par:?|door:?|di:?|av:?|af:?"
    rf"|author:|autor:|autorin:|auteur:|autore:)\s+)"
    rf"(?P<names>{_NAME}(?:\s*(?:,|&|and|und|et|y|e|en|og|och)\s+{_NAME}){{0,3}}){_ROLE}(?:\s*[|–—-])?"
)
_ADDRESSED = re.compile(rf"(?P<names>{_NAME})\s*[|,–—-]\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def bylines(page: Page, hits: Hits) -> Iterator[Found]:
    """The bylines above the first paragraph; the first line of all is a headline, whatever it opens with."""
    for line in page.lines[:_HEAD_LINES]:
        if line.is_prose:
            return
        match = read_byline(line) if line.index and line.index not in hits else None
        if match:
            notice = Notice(line.start, line.stop, "author", match["names"])
            yield Found(line.start, line.stop, "credit", "credit-byline", _REASON, notice=notice)


def read_byline(line: Line) -> re.Match[str] | None:
    """A match whose group `names` holds who wrote the story, where the line says nothing else."""
    if line.words > _WORDS or line.ends_sentence:
        return None
    return _BYLINE.fullmatch(line.text) or _ADDRESSED.fullmatch(line.text)
