"""How alike two tellings are: one number from 0 to 1, and what speaks for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.telling.columns import Tellings, shared_terms, side_by_side
from ingest.telling.model import TERM_KINDS, Shared, StoryComparison, Telling
from ingest.telling.rarity import size_level
from ingest.telling.signals import SIGNALS, Likeness, contributions, likeness

WEIGHTS = Path(__file__).with_name("weights.json")
# A pair of this score or more is worth keeping; below it counts as 0 where groups are formed.
EDGE = 0.2
# A pair of this score or more is related by itself.
RELATED = 0.5
# Log odds from -6 to 6 are scores from 0 to 1: a mean of them is not ruled by the pairs that are beyond
# doubt.
CERTAIN = 6.0
# Log odds for the same moment of publication, and what each doubling of the days between takes away. Set by
# hand: a day or two says little, two weeks speak strongly against one story.
_SAME_MOMENT, _PER_DOUBLING = 0.5, 1.5


@cache
def _weights() -> tuple[NDArray[np.float64], float, float]:
    kept = json.loads(WEIGHTS.read_text("utf-8"))
    return np.array([kept["signals"][name] for name in SIGNALS]), kept["bias"], kept["size"]


def scores(
    tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64], documents: int = 0
) -> NDArray[np.float64]:
    """Return the score of each pair of tellings `a[i]`, `b[i]`, from 0 to 1; shape (pairs,). Symmetric.

    `documents` is how many tellings the warehouse holds; only its `size_level` matters.
    """
    return _judged(likeness(tellings, a, b), nearness(tellings, a, b), documents)


def _judged(alike: Likeness, near: NDArray[np.float64], documents: int) -> NDArray[np.float64]:
    weights, bias, size = _weights()
    odds: NDArray[np.float64] = (alike.signals * weights).sum(axis=1) + (bias + size * size_level(documents))
    odds = np.minimum(odds, alike.limits) + near
    found: NDArray[np.float64] = np.clip((odds + CERTAIN) / (2 * CERTAIN), 0.0, 1.0)
    found[alike.one_form] = 0.0
    # The last bit of a sum cannot tell in which company a pair was scored.
    return found.round(6)


def nearness(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return what the days between two publications say, in log odds; 0 where one of them is unknown."""
    days = np.abs(tellings.published[a] - tellings.published[b])
    return np.nan_to_num(_SAME_MOMENT - _PER_DOUBLING * np.log2(1 + days / 2))


def compare(
    a: Telling, b: Telling, levels: Callable[[int], int] | None = None, documents: int = 0
) -> StoryComparison:
    """Compare two tellings; the score is that of `scores`, whichever comes first.

    `levels` gives the rarity level of a term by its key; without it every term counts as rare.
    """
    both = side_by_side([a, b], levels)
    first, second = np.array([0]), np.array([1])
    weights, bias, size = _weights()
    alike, near = likeness(both, first, second), nearness(both, first, second)
    values = alike.signals[0] * weights
    parts = {name: float(value) for name, value in zip(SIGNALS, values, strict=True)}
    parts |= {"bias": bias, "size": size * size_level(documents), "nearness": float(near[0])}
    over = float(values.sum()) + bias + parts["size"] - float(alike.limits[0])
    if over > 0:
        parts["limit"] = -over
    if alike.one_form[0]:
        parts["one_form"] = -2 * CERTAIN
    return StoryComparison(float(_judged(alike, near, documents)[0]), parts, _shared(both, a, b))


def _shared(both: Tellings, a: Telling, b: Telling) -> tuple[Shared, ...]:
    shared = shared_terms(both, np.array([0]), np.array([1]))
    counts = contributions(both, shared)
    order = np.lexsort((both.keys[shared.at_a], -counts))
    return tuple(
        Shared(
            int(a.keys[i]), TERM_KINDS[a.kinds[i]], count,
            int(a.starts[i]), int(a.stops[i]), int(b.starts[j]), int(b.stops[j]),
        )
        for i, j, count in zip(
            shared.at_a[order].tolist(), (shared.at_b[order] - len(a.keys)).tolist(), counts[order].tolist(),
            strict=True,
        )
    )  # fmt: skip
