"""How much of each block another text holds: the opinion of whoever wrote or made that text."""

from __future__ import annotations

import re

import numpy as np

from ingest.extract.blocks.columns import Column
from ingest.extract.blocks.reader import Blocks

_WORD = re.compile(r"\w+")


def share_in(page: Blocks, text: str) -> Column:
    """For each block the share of its word 3-shingles, from 0 to 1, that stand in `text`.

    A block of fewer words counts only where it is a whole line of `text`.
    """
    words = _WORD.findall(text.lower())
    shingles = set(zip(words, words[1:], words[2:], strict=False))
    lines = {tuple(_WORD.findall(line.lower())) for line in text.split("\n")} - {()}
    shares = []
    for block in page.blocks:
        own = _WORD.findall(block.text.lower())
        parts = list(zip(own, own[1:], own[2:], strict=False))
        shares.append(sum(part in shingles for part in parts) / len(parts) if parts else tuple(own) in lines)
    return np.array(shares, dtype=np.float64)
