"""Lines that stand twice in a row, as captions, teasers and headlines do when markup is flattened.

A sentence that stands twice may be a refrain or an answer given twice: it stays, unless it is long and the
text doubles another line too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found, Hits

_REASON = "The line before says the same words; one of the two is enough."
_REASON_OFTEN = "The line before says the same words, and this text doubles other lines too; one is enough."
_WORDS = 6
_SENTENCE_WORDS = 12
_OFTEN = 2


def repeats(page: Page, hits: Hits) -> Iterator[Found]:
    """The second of two equal neighbours, so that no word of the story is lost."""
    doubles = [
        line
        for before, line in zip(page.lines, page.lines[1:], strict=False)
        if before.text == line.text and line.words >= _WORDS
    ]
    for line in doubles:
        often = line.ends_sentence
        if often and (len(doubles) < _OFTEN or line.words < _SENTENCE_WORDS):
            continue
        if line.index not in hits:
            reason = _REASON_OFTEN if often else _REASON
            yield Found(line.start, line.stop, "other", "other-twice", reason)
