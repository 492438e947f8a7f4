"""Shared passages: the evidence that two texts have words in common, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import Places
from ingest.fingerprint.profile import Profile, profile
from ingest.fingerprint.runs import Run, shared_runs


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts: half-open character spans in each, and their length in tokens."""

    start_a: int
    stop_a: int
    start_b: int
    stop_b: int
    length: int


def shared_passages(a: str, b: str, known: tuple[Profile, Profile] | None = None) -> list[Passage]:
    """Return the maximal runs of at least 8 equal tokens, in the order of `a`.

    None can be extended by a word on either side, and every word run of that length that both texts hold
    lies within one, in either text; `shared_runs` says which places go together where it is repeated.
    `known` are the profiles of both, where they were made already.
    """
    one, other = known or (profile(a), profile(b))
    runs = shared_runs(one.hashes, other.hashes, PASSAGE_TOKENS)
    if not runs:
        return []
    in_a, in_b = one.places, other.places
    return [
        Passage(
            int(in_a.starts[run.a]),
            int(in_a.stops[run.a + run.length - 1]),
            int(in_b.starts[run.b]),
            int(in_b.stops[run.b + run.length - 1]),
            run.length,
        )
        for run in whole_places(runs, in_a, in_b)
    ]


def whole_places(runs: list[Run], a: Places, b: Places) -> list[Run]:
    """Return runs of tokens without those at their edges that stand in one place with others."""
    joined_a, joined_b = _joined(a), _joined(b)
    if joined_a or joined_b:
        runs = sorted({cut for run in runs if (cut := _whole(run, joined_a, joined_b))})
    return runs


def _joined(where: Places) -> frozenset[int]:
    """Return the tokens that stand in one place with the one before, as those of ½ do: 1 and 2."""
    starts, stops = np.asarray(where.starts), np.asarray(where.stops)
    same = (starts[1:] == starts[:-1]) & (stops[1:] == stops[:-1])
    return frozenset((np.flatnonzero(same) + 1).tolist())


def _whole(run: Run, joined_a: frozenset[int], joined_b: frozenset[int]) -> Run | None:
    """Shorten a run until no edge of it cuts a place in two: its span would hold more than its words."""
    start, stop = 0, run.length
    while start < stop and (run.a + start in joined_a or run.b + start in joined_b):
        start += 1
    while start < stop and (run.a + stop in joined_a or run.b + stop in joined_b):
        stop -= 1
    if stop - start < PASSAGE_TOKENS:
        return None
    return Run(run.a + start, run.b + start, stop - start)
