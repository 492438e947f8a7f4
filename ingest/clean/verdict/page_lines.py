"""The verdict on a whole page as findings, each with a kind of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.verdict.decide import PAGE_LINES
from ingest.clean.verdict.judge import judge

RULE = "page-line"


def page_lines(page: Page, found: Iterable[Found]) -> list[Found]:
    """The lines around the article of a flattened page, but none that something in `found` touches.

    The rules know what they cut; this knows only that it is not the article. Never certain.
    """
    if len(page.lines) < PAGE_LINES:
        return []
    owned = set(_touched(page, found))
    return [
        Found(
            page.lines[verdict.first].start,
            page.lines[verdict.stop - 1].stop,
            verdict.kind,
            RULE,
            verdict.reason,
            certain=False,
        )
        for verdict in judge([line.text for line in page.lines], owned)
    ]


def _touched(page: Page, found: Iterable[Found]) -> Iterator[int]:
    """The indexes of the lines that a finding has a character of."""
    waiting = sorted(found, key=lambda item: item.start)
    reached, taken = 0, 0
    for line in page.lines:
        while taken < len(waiting) and waiting[taken].start < line.stop:
            reached = max(reached, waiting[taken].stop)
            taken += 1
        if reached > line.start:
            yield line.index
