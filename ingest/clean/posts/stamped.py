"""Posts that open with a handle and close with a time stamp, as sites print them beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.clean.posts.dates import read_date
from ingest.clean.posts.post_lines import POST_CHARACTERS, is_only_links, post_characters
from ingest.clean.posts.signature import is_only_date, platform_of
from ingest.model import Embed

# 5:12 PM · Mar 3, 2025 or 17:12 - 3 Mar 2025, or the date first; then perhaps the app or the views.
_TIME = r"\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?:\s[A-Z]{2,4})?"
_STAMP = re.compile(
    rf"(?:{_TIME}\s*[·•|–—,-]\s*(?P<date>[^·•|]{{6,24}})|(?P<first>[^·•|]{{6,24}}?)\s*[·•|]\s*{_TIME})(?:\s*[·•|].{{0,60}})?$"
)
_HEADER = re.compile(
    r"(?P<author>[^@]{0,50}?)\s*\(?(?P<handle>@[\w.]{2,60}(?:@[\w.-]{3,60})?)\)?(?:\s*[·•]\s*\w+)?$"
)
_BUTTONS = re.compile(
    r"(?:[\d.,]+\s?[KkMm]?|·|•)?\s*(?:follow|following|reply|replies|reposts?|retweets?|quotes?"
    r"|quote tweets?|likes?|views?|bookmarks?|share|copy link(?: to post)?|explore what’s happening on \w+"
    r"|read (?:more on \w+|[\d.,]+\s?[KkMm]? repl(?:y|ies)))?$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?P<handle>@[\w.]{2,60}(?:@[\w.-]{3,60})?)(?:\s*[·•]\s*(?P<day>[^·•]{2,24}))?$")
_AGO = re.compile(r"\d{1,2}\s?(?:h|m|d|min|hrs?)$")
_ONE_LINE = re.compile(
    rf"(?P<author>[^@]{{0,50}}?)\s?\(?(?P<handle>@[\w.]{{2,60}})\)?\s+(?P<post>.{{3,600}}?)\s+"
    rf"(?P<stamp>{_TIME}\s*[·•|–—-]\s*(?P<date>[^·•|]{{6,24}}))(?:\s*[·•|].{{0,60}})?$"
)
_FOLLOW = re.compile(r"[·•]\s*follow\b\s*", re.IGNORECASE)
_MOST_LINES = 14
_MOST_CHARACTERS = 900
_MOST_BUTTONS = 10
_NAME_WORDS = 5
_REASON = "A post from its handle, “{handle}”, to its time stamp, “{stamp}”."
_DATED = "A post below its author's handle, “{handle}”, and its date, “{date}”."


def stamped_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Posts between a line with a handle and a line with time and date, the buttons below included."""
    if "@" not in page.text:
        return
    floor = 0
    for line in page.lines:
        if line.index < floor or line.words > 12 or not (match := _STAMP.match(line.text)):
            continue
        posted_on = read_date(match["date"] or match["first"])
        opening = _opening(page.lines, floor, line.index)
        if posted_on is None or opening is None or not _is_inside(page.lines, opening[0]):
            continue
        at, header = opening
        below = _below(page.lines, line.index + 1)
        first, last = page.lines[_first(page.lines, floor, at, header)], page.lines[below - 1]
        words = [each.text for each in page.lines[at + 1 : line.index] if not _BUTTONS.match(each.text)]
        author = header["author"].strip() or (first.text if first.index < at else None)
        handle = header["handle"][1:]
        embed = Embed(
            first.start, last.stop, platform_of(handle), author, handle, posted_on, "\n".join(words)
        )
        reason = _REASON.format(handle=header["handle"], stamp=line.text)
        yield Found(first.start, last.stop, "embed", f"embed-{embed.platform}", reason, embed=embed)
        floor = below


def dated_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Posts with name, handle and date above their words, and posts that the page puts in one line."""
    if "@" not in page.text:
        return
    for line in page.lines:
        if "@" not in line.text or not _is_inside(page.lines, line.index):
            continue
        if line.text.startswith("@") and (header := _HANDLE.match(line.text)):
            yield from _dated(page, line, header)
        elif match := _ONE_LINE.match(line.text):
            yield from _in_one_line(line, match)


def _in_one_line(line: Line, match: re.Match[str]) -> Iterator[Found]:
    posted_on = read_date(match["date"])
    if posted_on is None or len(match["author"].split()) > _NAME_WORDS:
        return
    author, handle, words = (
        match["author"].strip() or None,
        match["handle"][1:],
        _FOLLOW.sub("", match["post"]),
    )
    embed = Embed(line.start, line.stop, platform_of(handle), author, handle, posted_on, words)
    reason = _REASON.format(handle=match["handle"], stamp=match["stamp"])
    yield Found(line.start, line.stop, "embed", f"embed-{embed.platform}", reason, embed=embed)


def _dated(page: Page, line: Line, header: re.Match[str]) -> Iterator[Found]:
    """The post whose handle stands in `line`, with its date in this line or below it, and no stamp."""
    lines, at, day = page.lines, line.index + 1, header["day"]
    if any(_STAMP.match(each.text) for each in lines[at : at + _MOST_LINES]):
        return
    while at < len(lines) and day is None and lines[at].text in "·•":
        at += 1
    if day is None and at < len(lines):
        day, at = lines[at].text, at + 1
    if day is None or not (_AGO.match(day) or is_only_date(day)):
        return
    while at < len(lines) and _BUTTONS.match(lines[at].text):
        at += 1
    if at == len(lines) or post_characters(lines[at].text) > POST_CHARACTERS:
        return
    last = at
    while last + 1 < len(lines) and is_only_links(lines[last + 1]):
        last += 1
    below = lines[_below(lines, last + 1) - 1]
    above = lines[line.index - 1] if line.index else line
    named = _is_name(above)
    first, handle = above if named else line, header["handle"][1:]
    words = page.text[lines[at].start : lines[last].stop]
    author = above.text if named else None
    embed = Embed(first.start, below.stop, platform_of(handle), author, handle, read_date(day), words)
    reason = _DATED.format(handle=header["handle"], date=day)
    yield Found(first.start, below.stop, "embed", f"embed-{embed.platform}", reason, embed=embed)


def _opening(lines: Sequence[Line], floor: int, stamp: int) -> tuple[int, re.Match[str]] | None:
    """The line with the handle above the stamp: the nearest one, within the length of a post."""
    size = 0
    for at in range(stamp - 1, max(floor, stamp - _MOST_LINES) - 1, -1):
        if match := _HEADER.match(lines[at].text):
            return at, match
        size += len(lines[at].text)
        if size > _MOST_CHARACTERS:
            break
    return None


def _is_inside(lines: Sequence[Line], at: int) -> bool:
    """Whether the story has begun: above it, a handle and a time belong to the article's own author."""
    return any(line.is_prose for line in lines[:at])


def _first(lines: Sequence[Line], floor: int, at: int, header: re.Match[str]) -> int:
    """The author's name may stand in a line of its own above the handle."""
    above = lines[at - 1] if at > floor and not header["author"].strip() else None
    return at - 1 if above is not None and _is_name(above) else at


def _is_name(line: Line) -> bool:
    """Whether the line could be the author's name alone."""
    return line.words <= _NAME_WORDS and not line.ends_sentence


def _below(lines: Sequence[Line], at: int) -> int:
    """The index after the counters and buttons below the stamp."""
    stop = min(len(lines), at + _MOST_BUTTONS)
    while at < stop and _BUTTONS.match(lines[at].text):
        at += 1
    return at
