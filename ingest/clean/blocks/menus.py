"""Menus: stretches of short lines among which many are known links of a site."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits

_REASON = "The line stands in a stretch of {lines} short lines, {known} of which are known links of a site."
_WORDS = 4
_LEAST_LINES = 8
_LEAST_SHARE = 0.2
_LEAST_KNOWN = 4


def menus(page: Page, hits: Hits) -> Iterator[Found]:
    """Unknown short lines between known ones, in stretches long and sure enough to be a menu."""
    if len(hits) < _LEAST_KNOWN:
        return
    for run in _short_runs(page, hits):
        known = sum(line.index in hits for line in run)
        if len(run) < _LEAST_LINES or known < max(_LEAST_KNOWN, len(run) * _LEAST_SHARE):
            continue
        reason = _REASON.format(lines=len(run), known=known)
        for line in _between_known(run, hits):
            if line.index not in hits:
                yield Found(line.start, line.stop, "navigation", "nav-menu", reason, certain=False)


def _short_runs(page: Page, hits: Hits) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in page.lines:
        if line.index in hits or (line.words <= _WORDS and not line.text.endswith((".", ":", "?", "!", ","))):
            run.append(line)
        else:
            yield run
            run = []
    yield run


def _between_known(run: list[Line], hits: Hits) -> list[Line]:
    known = [at for at, line in enumerate(run) if line.index in hits]
    return run[known[0] : known[-1] + 1]
