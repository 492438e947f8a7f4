"""Keeps a page's headline. It looks like a pointer to another article; place and words tell it apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.clean.verdict.decide import Chances, Choice
from ingest.clean.verdict.sight import Seen

_PARAGRAPH_WORDS = 15
_WORDS = (4, 25)
_SHORT_WORDS = (2, 3)
_STOPS = (".", "。")
_NEAR = 20
_CLOSE = 8
_SHARED = 0.5


def spare_headlines(lines: Sequence[Seen], gone: Choice, shared: Chances) -> Choice:
    """Which of the lines that are to be `gone` could be the headline or the lead, and stay.

    They stand above the first paragraph that stays and have no full stop at the end. Of those as long as
    headlines: the unbroken run right above it, the ones of the `_NEAR` lines above it that share words with
    the story, and the likeliest of all above. Of the shorter ones: those of the `_CLOSE` lines above it
    made of the story's words alone. `shared` is the share of a line's words that the story uses too.
    """
    staying = (at for at, line in enumerate(lines) if not gone[at] and line.words >= _PARAGRAPH_WORDS)
    first = next(staying, 0)
    above, shared = lines[:first], shared[:first]
    like = np.array([_like_a_headline(line, _WORDS) for line in above], dtype=np.bool_)
    short = np.array([_like_a_headline(line, _SHORT_WORDS) for line in above], dtype=np.bool_)
    from_below = np.arange(first, 0, -1)
    fits = like & (shared >= _SHARED)
    worth = np.where(fits, shared * np.sqrt([line.words for line in above]), 0.0)
    spared = np.zeros_like(gone)
    spared[:first] = fits & ((from_below <= _NEAR) | (worth == worth.max(initial=0.0)))
    spared[:first] |= short & (shared >= 1) & (from_below <= _CLOSE)
    spared[_run_above(like) : first] = True
    return spared & gone


def _like_a_headline(line: Seen, words: tuple[int, int]) -> bool:
    return words[0] <= line.words <= words[1] and not line.tells and not line.text.endswith(_STOPS)


def _run_above(like: Choice) -> int:
    """Where the unbroken run of such lines begins that ends the list."""
    start = len(like)
    while start and like[start - 1]:
        start -= 1
    return start
