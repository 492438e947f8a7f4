"""Lines that stand twice in a row, as captions, teasers and headlines do when markup is flattened.

A sentence that stands twice may be a refrain or an answer given twice: it stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found, Hits

_REASON = "The line before says the same words; one of the two is enough."
_WORDS = 6


def repeats(page: Page, hits: Hits) -> Iterator[Found]:
    """The second of two equal neighbours, so that no word of the story is lost."""
    for before, line in zip(page.lines, page.lines[1:], strict=False):
        if before.text != line.text or line.words < _WORDS or line.ends_sentence:
            continue
        if line.index not in hits:
            yield Found(line.start, line.stop, "other", "other-twice", _REASON)
