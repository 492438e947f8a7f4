"""Where an embedded post starts, once its markup is gone and only its signature marks its end.

Going up from the signature, each line gets a weight: how much it reads like a post rather than like
a paragraph of the article. The post starts where the sum of the weights is greatest. In a text whose
paragraphs are set off by blank lines, the block that holds the signature is the post. A line in which
somebody is quoted by the article ends the post, and so do its items and subheadings; above the line next
to the signature, only two kinds of lines make the post longer: lines with a sign of their own, and lines
too short for a paragraph of this article that report nothing of the past.
"""

from __future__ import annotations

import re

from ingest.clean.engine.lazy import Lazy
from ingest.clean.engine.lines import Line, Page
from ingest.clean.posts.attribution import is_attributed
from ingest.clean.posts.narration import narrates
from ingest.clean.posts.post_lines import (
    POST_CHARACTERS,
    SURE,
    URL,
    introduces,
    is_only_links,
    is_paragraph,
    is_story,
    is_telling,
    post_characters,
    speaks,
    weight,
)
from ingest.clean.posts.signature import read_signature

# Of a paid account.
_LONGEST_POST = 700
_MOST_LINES = 14
# What a line without a sign of a post weighs at most, above the line next to the signature.
_PLAIN = -0.1
# What a short line weighs that the article would not write as a paragraph: a third of its usual ones.
_SHORT = 0.1
_SHORTER = 3
# A sentence of so many words may be the story's own, if only one line stands between it and the signature.
_WHOLE_SENTENCE = 5
_HEADING_WORDS = 6
_LATIN = re.compile(r"[A-Za-z]")
# Items of lists, questions and answers of an interview, a label with its value.
_LISTED = re.compile(
    r"[-–•*·▪●]\s|\d{1,2}[.)]\s|[QAFRPD][:.]\s"
    r"|(?!(?:BREAKING|WATCH|THREAD|NEW|UPDATE|LIVE|JUST IN|RT)\b)[^\W\d_][^\s:]*(?:\s[^\s:]+){0,2}:\s\S"
    r"(?!.*(?:#\w|//))"
)
# A post that goes on in the next lines says so first; it may count them.
_OPENS_THREAD = re.compile(r"(?:(?:a )?(?:short |quick )?thread|🧵)\W*$", re.IGNORECASE)
_POINTS = re.compile(r"(?:\S+\s){0,4}(?:here|below|link|hier|ici|aquí|aqui|qui)\s?[:：]$", re.IGNORECASE)


def first_line(page: Page, signature: Line, floor: int, own: int = 0, named: bool = True) -> int:
    """Index of the line with which the post starts that `signature` closes.

    `floor` is the first index that may belong to the post; `own` is how many characters of the post stand
    before the signature in its own line. `named` says that the signature proves words above it: the line
    of somebody who shared a picture does not.
    """
    at = _block(page, signature, floor)
    above = page.lines[at : signature.index]
    size = own + sum(post_characters(line.text) + 1 for line in above)
    bare = not own and all(is_only_links(line) for line in above)
    climb = Climb(page, signature.index, floor, blocked=len(above) > 0 and not bare)
    return climb.start(at, size, need=named and bare)


def _block(page: Page, signature: Line, floor: int) -> int:
    """The start of the block around the signature where blank lines set it off, else the signature."""
    if signature.gap > 1 or not (page.has_blank_lines or _closes_block(page, signature)):
        return signature.index
    at, size = signature.index, 0
    while at > floor and page.lines[at].gap == 1 and not is_story(page.lines[at - 1]):
        at -= 1
        size += post_characters(page.lines[at].text) + 1
    most = _LONGEST_POST * 2 if page.has_blank_lines else POST_CHARACTERS
    if size > most or signature.index - at > _MOST_LINES or (at == 0 and not page.has_blank_lines):
        return signature.index
    return at + 1 if at < signature.index - 1 and introduces(page.lines[at]) else at


def _closes_block(page: Page, line: Line) -> bool:
    return line.index + 1 == len(page.lines) or page.lines[line.index + 1].gap > 1


