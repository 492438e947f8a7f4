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


def without_doubles(marked: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """`found` without the posts that overlap one of `marked`: the markup knows best where they end."""
    return [
        item
        for item in found
        if item.kind != "embed" or all(item.stop <= post.start or post.stop <= item.start for post in marked)
    ]


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
