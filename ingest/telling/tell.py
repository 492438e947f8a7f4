"""From a text to its telling: which terms it is about, and how much."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

import numpy as np

from ingest.telling.model import TERM_KINDS, Telling
from ingest.telling.rarity import word_key, zipf

MOST_TERMS = 64
_WORD = re.compile(r"[^\W_]+")


def tell(
    text: str, title: str | None = None, language: str | None = None, published_at: datetime | None = None
) -> Telling:
    """Return the telling of a clean text. Deterministic, never raises; an empty text has no terms."""
    first: dict[str, tuple[int, int, str]] = {}
    counts: Counter[str] = Counter()
    for found in _WORD.finditer(text):
        word = found.group()
        folded = word.casefold()
        counts[folded] += 1
        if folded not in first:
            first[folded] = (found.start(), found.end(), word)
    rows = []
    for folded, count in counts.items():
        start, stop, word = first[folded]
        if len(folded) < 2:
            continue
        kind = "figure" if folded[0].isdigit() else "name" if word[0].isupper() else "word"
        weight = max(0.0, 7.5 - zipf(folded)) * (1 + np.log(count))
        rows.append((word_key(folded), TERM_KINDS.index(kind), float(weight), start, stop))
    rows.sort(key=lambda row: (-row[2], row[0]))
    rows = sorted({row[0]: row for row in reversed(rows[:MOST_TERMS])}.values())
    columns = list(zip(*rows, strict=True)) or [()] * 5
    return Telling(
        np.array(columns[0], np.uint32),
        np.array(columns[1], np.uint8),
        np.array(columns[2], np.float32),
        np.array(columns[3], np.int32),
        np.array(columns[4], np.int32),
        published_at,
    )
