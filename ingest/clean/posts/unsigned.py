"""Posts without a signature: they close with a picture's address, a Reddit credit or a player's link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Found, Hits
from ingest.clean.posts.post_lines import (
    POST_CHARACTERS,
    introduces,
    is_only_links,
    is_story,
    post_characters,
)
from ingest.clean.posts.post_start import first_line
from ingest.model import Embed

_PICTURE = re.compile(r"\bpic\.(?:twitter|x)\.com/\w+$")
_PICTURED = "A post that ends with the address of its picture, “{address}”."
_REDDIT = re.compile(
    r"(?P<post>.{0,300}?)\s?\b(?:by u/(?P<by>[\w-]+) in (?:r/)?\w+"
    r"|comment by u/(?P<of>[\w-]+) from discussion in (?:r/)?\w+)$",
    re.IGNORECASE,
)
_CREDITED = "A Reddit post: its title, then “{credit}”."
_WATCH = re.compile(
    r"(?:watch|view|listen|regarder|ver|guarda|ansehen|bekijken)"
    r"(?: (?:on|auf|sur|en|em|su|op|it on|this (?:video|post) on))$",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"(?:youtube|vimeo|facebook|instagram|tiktok|twitter|x|spotify|threads|dailymotion)$", re.I
)
_WATCHED = "The two lines are a player's link to where the video is."


def pictured_posts(page: Page, taken: Iterable[Found]) -> Iterator[Found]:
    """Lines of a post's length that end with the address of a picture, outside the posts in `taken`."""
    if "pic." not in page.text:
        return
    spans = [(found.start, found.stop) for found in taken]
    floor = 0
    for line in page.lines:
        if any(start <= line.start < stop for start, stop in spans):
            floor = line.index + 1
        elif (match := _PICTURE.search(line.text)) and post_characters(line.text) <= POST_CHARACTERS:
            yield _pictured(page, line, floor, match[0])
            floor = line.index + 1


def _pictured(page: Page, line: Line, floor: int, address: str) -> Found:
    bare = is_only_links(line)
    own = 0 if bare else post_characters(line.text)
    ours = is_story(line)
    first = line if ours else page.lines[first_line(page, line, floor, own=own, named=False)]
    start = line.start + line.text.rindex(address) if ours else first.start
    words = page.text[start : line.stop]
    embed = Embed(start, line.stop, "x", text=words, urls=(address,))
    return Found(start, line.stop, "embed", "embed-x", _PICTURED.format(address=address), embed=embed)


def reddit_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Reddit: the title, in the same line or the one above, and who posted it where."""
    if "u/" not in page.text:
        return
    for line in page.lines:
        match = _REDDIT.match(line.text) if "u/" in line.text else None
        if match is None:
            continue
        above = page.lines[line.index - 1] if line.index and not match["post"] else None
        first = above if above is not None and _is_title(above) else line
        stop = line.start + match.end("post")
        words = page.text[first.start : stop].strip()
        embed = Embed(first.start, line.stop, "reddit", handle=match["by"] or match["of"], text=words)
        reason = _CREDITED.format(credit=line.text[match.end("post") :].strip())
        yield Found(first.start, line.stop, "embed", "embed-reddit", reason, embed=embed)


def _is_title(line: Line) -> bool:
    return not (line.is_prose or introduces(line) or is_story(line) or line.text.endswith("."))


def watch_links(page: Page, hits: Hits) -> Iterator[Found]:
    """`Watch on`, and in the next line the name of the network."""
    for line, below in zip(page.lines, page.lines[1:], strict=False):
        if line.words <= 4 and _NETWORK.match(below.text) and _WATCH.match(line.text):
            yield Found(line.start, below.stop, "embed", "embed-residue", _WATCHED)
