"""Lines of a text that are its story's own by their looks: quotations, lists, tables, verses, subheadings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ingest.clean.engine.lines import Line
from ingest.clean.engine.shapes import goes_on, is_entry, is_spoken, opens_with_figure
from ingest.clean.verdict.decide import Choice

_SUBHEADING_WORDS = 10
_OPEN = (",", "，", "、", "،", ";", ":", "：")


def own_lines(lines: Sequence[Line], owned: Choice, telling: Choice, ruled: Choice) -> Choice:
    """Which lines look like parts of a story. None is `owned` by a rule.

    Above the first paragraph, rows of data and headings are the page's more likely than the story's. A list
    takes two neighbours of the same looks. A subheading stands right above a paragraph and beside no `ruled`
    line, though labels of advertisements may be between; who speaks stands right below the quotation.
    """
    free = ~(owned | telling)
    prose = np.array([line.is_prose for line in lines]) & free
    spoken = np.array([is_spoken(line) for line in lines]) & free
    own = _listed(lines, free, (is_entry, opens_with_figure)) | _subheadings(lines, prose, free, ruled)
    own[: int(np.argmax(prose)) if prose.any() else len(lines)] = False
    own |= spoken | _listed(lines, ~owned, (_is_item, _is_verse))
    own[1:] |= spoken[:-1] & free[1:] & np.array([line.words <= _SUBHEADING_WORDS for line in lines])[1:]
    return own & ~owned


def _listed(lines: Sequence[Line], free: Choice, looks: Sequence[Callable[[Line], bool]]) -> Choice:
    """Lines beside one that looks alike in one of these ways."""
    listed = np.zeros_like(free)
    for like in looks:
        alike = np.array([like(line) for line in lines]) & free
        listed[1:] |= alike[1:] & alike[:-1]
        listed[:-1] |= alike[1:] & alike[:-1]
    return listed


def _is_item(line: Line) -> bool:
    return line.is_item


def _is_verse(line: Line) -> bool:
    return line.text.endswith(_OPEN) or goes_on(line)


def _subheadings(lines: Sequence[Line], prose: Choice, free: Choice, ruled: Choice) -> Choice:
    found = np.zeros_like(free)
    paragraph_next = False
    for at in range(len(lines) - 1, -1, -1):
        if free[at]:
            short = lines[at].words <= _SUBHEADING_WORDS and not lines[at].ends_sentence
            found[at] = paragraph_next and short and not (at and ruled[at - 1])
        if free[at] or ruled[at]:
            paragraph_next = bool(prose[at])
    return found
