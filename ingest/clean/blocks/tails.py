"""The foot of a page: what still stands between known boilerplate after the story's last paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.clean.engine.shapes import goes_on, is_entry, is_spoken

_REASON = (
    "The line is short and stands after the last paragraph,"
    " among {known} lines that {rules} rules know as boilerplate."
)
_LEAST_SHARE = 0.25
_LEAST_KNOWN = 3
_LEAST_RULES = 2
_WORDS = 20
_INTERJECTION_WORDS = 4
# They stand in the middle of stories too, and do not say that the story is over.
_LABELS = frozenset({"ad-label", "ad-word", "ad-continues", "ad-failed"})


def tails(page: Page, hits: Hits) -> Iterator[Found]:
    """Short lines after the first hit that no paragraph of the story follows.

    Two signals are asked for: no paragraph in sight, and known boilerplate of different kinds in at
    least a quarter of the lines. Without a paragraph before it there is no foot. A foot does not begin
    with the label of an advertisement, and the story's own sentences, quotations and figures stay in it.
    """
    if len(hits) < _LEAST_KNOWN:
        return
    prose = (line.index for line in reversed(page.lines) if line.index not in hits and line.is_prose)
    last_prose = next(prose, -1)
    if last_prose < 0:
        return
    known = [at for at in sorted(hits) if at > last_prose and hits[at].rule not in _LABELS]
    if len(known) < _LEAST_KNOWN or len({hits[at].rule for at in known}) < _LEAST_RULES:
        return
    region = page.lines[known[0] :]
    if len(known) < len(region) * _LEAST_SHARE:
        return
    reason = _REASON.format(known=len(known), rules=len({hits[at].rule for at in known}))
    for line in region:
        if line.index not in hits and line.words <= _WORDS and not _may_be_story(page, hits, line):
            yield Found(line.start, line.stop, "other", "other-foot", reason, certain=False)


def _may_be_story(page: Page, hits: Hits, line: Line) -> bool:
    """Whether the line is a sentence, somebody's words, a verse or data; of a few words, not between hits."""
    if is_spoken(line) or is_entry(line) or goes_on(line) or line.text.endswith((",", ";", "，", "、", "،")):
        return True
    if not line.ends_sentence:
        return False
    enclosed = line.index - 1 in hits and line.index + 1 in hits
    return not (enclosed and line.words <= _INTERJECTION_WORDS)
