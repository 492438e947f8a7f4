"""Keeps a page's headline. It looks like a pointer to another article; place and words tell it apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.clean.verdict.decide import Chances, Choice
from ingest.clean.verdict.sight import Seen

_PARAGRAPH_WORDS = 15
_WORDS = (4, 25)
_STOPS = (".", "。")
_NEAR = 20
_SHARED = 0.3
_SURELY_SHARED = 0.5


def spare_headlines(lines: Sequence[Seen], gone: Choice, shared: Chances) -> Choice:
    """Which of the lines that are to be `gone` could be the headline or the lead, and stay.

    They stand above the first paragraph that stays, are as long as headlines, and have no full stop at the
    end: those right above it, and of the `_NEAR` lines above it those made of the story's words. Where there
    are none, the likeliest line further up. `shared` is the share of a line's words that the story uses too.
    """
    spared = np.zeros_like(gone)
    staying = (at for at, line in enumerate(lines) if not gone[at] and line.words >= _PARAGRAPH_WORDS)
    first = next(staying, 0)
    like = np.array([_like_a_headline(line) for line in lines[:first]], dtype=np.bool_)
    near = max(0, first - _NEAR)
    spared[near:first] = like[near:] & (shared[near:first] >= _SHARED)
    spared[_run_above(like) : first] = True
    if not (like & (spared[:first] | ~gone[:first])).any():
        worth = np.where(like & (shared[:first] >= _SURELY_SHARED), shared[:first], 0.0)
        worth = worth * np.sqrt([line.words for line in lines[:first]])
        if worth.any():
            spared[int(worth.argmax())] = True
    return spared & gone


def _like_a_headline(line: Seen) -> bool:
    return _WORDS[0] <= line.words <= _WORDS[1] and not line.tells and not line.text.endswith(_STOPS)


def _run_above(like: Choice) -> int:
    """Where the unbroken run of such lines begins that ends the list."""
    start = len(like)
    while start and like[start - 1]:
        start -= 1
    return start
