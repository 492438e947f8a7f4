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
    lines = [_WORD.findall(line) for line in text.lower().split("\n")]
    words = [word for line in lines for word in line]
    shingles = set(zip(words, words[1:], words[2:], strict=False))
    whole = {" ".join(line) for line in lines if line}
    return np.array([_share(block.text, shingles, whole) for block in page.blocks], dtype=np.float64)


def _share(text: str, shingles: set[tuple[str, str, str]], whole: set[str]) -> float:
    words = _WORD.findall(text.lower())
    if " ".join(words) in whole:
        return 1.0
    parts = list(zip(words, words[1:], words[2:], strict=False))
    return len([part for part in parts if part in shingles]) / len(parts) if parts else 0.0
