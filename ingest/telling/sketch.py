"""Keys under which tellings of one story meet: their heaviest terms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.telling.model import TERM_KINDS, Telling
from ingest.telling.signals import RARITY

MOST_KEYS = 48
# Two tellings meet when they share so many: one that is shared is mostly chance, or a place.
FEWEST_KEYS = 2
# A key that more texts hold than this brings nobody together: in themes that last, the rarer ones have to.
KEY_CAP = 64
# How well a kind tells one story from the next: a year hardly, a figure with what it counts very well.
_KINDS = {
    "word": 1.0, "name": 1.0, "place": 0.15, "phrase": 0.7, "figure": 0.3, "count": 1.2, "year": 0.02,
    "date": 0.5,
}  # fmt: skip
_TELLS = np.array([_KINDS[kind] for kind in TERM_KINDS])


def story_keys(telling: Telling) -> NDArray[np.uint32]:
    """Return the keys of a telling: at most 48 distinct ones, ascending; none for a telling without terms.

    They are the terms that tell most. A weighted MinHash of the terms would mostly draw the same ones and a
    few of the others: on 496 labelled articles 32 such draws found 96 % of the pairs of one story, with 25
    articles of other stories for each; two of the 48 heaviest terms find 98 %, with nine.
    """
    weights = telling.weights * RARITY[telling.floors] * _TELLS[telling.kinds]
    order = np.lexsort((telling.keys, -weights))
    return np.sort(telling.keys[order[:MOST_KEYS]])
