"""Which texts are worth a closer look: most articles hold no line that could be boilerplate, and are done."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.clean.engine.lines import Line, Page
from ingest.clean.verdict.decide import PAGE_LINES, Choice
from ingest.clean.verdict.sight import Seen

FEWEST_LINES = 4
_SENTENCE_WORDS = 8
_SENTENCE_CHARACTERS = 80
_TELLING_CHARACTERS = 120
_HEAD_RULED = 2
_WRAPPED = 0.25


def loose_lines(page: Page) -> list[Line]:
    """The lines that are no sentences: without a full stop, or of a few words."""
    return [line for line in page.lines if _is_loose(line)]


def like_a_page(page: Page, loose: Sequence[Line]) -> bool:
    """Whether a text may be a whole page: many lines, at least half of them loose."""
    return len(page.lines) >= PAGE_LINES and 2 * len(loose) >= len(page.lines)


def may_hold_boilerplate(page: Page, loose: Sequence[Line], ruled: Choice) -> bool:
    """Whether a story text has a loose line that says what it is, or that stands beside a `ruled` one.

    The first line that no rule has cut is the headline. Above the first paragraph, where a date or a name
    stands in every article, it takes `_HEAD_RULED` ruled lines.
    """
    if len(page.lines) < FEWEST_LINES:
        return False
    headline = int(np.argmin(ruled))
    free = [line for line in loose if not ruled[line.index] and line.index != headline]
    if not free:
        return False
    beside = False
    around = np.concatenate([[False], ruled, [False]])
    near = [line.index for line in free if around[line.index] or around[line.index + 2]]
    if near:
        head = next((line.index for line in page.lines if line.is_prose and not ruled[line.index]), 0)
        beside = near[-1] >= head or int(ruled[:head].sum()) >= _HEAD_RULED
    return beside or any(_says_so(line) for line in free)


def hard_wrapped(page: Page) -> bool:
    """Whether many lines break off in mid-sentence and the next goes on in small letters."""
    pairs = zip(page.lines, page.lines[1:], strict=False)
    going_on = sum(after.text[0].islower() and not before.ends_sentence for before, after in pairs)
    return going_on > _WRAPPED * len(page.lines)


def _is_loose(line: Line) -> bool:
    if not line.ends_sentence:
        return True
    return len(line.text) < _SENTENCE_CHARACTERS and line.words < _SENTENCE_WORDS


def _says_so(line: Line) -> bool:
    return len(line.text) <= _TELLING_CHARACTERS and Seen(line.text).says_so