class Climb:
    """The way up from a signature over the lines that may be the post's.

    `stop` is the index of the signature's line, `floor` the first index that may belong to the post;
    `blocked` says that a block of words above the signature is the post already.
    """

    def __init__(self, page: Page, stop: int, floor: int, blocked: bool) -> None:
        self.page, self.stop, self.floor, self.blocked = page, stop, floor, blocked

    def start(self, at: int, size: int, need: bool) -> int:
        """The best start at or above `at`, below which `size` characters of the post are known."""
        if (opening := self._thread(at, size)) is not None:
            return opening
        start, best, total = at, 0.0, 0.0
        most = POST_CHARACTERS if self.blocked else _LONGEST_POST
        for above in range(at - 1, max(self.floor, self.stop - _MOST_LINES) - 1, -1):
            line = self.page.lines[above]
            size += post_characters(line.text) + 1
            if size > most or self._is_bound(line, start, need, start < self.stop):
                break
            total += weight(line, self.page.usual_length) if need else self._further(line, size)
            if need or total > best:
                start, best = above, max(total, 0.0) if need else total
                total = best
                need = need and is_only_links(line)
        return start

    def _thread(self, at: int, size: int) -> int | None:
        """The line that announces a thread of short lines below it, within the length of a post."""
        for above in range(at - 1, max(self.floor, self.stop - _MOST_LINES) - 1, -1):
            line = self.page.lines[above]
            size += post_characters(line.text) + 1
            if size > POST_CHARACTERS or line.is_prose:
                return None
            if _OPENS_THREAD.match(line.text):
                return above
        return None

    def _is_bound(self, line: Line, start: int, need: bool, has_words: bool) -> bool:
        """Whether no post can reach up over `line`."""
        if "(@" in line.text and read_signature(line.text) is not None:
            return True
        if (introduces(line) and not SURE.search(line.text) and not self._points(line)) or is_story(line):
            return True
        if need and not has_words:
            return False
        if is_paragraph(line, self.page.usual_length) or _LISTED.match(line.text):
            return True
        if need:
            return False
        return self._is_heading(line) or (self._stands_alone(line) and not self._is_plain(line, 0))

    def _points(self, line: Line) -> bool:
        """Whether a line that ends with a colon points to the address with which the post goes on."""
        below = self.page.lines[line.index + 1 : self.stop]
        return bool(_POINTS.match(line.text)) and any(URL.search(each.text) for each in below)

    def _further(self, line: Line, size: int) -> float:
        """The weight of a line above the one next to the signature; without a sign it only costs."""
        worth = weight(line, self.page.usual_length) - (0.4 if size > POST_CHARACTERS else 0.0)
        below = self.page.lines[line.index + 1]
        unfinished = not line.ends_sentence and (is_telling(self.page, below) or is_only_links(below))
        if unfinished or is_telling(self.page, line) or self._points(line):
            return max(worth, 0.1) if size <= POST_CHARACTERS else worth
        return _SHORT if self._is_plain(line, size) else min(worth, _PLAIN)

    def _is_plain(self, line: Line, size: int) -> bool:
        """Whether a line without a sign is too short for this article, and reports nothing."""
        if self.blocked or size > POST_CHARACTERS or line.index + 1 == self.stop:
            return False
        if self._is_lone_sentence(line):
            return False
        if len(line.text) * _SHORTER > self.page.usual_length or not _LATIN.search(line.text):
            return False
        if narrates(line.text) or is_attributed(line.text) or speaks(line) or line.opens_speech:
            return False
        return not self._has_short_paragraphs

    def _is_lone_sentence(self, line: Line) -> bool:
        """Whether a whole sentence is all that stands between a paragraph and the last line of the post."""
        if not line.ends_sentence or line.words < _WHOLE_SENTENCE or self.stop - line.index > 2:
            return False
        above = self.page.lines[line.index - 1] if line.index > self.floor else None
        return (above is None or above.is_prose) and not is_only_links(self.page.lines[line.index + 1])

    @Lazy
    def _has_short_paragraphs(self) -> bool:
        """Whether the article, away from its posts, writes short sentences as paragraphs."""
        short, paragraphs, near = 0, 0, False
        for line in reversed(self.page.lines):
            near = "(@" in line.text or (near and not line.is_prose)
            paragraphs += line.is_prose
            is_short = line.ends_sentence and len(line.text) * _SHORTER <= self.page.usual_length
            short += is_short and not near
        return short * 3 > paragraphs

    def _is_heading(self, line: Line) -> bool:
        """Whether a line is a subheading of the article: right below a paragraph, above words of a post."""
        if line.words > _HEADING_WORDS or is_telling(self.page, line) or self._points(line):
            return False
        if line.text[0].islower() or (line.ends_sentence and not line.text.endswith(("?", "？"))):
            return False
        above = self.page.lines[line.index - 1] if line.index > self.floor else None
        if above is None or not above.ends_sentence or self._is_plain(above, 0):
            return False
        below = self.page.lines[line.index + 1]
        return not is_only_links(below)

    def _stands_alone(self, line: Line) -> bool:
        """Whether a line without a sign of a post is a paragraph of its own, by the blank line below it."""
        page = self.page
        return page.has_blank_lines and page.lines[line.index + 1].gap > 1 and not is_telling(page, line)
