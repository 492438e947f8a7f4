"""The model's verdict on a text's lines as findings, each with a kind of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.verdict.decide import may_be_page
from ingest.clean.verdict.gate import hard_wrapped, like_a_page, loose_lines, may_hold_boilerplate
from ingest.clean.verdict.judge import Verdict, judge_page, judge_story, measure
from ingest.clean.verdict.own import own_lines
from ingest.clean.verdict.ruled import ruled_by, signals, touched
from ingest.clean.verdict.sight import see
from ingest.clean.verdict.story import Signals
from ingest.clean.verdict.trees import Forest
from ingest.clean.verdict.weights import forest

PAGE_RULE = "page-line"
STORY_RULE = "story-line"


def judged_lines(
    page: Page, found: Sequence[Found], forests: Callable[[str], Forest] = forest
) -> list[Found]:
    """The lines that are no part of the article, but none that something in `found` touches.

    Of a flattened page, all around the article; of an article's own text, the runs that two signals
    speak for. The rules know what they cut; this knows only that it is not the article. Never certain.
    """
    loose, ruled = loose_lines(page), ruled_by(page, found)
    paged, worth = like_a_page(page, loose), may_hold_boilerplate(page, loose, ruled)
    if not (worth or paged) or hard_wrapped(page):
        return []
    seen = see([line.text for line in page.lines])
    paged = paged and may_be_page([line.tells for line in seen])
    if not (worth or paged):
        return []
    lines, owned = measure(seen, ruled), touched(page, found)
    if paged:
        verdicts = judge_page(seen, lines, owned, forests("page"))
        if verdicts is not None:
            return list(_findings(page, verdicts, PAGE_RULE))
    if not worth:
        return []
    telling = np.array([line.says_so for line in seen])
    rules = signals(page, found)
    own = own_lines(page.lines, owned, telling, rules >= 0)
    spoken = Signals(ruled, telling, rules, own)
    return list(_findings(page, judge_story(seen, lines, spoken, owned, forests("story")), STORY_RULE))


def _findings(page: Page, verdicts: Sequence[Verdict], rule: str) -> Iterator[Found]:
    for verdict in verdicts:
        start, stop = page.lines[verdict.first].start, page.lines[verdict.stop - 1].stop
        yield Found(start, stop, verdict.kind, rule, verdict.reason, certain=False)
