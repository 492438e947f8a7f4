"""What a line shows of where it belongs: to a post of another platform, or to the article around it."""

from __future__ import annotations

import re

from ingest.clean.engine.lines import Line, Page
from ingest.clean.posts.attribution import is_attributed, without_quotations
from ingest.clean.posts.narration import narrates

# A post has 280 characters, in which an address counts as 23; paid accounts may write more.
POST_CHARACTERS = 280
# A line of this share of the article's usual paragraph is one of its paragraphs.
_PARAGRAPH = 0.8
_TAGS = re.compile(r"[#@]\w+|\[image or embed\]", re.IGNORECASE)
URL = re.compile(r"https?://\S+|\bpic\.(?:twitter|x)\.com/\S+|\bt\.co/\S+")
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
    return len(URL.sub("x" * 23, text))


def speaks(line: Line) -> bool:
    """Whether a line speaks for itself or to its readers, as posts do and reports do not."""
    return bool(_FIRST_PERSON.search(line.text) or _ADDRESSED.search(line.text))


def is_personal(page: Page) -> bool:
    """Whether the article itself is written in the first person: a paragraph is, outside what it quotes."""
    return any(line.is_prose and _FIRST_PERSON.search(without_quotations(line.text)) for line in page.lines)


def is_telling(page: Page, line: Line) -> bool:
    """Whether a line has a sign of a post: a tag, an address, a cry, or words to its readers."""
    text = line.text
    if _LIKELY.search(text) or SURE.search(text):
        return True
    if "!" in text and (not narrates(text) or "!!" in text or speaks(line)):
        return True
    return speaks(line) and not is_personal(page)


def is_story(line: Line) -> bool:
    """Whether the article lets somebody speak in this line, which has no link or tag of a post."""
    return not _TAGGED.search(line.text) and is_attributed(line.text)


def weight(line: Line, usual: float) -> float:
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


def is_paragraph(line: Line, usual: float) -> bool:
    """Whether a line is as long as the article's paragraphs and has nothing that only a post has."""
    if len(line.text) < _PARAGRAPH * usual or not line.ends_sentence:
        return False
    return not (SURE.search(line.text) or _LIKELY.search(line.text))


def introduces(line: Line) -> bool:
    """Whether a line of the article announces the post below it."""
    return bool(_INTRODUCES.search(line.text))


def is_only_links(line: Line) -> bool:
    """Whether a line holds addresses, tags and markers of pictures, and no word."""
    return not _TAGS.sub("", URL.sub("", line.text)).strip(" \t[]()|-–—")
