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
    if not any(rule.weak for rule in hits.values()):
        return hits
    kept: dict[int, LineRule] = {}
    for run in _runs(sorted(hits)):
        at_edge = run[0] == 0 or run[-1] == len(page.lines) - 1
        strong = [at for at in run if not hits[at].weak]
        enough = len(run) >= (_RUN_AT_EDGE if at_edge else _RUN)
        kept |= {at: hits[at] for at in (run if enough or (strong and len(run) > 1) else strong)}
    return kept


def _runs(indexes: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in indexes:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
