"""Where an embedded post starts, once its markup is gone and only its signature marks its end.

Going up from the signature, each line gets a weight: how much it reads like a post rather than like
a paragraph of the article. The post starts where the sum of the weights is greatest. In a text whose
paragraphs are set off by blank lines, the block that holds the signature is the post. A line in which
somebody is quoted by the article ends the post; above the line next to the signature, only lines with
a sign of their own make the post longer.
"""

from __future__ import annotations

import re

from ingest.clean.engine.lines import Line, Page
from ingest.clean.posts.attribution import is_attributed, without_quotations

# A post has 280 characters, in which an address counts as 23; paid accounts may write more.
POST_CHARACTERS = 280
_LONGEST_POST = 700
_MOST_LINES = 14
# A line of this share of the article's usual paragraph is one of its paragraphs.
_PARAGRAPH = 0.8
# What a line without a sign of a post weighs at most, above the line next to the signature.
_PLAIN = -0.1
_URL = re.compile(r"https?://\S+|\bpic\.(?:twitter|x)\.com/\S+|\bt\.co/\S+")
SURE = re.compile(
    r"\bpic\.(?:twitter|x)\.com/|\bt\.co/|\[image or embed\]|^RT @|^@\w+ |\bvia @\w+$", re.IGNORECASE
)
_LIKELY = re.compile(
    r"(?:^|\s)[#@]\w{2,}|https?://|^(?:BREAKING|WATCH|THREAD|NEW|UPDATE|LIVE|JUST IN)\b"
    r"|^\d{1,2}/(?:\d{1,2})?\s|^[•▪➡👉🔴🚨✅]"
    r"|[\U0001f300-\U0001faff\u2600-\u27bf]"
)
_TAGGED = re.compile(r"(?:^|\s)#\w{2,}|https?://|\bpic\.(?:twitter|x)\.com/|\bt\.co/")
_STORY = re.compile(
    r"\b(?:said|says|told|added|according to|wrote|writes|tweeted|reported|announced|explained|noted|replied"
    r"|stated"
    r"|sagte|teilte|erklärte|schrieb|laut|a déclaré|a dit|selon|a écrit|dijo|según|afirmó|escribió|disse"
    r"|segundo|escreveu"
    r"|ha detto|secondo|ha scritto|zei|volgens|schreef|powiedział|według|napisał|řekl|podle|napsal|sa|ifølge"
    r"|enligt|sade)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"(?:[:：]|\b(?:on (?:X|Twitter|social media|Bluesky|Mastodon|Threads|Truth Social|Facebook)|tweeted|a "
    r"tweet|a post|the post"
    r"|posted|below)\W{0,2})$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:please|thank you|thanks|bitte|danke|merci|gracias|obrigad[oa]|grazie)\b", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|we|We|my|My|our|Our|us|you|You|your|Your)\b")


def post_characters(text: str) -> int:
    """Length of a post as its network counts it: every address as 23 characters."""
    return len(_URL.sub("x" * 23, text))


def first_line(page: Page, signature: Line, floor: int, own_words: bool) -> int:
    """Index of the line with which the post starts that `signature` closes.

    `floor` is the first index that may belong to the post; `own_words` says that the signature's
    line itself holds words of the post before the signature.
    """
    block = _block(page, signature, floor)
    if block is not None:
        return block
    start, best, total, size = signature.index, 0.0, 0.0, 0
    usual = page.usual_length
    need = not own_words
    for at in range(signature.index - 1, max(floor, signature.index - _MOST_LINES) - 1, -1):
        line = page.lines[at]
        size += post_characters(line.text) + 1
        if size > _LONGEST_POST or (_introduces(line) and not SURE.search(line.text)) or _is_story(line):
            break
        if not need and (_is_paragraph(line, usual) or _stands_alone(page, line)):
            break
        total += _further(page, line, usual, size) if not need else _weight(line, usual)
        if need or total > best:
            start, best = at, max(total, 0.0) if need else total
            total = best
            need = need and _is_only_links(line)
    return start


def _block(page: Page, signature: Line, floor: int) -> int | None:
    """The start of the block around the signature, in texts that set blocks off by blank lines."""
    if not page.has_blank_lines or signature.gap > 1:
        return None
    at, size = signature.index, 0
    while at > floor and page.lines[at].gap == 1 and not _is_story(page.lines[at - 1]):
        at -= 1
        size += post_characters(page.lines[at].text) + 1
    if size > _LONGEST_POST * 2 or signature.index - at > _MOST_LINES:
        return None
    if at < signature.index - 1 and _introduces(page.lines[at]):
        return at + 1
    return _blocks_above(page, at, floor, size) if page.lines[at].gap > 1 else at


def _blocks_above(page: Page, at: int, floor: int, size: int) -> int:
    """Further up over single lines that only a post would hold, within the length of a post."""
    while at > floor:
        line = page.lines[at - 1]
        size += post_characters(line.text) + 1
        telling = bool(SURE.search(line.text) or _LIKELY.search(line.text)) or line.text.endswith("!")
        short = len(line.text) * 2 <= POST_CHARACTERS
        telling = telling or (short and _speaks(line) and not _is_personal(page))
        if size > POST_CHARACTERS or not telling or _introduces(line) or _STORY.search(line.text):
            break
        at -= 1
    return at


def _speaks(line: Line) -> bool:
    """Whether a line speaks for itself or to its readers, as posts do and reports do not."""
    return bool(_FIRST_PERSON.search(line.text) or _ADDRESSED.search(line.text))


def _is_personal(page: Page) -> bool:
    """Whether the article itself is written in the first person: a paragraph is, outside what it quotes."""
    return any(line.is_prose and _FIRST_PERSON.search(without_quotations(line.text)) for line in page.lines)


def _further(page: Page, line: Line, usual: float, size: int) -> float:
    """The weight of a line above the one next to the signature; without a sign it only costs."""
    weight = _weight(line, usual) - (0.4 if size > POST_CHARACTERS else 0.0)
    unfinished = not line.ends_sentence and _is_telling(page, page.lines[line.index + 1])
    return weight if unfinished or _is_telling(page, line) else min(weight, _PLAIN)


def _stands_alone(page: Page, line: Line) -> bool:
    """Whether a line without a sign of a post is a paragraph of its own, by the blank line below it."""
    return page.has_blank_lines and page.lines[line.index + 1].gap > 1 and not _is_telling(page, line)


def _is_telling(page: Page, line: Line) -> bool:
    text = line.text
    if "!" in text or _LIKELY.search(text) or SURE.search(text):
        return True
    return _speaks(line) and not _is_personal(page)


def _is_story(line: Line) -> bool:
    """Whether the article lets somebody speak in this line, which has no link or tag of a post."""
    return not _TAGGED.search(line.text) and is_attributed(line.text)


def _weight(line: Line, usual: float) -> float:
    """Positive for a line that reads like a post, negative for one that reads like the article."""
    text = line.text
    if SURE.search(text):
        return 4.0
    weight = max(-1.2, 0.6 - 1.6 * len(text) / usual)
    weight += 1.5 if _LIKELY.search(text) else 0.0
    weight += 1.0 if not line.ends_sentence else 0.0
    weight += 0.8 if line.words <= 4 else 0.0
    weight += 0.5 if text.endswith(("!", "?", "…")) else 0.0
    weight += 0.4 if _FIRST_PERSON.search(text) else 0.0
    weight -= 1.6 if _STORY.search(text) and line.words > 8 else 0.0
    weight -= 0.8 if len(text) > POST_CHARACTERS else 0.0
    return weight


def _is_paragraph(line: Line, usual: float) -> bool:
    """Whether a line is as long as the article's paragraphs and has nothing that only a post has."""
    if len(line.text) < _PARAGRAPH * usual or not line.ends_sentence:
        return False
    return not (SURE.search(line.text) or _LIKELY.search(line.text))


def _introduces(line: Line) -> bool:
    return bool(_INTRODUCES.search(line.text))


def _is_only_links(line: Line) -> bool:
    return not _URL.sub("", line.text).strip(" \t[]()|-–—")
