"""What story matching passes on: one document's telling of a story, and how two of them compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

TermKind = Literal["word", "name", "place", "phrase", "figure", "count", "year", "date"]
TERM_KINDS: tuple[TermKind, ...] = get_args(TermKind)


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling of a story: its salient terms, each once, in ascending order of their keys.

    All arrays have shape (terms,). `keys` are 32-bit hashes of kind and folded term, `kinds` places in
    TERM_KINDS, `floors` the rarity levels that they have in general, `weights` how much the document is
    about the term (rarity in general and prominence). `starts` and `stops` are where the text names it
    first, half open, in characters; -1 where only the title does. `language` is an ISO 639 code.
    """

    keys: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    floors: NDArray[np.uint8]
    weights: NDArray[np.float32]
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]
    published_at: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A term that two tellings share, with its places in both texts and how much it speaks for one story."""

    key: int
    kind: TermKind
    weight: float
    start_a: int
    stop_a: int
    start_b: int
    stop_b: int


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """How two tellings compare: `score` from 0 to 1, its `parts` by signal, what they share, heaviest first.

    The parts are on a logarithmic scale (log odds) and add up to the score's place on it, before it is cut
    off.
    """

    score: float
    parts: dict[str, float]
    shared: tuple[Shared, ...]
