"""The headline of a plain text, which names no fields: its first line, where it looks like one."""

from __future__ import annotations

import re

_MOST_WORDS, _MOST_CHARACTERS = 25, 200
_FEWEST_CHARACTERS = 8
# A body opens with at least this much; a list of short lines has no headline.
_BODY_CHARACTERS = 60
_SENTENCE_END = re.compile(r"[.:;,…。．、،।][\"'”’»」)]*$")
_BYLINE = re.compile(r"(?:by|von|por|par|di|av|door|autor)\s+[^\W\d_]", re.IGNORECASE)


def headline(text: str) -> str | None:
    """Return the first line of a clean text if it is a headline over a body, else None."""
    lines = [line for line in (line.strip() for line in text.splitlines()) if line]
    if len(lines) < 2:
        return None
    first, rest = lines[0], lines[1:]
    if not _FEWEST_CHARACTERS <= len(first) <= _MOST_CHARACTERS or len(first.split()) > _MOST_WORDS:
        return None
    if _SENTENCE_END.search(first) or _BYLINE.match(first):
        return None
    return " ".join(first.split()) if max(map(len, rest)) >= _BODY_CHARACTERS else None
