"""Tellings: what story of the day a document tells, in terms that other words for it share. Pure.

`tell` finds the salient terms of a text (names, rare words, figures with what they count, dates, quotations,
cited outlets), `story_keys` sketches them for the join that finds candidates, `compare` scores a pair and says
what speaks for it, `cluster` forms groups of the scored pairs, and `because` puts the evidence in a sentence.
"""

from __future__ import annotations

from ingest.telling.because import because
from ingest.telling.columns import Tellings, side_by_side
from ingest.telling.compare import EDGE, RELATED, compare, scores
from ingest.telling.grouping import TOGETHER, cluster, components
from ingest.telling.model import TERM_KINDS, Shared, StoryComparison, Telling, TermKind
from ingest.telling.rarity import level, size_level
from ingest.telling.sketch import KEY_CAP, MOST_KEYS, story_keys
from ingest.telling.tell import MOST_TERMS, tell

# The rules of tellings, keys and scores: a warehouse that was told by others is told anew.
VERSION = "1"

__all__ = [
    "EDGE", "KEY_CAP", "MOST_KEYS", "MOST_TERMS", "RELATED", "TERM_KINDS", "TOGETHER", "VERSION",
    "Shared", "StoryComparison", "Telling", "Tellings", "TermKind",
    "because", "cluster", "compare", "components", "level", "scores", "side_by_side", "size_level", "story_keys", "tell",
]  # fmt: skip
