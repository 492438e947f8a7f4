"""Rails: a heading such as `Most read` and the headlines of other articles below it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.clean.lines import Line, Page
from ingest.clean.rule import Found, Hits

_REASON = "The line stands in a list of headlines under the heading “{heading}”."
_LONGEST_HEADLINE = 25
_LONGEST_RAIL = 40


def rails(page: Page, hits: Hits) -> Iterator[Found]:
    """The lines under each heading that opens a list, as far as they read like headlines.

    In the middle of a text the last line before a paragraph could be a subheading of the story and
    stays, unless a blank line sets the list off from it.
    """
    for at in sorted(hits):
        if hits[at].heads:
            for line in _items(page, hits, at):
                yield Found(
                    line.start,
                    line.stop,
                    "related",
                    "related-rail",
                    _REASON.format(heading=page.lines[at].text),
                    certain=False,
                )


def _items(page: Page, hits: Hits, heading: int) -> list[Line]:
    items: list[Line] = []
    following: Line | None = None
    for line in page.lines[heading + 1 : heading + 1 + _LONGEST_RAIL]:
        if line.index in hits:
            continue
        if not _like_headline(line):
            following = line
            break
        items.append(line)
    if following is None:
        return items
    blank = _list_ends_at_blank(items)
    if blank is not None:
        return items[:blank]
    return items[:-1] if len(items) > 2 else []


def _list_ends_at_blank(items: list[Line]) -> int | None:
    """Number of items before the blank line that closes a list whose items follow each other directly."""
    for at, line in enumerate(items[1:], 1):
        if line.gap > 1:
            return at if at > 1 or items[0].gap == 1 else None
    return None


def _like_headline(line: Line) -> bool:
    return line.words <= _LONGEST_HEADLINE and not line.text.endswith((".", ":", ",", ";"))
