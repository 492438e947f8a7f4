"""Which blocks of a page stand in the text that a person says is the article."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from ingest.extract.blocks.columns import Column
from ingest.extract.blocks.reader import Blocks

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# A short block is looked for so many words after the last one found.
_SLACK = 4


def label(page: Blocks, gold: str) -> Column:
    """For each block the share of it, from 0 to 1, that stands in `gold`.

    Blocks of four words and more by their word 4-shingles; where a text stands more often on the page than
    in `gold`, those amid other found blocks count. Shorter blocks by what was found before or after them.
    """
    words = _words(gold)
    starts = defaultdict(list)
    for at in range(len(words) - _SHINGLE + 1):
        starts[tuple(words[at : at + _SHINGLE])].append(at)
    blocks = [_words(block.text) for block in page.blocks]
    shares = np.array([_share(block, starts) for block in blocks])
    _settle_repeated(blocks, starts, shares)
    _find_short(blocks, words, starts, shares)
    return shares


def count_words(page: Blocks) -> Column:
    """Number of words in each block, as labels count them."""
    return np.array([len(_words(block.text)) for block in page.blocks], dtype=float)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _share(words: list[str], starts: dict[tuple[str, ...], list[int]]) -> float:
    shingles = _shingles(words)
    return sum(one in starts for one in shingles) / len(shingles) if shingles else 0.0


def _settle_repeated(
    blocks: list[list[str]], starts: dict[tuple[str, ...], list[int]], shares: Column
) -> None:
    same = defaultdict(list)
    for at, words in enumerate(blocks):
        if len(words) >= _SHINGLE and shares[at] > 0.5:
            same[tuple(words)].append(at)
    for words, places in same.items():
        wanted = len(starts.get(words[:_SHINGLE], ()))
        if len(places) > wanted > 0:
            for at in sorted(places, key=lambda at: -_support(at, blocks, shares))[wanted:]:
                shares[at] = 0.0


def _support(at: int, blocks: list[list[str]], shares: Column) -> int:
    around = [at + step for step in (-3, -2, -1, 1, 2, 3) if 0 <= at + step < len(blocks)]
    return sum(shares[place] > 0.5 and len(blocks[place]) > 8 for place in around)


def _find_short(
    blocks: list[list[str]], words: list[str], starts: dict[tuple[str, ...], list[int]], shares: Column
) -> None:
    at = 0
    for place, block in enumerate(blocks):
        if len(block) >= _SHINGLE and shares[place] > 0.5:
            found = [start for one in _shingles(block) for start in starts.get(one, ())]
            at = min((start for start in found if start >= at - 5), default=found[-1])
            at = max((s for s in starts.get(_shingles(block)[-1], ()) if s >= at), default=at) + _SHINGLE
        elif 0 < len(block) < _SHINGLE:
            for start in range(at, at + _SLACK):
                if words[start : start + len(block)] == block:
                    shares[place], at = 1.0, start + len(block)
                    break
    coming: list[int] = []
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if len(block) >= _SHINGLE and shares[place] > 0.5:
            coming = starts.get(_shingles(block)[0], [])
        elif 0 < len(block) < _SHINGLE and not shares[place]:
            before = [start - len(block) for start in coming]
            hits = [start for start in before if start >= 0 and words[start : start + len(block)] == block]
            if hits:
                shares[place], coming = 1.0, hits[:1]
