"""What each line shows by itself: length, close, capitals, figures, dates, cues, words of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict import patterns
from ingest.clean.verdict.cues import KINDS
from ingest.clean.verdict.sight import Seen
from ingest.clean.verdict.vocabulary import ADDRESS, FUNCTION_WORDS, SPEECH

Matrix = NDArray[np.float64]
NAMES = (
    *("length", "closed", "repeats", "shared", "new"),
    *("word_length", "colon", "question", "quote", "first", "capitals", "upper", "digits", "commas", "bars"),
    *("glued", "brackets"),
    *("function", "link", "date", "speech", "address", "firm", "loose", "covered", "cue"),
    *KINDS,
)
_STYLE = 120  # characters at the start of a line that its style is read from
_CAPITALS = 40
_HEAD = 25  # words at the start of a line that its speech is read from


def marks(lines: Sequence[Seen]) -> Matrix:
    """A row per line, a column per name in `NAMES`."""
    stems = [_stems(line) for line in lines]
    repeats = Counter(line.low for line in lines)
    story: Counter[str] = Counter()
    for line, found in zip(lines, stems, strict=True):
        if line.prose:
            story.update(found)
    return np.array(
        [
            (
                log1p(line.words),
                line.closed,
                min(5, repeats[line.low] - 1),
                *_kinship(line, found, story),
                *_style(line.text),
                *_speech(line),
            )
            for line, found in zip(lines, stems, strict=True)
        ],
        dtype=np.float64,
    )


def _stems(line: Seen) -> set[str]:
    """The first six letters of each word of four letters or more."""
    return {word[:6] for word in line.tokens if len(word) > 3}


def _kinship(line: Seen, stems: set[str], story: Counter[str]) -> tuple[float, float]:
    """Share of the line's stems that occur in other prose of the text, and log1p of how many do not."""
    if line.long:
        return 1.0, 0.0
    if not stems:
        return -1.0, 0.0
    own = 1 if line.prose else 0
    known = sum(story[stem] > own for stem in stems)
    return known / len(stems), log1p(len(stems) - known)


def _style(line: str) -> tuple[float, ...]:
    start = line[:_STYLE]
    words = start.split()
    big = line[:_CAPITALS]
    last = line.rstrip(patterns.CLOSERS)[-1:]
    return (
        len(start) / len(words),
        last in (":", "："),
        last in ("?", "？"),
        line[0] in patterns.OPENERS,
        _first(line[0]),
        sum(map(_is_capital, words)) / len(words),
        sum(map(str.isupper, big)) / (sum(map(str.isalpha, big)) or 1),
        len(patterns.DIGIT.findall(start)) / len(start),
        len(patterns.COMMA.findall(start)) / len(words),
        min(5, len(patterns.BAR.findall(start))),
        min(3, len(patterns.GLUED.findall(start))),
        line[0] in "([" and line[-1] in ")]",
    )


def _first(mark: str) -> float:
    """How a line opens: 0 a capital or a quote, 1 a small letter, 2 a figure, 3 anything else."""
    if mark.islower():
        return 1.0
    if mark.isdigit():
        return 2.0
    return 0.0 if mark.isalnum() or mark in patterns.OPENERS else 3.0


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (word[0] in patterns.OPENERS and word[1:2].isupper())


def _speech(line: Seen) -> tuple[float, ...]:
    head = line.tokens[:_HEAD]
    size = max(1, len(head))
    cues = line.cues
    firm = sum(cues.firm)
    dated = not line.long and patterns.DIGIT.search(line.low) and patterns.DATE.search(line.low)
    return (
        len(FUNCTION_WORDS.intersection(head)) / size,
        patterns.LINK.search(line.low[:_STYLE]) is not None,
        bool(dated),
        not SPEECH.isdisjoint(head),
        len(ADDRESS.intersection(head)) / size,
        min(4, firm),
        min(4, cues.loose),
        cues.covered / max(1, len(line.tokens)),
        min(3.0, firm + (0.5 * cues.loose if line.words <= 30 else 0.0)),
        *(min(2, number) for number in cues.firm),
    )
