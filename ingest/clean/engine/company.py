"""Weak hits need company: a single line such as `Business` may be a subheading of the story."""

from __future__ import annotations

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Hits, LineRule

_RUN = 3
_RUN_AT_EDGE = 2


def confirmed(page: Page, hits: dict[int, LineRule]) -> Hits:
    """The hits without the weak ones that stand alone.

    A run is a stretch of hits on consecutive lines. Its weak hits count when the run holds a strong
    hit or three weak ones; two are enough where the run opens or closes the text.
    """
    hits = _without_items(page, hits)
    if not any(rule.weak for rule in hits.values()):
        return hits
    kept: dict[int, LineRule] = {}
    for run in _runs(sorted(hits)):
        at_edge = run[0] == 0 or run[-1] == len(page.lines) - 1
        strong = [at for at in run if not hits[at].weak]
        enough = len(run) >= (_RUN_AT_EDGE if at_edge else _RUN)
        kept |= {at: hits[at] for at in (run if enough or (strong and len(run) > 1) else strong)}
    return kept


def _without_items(page: Page, hits: dict[int, LineRule]) -> dict[int, LineRule]:
    """The hits without those on items of a list whose other items are mostly none: `- Social media`."""
    items = {at for at in hits if page.lines[at].is_item}
    if not items:
        return hits
    dropped: set[int] = set()
    for run in _runs([line.index for line in page.lines if line.is_item]):
        found = items.intersection(run)
        if len(run) > 2 * len(found):
            dropped |= found
    return {at: rule for at, rule in hits.items() if at not in dropped}


def _runs(indexes: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in indexes:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
