"""Posts that a page's markup named, found again in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.clean.engine.rule import Found
from ingest.clean.posts.signature import read_signature
from ingest.model import Embed

_RULE = "embed-markup"
_REASON = "The page's markup says that these words are a post of another platform."
_LEAST_CHARACTERS = 12
_NEXT_LINE = re.compile(r"\s*([^\n]*)")


def find_marked(text: str, embeds: Sequence[Embed]) -> tuple[list[Found], tuple[Embed, ...]]:
    """Findings for the posts whose words stand in `text`, and the posts whose words do not.

    White space may differ. Equal posts take successive places in the text. A post of a few
    characters is not looked up: the story may use the same word.
    """
    found: list[Found] = []
    missing: list[Embed] = []
    taken: dict[str, int] = {}
    for embed in embeds:
        place = _place(text, embed.text, taken.get(embed.text, 0))
        if place is None:
            missing.append(replace(embed, start=None, stop=None))
            continue
        start, stop = place
        taken[embed.text] = stop
        placed = replace(embed, start=start, stop=stop)
        found.append(Found(start, stop, "embed", _RULE, _REASON, embed=placed))
    return found, tuple(missing)


def unite(
    text: str, marked: Sequence[Found], missing: Sequence[Embed], found: Sequence[Found]
) -> tuple[list[Found], tuple[Embed, ...]]:
    """All findings, each post once, and the posts of `missing` whose lines are not among them.

    A post found by its own lines has their span, and the rest from the markup, where author and words
    agree. Elsewhere the markup knows best where a post ends: what overlaps with it is dropped.
    """
    free, waiting, named, others = list(marked), list(missing), list[Found](), list[Found]()
    for item in found:
        if post := _partner(text, item, [one.embed for one in free if one.embed], waiting):
            free = [one for one in free if one.embed is not post]
            waiting = [one for one in waiting if one is not post]
            named.append(_with(item, post))
        else:
            others.append(item)
    named += free
    kept = [item for item in others if item.kind != "embed" or not _overlaps(item, named)]
    return [*named, *kept], tuple(waiting)


def _partner(text: str, item: Found, placed: Sequence[Embed], missing: Sequence[Embed]) -> Embed | None:
    """The post of the markup that `item` is: by the same author, with the same words, or one has none."""
    if item.embed is None or item.embed.handle is None:
        return None
    author, words = (item.embed.platform, item.embed.handle), "".join(item.embed.text.split())
    for post in (*placed, *missing):
        if (post.platform, post.handle) != author:
            continue
        if post.start is None or post.stop is None:
            same = "".join(post.text.split()) in ("", words)
        elif post.start < item.start:
            same = not words and not text[post.stop : item.start].strip()
        else:
            same = post.start < item.stop and "".join(post.text.split()) == words
        if same:
            return post
    return None


def _with(item: Found, post: Embed) -> Found:
    words = item.embed.text if item.embed is not None and not post.text else post.text
    start = item.start if post.start is None else min(post.start, item.start)
    placed = replace(post, start=start, stop=item.stop, text=words)
    return Found(start, item.stop, "embed", _RULE, _REASON, embed=placed)


def _overlaps(item: Found, posts: Sequence[Found]) -> bool:
    return any(post.start < item.stop and item.start < post.stop for post in posts)


def _place(text: str, post: str, start: int) -> tuple[int, int] | None:
    words = post.split()
    if sum(map(len, words)) < _LEAST_CHARACTERS:
        return None
    match = re.compile(r"\s*".join(map(re.escape, words))).search(text, start)
    if match is None:
        return None
    following = _NEXT_LINE.match(text, match.end())
    if following is None:
        return match.span()
    signature = read_signature(following[1].rstrip())
    if signature is None or signature.offset:
        return match.span()
    return match.start(), following.start(1) + len(following[1].rstrip())
