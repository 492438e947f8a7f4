"""Tellings: what story of the day a document tells, in terms that other words for it share. Pure.

`tell` finds the salient terms of a text: names, rare words, phrases, figures and what they count, dates.
`story_keys` are those by which candidates meet. `scores` says of many pairs, `compare` of one, how likely
both tell one story; `cluster` forms the stories. `evidence` is what a person can check of it, and `because`
puts it in a sentence. How rare a term is depends on how many stored texts hold it, in coarse levels:
`level`, `size_level`.
"""

from __future__ import annotations

from ingest.telling.because import because
from ingest.telling.columns import Tellings, side_by_side
from ingest.telling.compare import EDGE, RELATED, compare, scores
from ingest.telling.connected import smallest_connected
from ingest.telling.evidence import Evidence, evidence
from ingest.telling.grouping import TOGETHER, Pairs, cluster, components
from ingest.telling.model import TERM_KINDS, Shared, StoryComparison, Telling, TermKind
from ingest.telling.nearest import nearest
from ingest.telling.rarity import level, size_level
from ingest.telling.sketch import FEWEST_KEYS, KEY_CAP, MOST_KEYS, story_keys
from ingest.telling.tell import MOST_TERMS, UNIT, Article, tell, tell_all

# The rules of tellings, keys and scores: a warehouse that was told by others is told anew.
VERSION = "4"

__all__ = [
    "EDGE", "FEWEST_KEYS", "KEY_CAP", "MOST_KEYS", "MOST_TERMS", "RELATED", "TERM_KINDS", "TOGETHER",
    "UNIT", "VERSION",
    "Article", "Evidence", "Pairs", "Shared", "StoryComparison", "Telling", "Tellings", "TermKind",
    "because", "cluster", "compare", "components", "evidence", "level", "nearest", "scores", "side_by_side",
    "size_level", "smallest_connected", "story_keys", "tell", "tell_all",
]  # fmt: skip
