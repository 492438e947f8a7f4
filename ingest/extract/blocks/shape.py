"""What a block's own text looks like, whatever surrounds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet

import numpy as np

from ingest.extract.blocks.columns import Columns
from ingest.extract.blocks.reader import Block, Blocks
from ingest.extract.jsonld import fold

# What short lines of boilerplate say, in the languages in which labelled pages were at hand.
_SAYINGS = {
    "share": "share|tweet|facebook|twitter|whatsapp|pinterest|linkedin|follow|email|print|copy link",
    "sign": "subscri|newsletter|sign up|log ?in|sign in|register|download|free trial|join us|cookie"
    "|privacy|app store",
    "related": "related|read more|more from|also read|see also|read also|recommended|you may|might like"
    "|trending"
    "|most (?:read|popular)|latest|next article|previous|continue reading|click here|learn more"
    "|show more|load more"
    "|in this (?:article|section)|table of contents|jump to|top stories|watch:",
    "ad": "advertis|sponsored|promoted|affiliate|commission|paid content",
    "comment": "comments?\\b|reply|post a\\b|leave a",
    "rights": "copyright|all rights reserved",
    "credit": "photo|getty|image|reuters|ap\\b|credit|courtesy|file picture|shutterstock|illustration",
    "by": "written by|author\\b|editor|reporter|correspondent|contributor|staff writer|is a |can be reached"
    "|updated|published|posted|min read|minute read|by ",
}
_SAID = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _SAYINGS.items()) + ")|[©]")
_DATE = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2}[./]\d{1,2}[./]\d|\b\d+ (?:min|hour|day|week"
    "|month)"
)
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]")
_BARS = re.compile(r"[|›»•]| / ")
_ENDS = tuple(".!?…。！？؟।")
_CLOSERS = "\"'”’»›)]」』 *"
_OPENERS = "\"“„«'‘"
# A saying in a longer text is part of the story; a longer text is known by its beginning.
_SAYING_WORDS = 60
_HEAD = 240
# Pull quotes are looked for on pages of usual size only, since each is compared with the whole text.
_MAX_BLOCKS = 1500

_NAMES = (
    "words word_len linked bold ends upper lower opens digits caps commas sentences bars colon asks at"
    " date".split()
    + [f"says_{name}" for name in _SAYINGS]
    + "breaks seen again quoted title".split()
)


def shape(page: Blocks, titles: AbstractSet[str]) -> Columns:
    """Length, links, marks, sayings and repetitions of every block. `titles` are folded."""
    seen = Counter(block.text for block in page.blocks)
    done: set[str] = set()
    long = "\n".join(block.text for block in page.blocks if len(block.text) > 80)
    long = long if len(page.blocks) <= _MAX_BLOCKS else ""
    rows = []
    for block in page.blocks:
        text = block.text
        quoted = 40 < len(text) <= 300 and long.count(text) > (len(text) > 80)
        is_title = len(text) < 300 and fold(text) in titles
        repeated = (min(seen[text], 5) if len(text) > 3 else 1, text in done, quoted, is_title)
        rows.append((*_text(block), block.breaks, *repeated))
        done.add(text)
    matrix = np.array(rows, dtype=np.float64).reshape(len(rows), len(_NAMES))
    return dict(zip(_NAMES, matrix.T, strict=True))


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces four characters count as one."""
    words = text.count(" ") + 1
    return words if words * 12 >= len(text) else max(words, len(text) // 4)


def _text(block: Block) -> tuple[float, ...]:
    text, length = block.text, len(block.text)
    words = count_words(text)
    head = text[:_HEAD]
    return (
        words,
        length / words,
        block.linked / length,
        block.bold / length,
        text.rstrip(_CLOSERS).endswith(_ENDS),
        text[0].isupper(),
        text[0].islower(),
        text[0] in _OPENERS,
        len(_DIGIT.findall(head)) / len(head),
        len(_CAPITAL.findall(head)) / len(head),
        text.count(",") / words,
        (text.count(". ") + 1) / words,
        _BARS.search(head) is not None,
        text[-1] == ":",
        "?" in text,
        "@" in text,
        _DATE.search(head) is not None,
        *_sayings(head.lower(), words),
    )


def _sayings(head: str, words: int) -> tuple[bool, ...]:
    if words >= _SAYING_WORDS:
        return (False,) * len(_SAYINGS)
    said = {found.lastgroup or "rights" for found in _SAID.finditer(head)}
    return tuple(name in said for name in _SAYINGS)
