"""Rails: a heading such as `Most read` and the headlines of other articles below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.clean.engine.shapes import goes_on, is_headline

_REASON = "The line stands in a list of headlines under the heading “{heading}”."
_HEADING = "The line is a heading over headlines of more articles on a subject or from a place."
_SHORTEST_HEADLINE = 4
_LONGEST_RAIL = 40
_LONGEST_INNER_RAIL = 8


_SUBJECT = re.compile(
    r"(?:(?:more|latest|most read|popular|top stories) (?:from|in|about|on)|mehr (?:aus|von|über|zu)"
    r"|plus (?:sur|de)|más (?:de|sobre|en)|mais (?:de|sobre|em)|altro (?:su|da)|meer (?:over|uit|van)"
    r"|więcej (?:o|na temat|z)|více (?:o|z)|mer (?:om|fra|från)) "
)
_SUBJECT_WORDS = 6
_SUBJECT_CHARACTERS = 50
_FEWEST_LINKS = 2


def rails(page: Page, hits: Hits) -> Iterator[Found]:
    """The lines under each heading that opens a list, as far as they read like headlines.

    In the middle of a text the last line before a paragraph could be a subheading of the story and
    stays, unless a blank line or another hit sets the list off from it. A list that goes on and on is
    more likely the story's own, of products or of results.
    """
    for at in sorted(hits):
        if hits[at].heads and _is_heading(page.lines[at]):
            for line in _items(page, hits, at):
                reason = _REASON.format(heading=page.lines[at].text)
                yield Found(line.start, line.stop, "related", "related-rail", reason, certain=False)


def subject_rails(page: Page, hits: Hits) -> Iterator[Found]:
    """Headings such as `More on the harbour` where headlines follow, with the headlines.

    The words alone could be a subheading of the story; only a list of other articles below tells.
    """
    for line in page.lines[1:]:
        if line.index in hits or not _may_name_subject(line):
            continue
        items = _items(page, hits, line.index)
        if len(items) >= _FEWEST_LINKS and all(map(_like_link, items)):
            yield Found(line.start, line.stop, "related", "related-more-heading", _HEADING, certain=False)
            reason = _REASON.format(heading=line.text)
            for item in items:
                yield Found(item.start, item.stop, "related", "related-rail", reason, certain=False)


def _may_name_subject(line: Line) -> bool:
    if len(line.text) > _SUBJECT_CHARACTERS or not _SUBJECT.match(line.key):
        return False
    return line.words <= _SUBJECT_WORDS and not line.ends_sentence and not any(map(str.isdigit, line.text))


def _like_link(line: Line) -> bool:
    return line.words >= _SHORTEST_HEADLINE and not line.is_item and not line.ends_sentence


def _is_heading(line: Line) -> bool:
    return line.words <= 8


def _items(page: Page, hits: Hits, heading: int) -> list[Line]:
    items: list[Line] = []
    closed_by: Line | None = None
    below = page.lines[heading + 1 :]
    for line in below[:_LONGEST_RAIL]:
        if line.index in hits:
            if items:
                closed_by = line
                break
            continue
        if not is_headline(line):
            closed_by = line
            break
        items.append(line)
    if closed_by is None:
        return items if len(below) <= _LONGEST_RAIL and _headlines(items) else []
    if closed_by.index in hits:
        return items if len(items) <= _LONGEST_INNER_RAIL and _headlines(items) else []
    return _inner(items, closed_by)


def _inner(items: list[Line], paragraph: Line) -> list[Line]:
    """What of a list before a paragraph is surely a list: what a blank line closes, or all but the last."""
    followers = [*items[1:], paragraph]
    closed = next((at for at, line in enumerate(followers, 1) if line.gap > 1), None)
    tight = bool(items) and items[0].gap == 1
    sure = items[:closed] if tight and closed is not None else items[:-1]
    return sure if len(items) <= _LONGEST_INNER_RAIL and _headlines(sure) else []


def _headlines(items: list[Line]) -> bool:
    """Whether most lines have the length of a headline, and none goes on what the line above began."""
    if any(goes_on(line) and not goes_on(items[0]) for line in items):
        return False
    return sum(line.words >= _SHORTEST_HEADLINE for line in items) * 3 >= len(items) * 2
