"""Which word of one text stands for which of another, in the same order in both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import heappop, heappush
from typing import NamedTuple

from ingest.fingerprint.runs import Run, shared_runs
from ingest.fingerprint.shingle import Hashes

# Shorter runs happen by themselves all over two texts.
_LEAST = 3
# difflib looks at gaps of up to so many pairs of words; larger ones are two different stretches of text.
_MOST_PAIRS = 40_000


def matching(a: Hashes, b: Hashes, passages: Sequence[Run]) -> dict[int, int]:
    """Return the partners of the words of `a` in `b`, both rising; words are given by their hashes.

    First the heaviest chain of passages, in wide gaps between them that of runs of at least three words,
    in narrow ones what difflib finds. So two texts of 20,000 words take less than a second, where difflib
    alone would take minutes.
    """
    partners: dict[int, int] = {}
    for gap in _between(chain(passages), _Gap(0, len(a), 0, len(b)), partners):
        if gap.pairs <= _MOST_PAIRS:
            _match_narrow(a, b, gap, partners)
            continue
        short = shared_runs(a[gap.start_a : gap.stop_a], b[gap.start_b : gap.stop_b], _LEAST)
        moved = [Run(run.a + gap.start_a, run.b + gap.start_b, run.length) for run in short]
        for rest in _between(chain(moved), gap, partners):
            if rest.pairs <= _MOST_PAIRS:
                _match_narrow(a, b, rest, partners)
    return dict(sorted(partners.items()))


class _Gap(NamedTuple):
    """A half-open range of tokens in each text."""

    start_a: int
    stop_a: int
    start_b: int
    stop_b: int

    @property
    def pairs(self) -> int:
        return (self.stop_a - self.start_a) * (self.stop_b - self.start_b)


class _Link(NamedTuple):
    """The end of a chain: its tokens so far, its last run, and what comes before that."""

    weight: int
    run: Run
    before: _Link | None


def chain(runs: Sequence[Run]) -> list[Run]:
    """Return those runs with the most tokens that follow each other in both sequences without overlap."""
    best = _Best()
    open_: list[tuple[int, int, _Link]] = []
    for number, run in enumerate(sorted(runs)):
        while open_ and open_[0][0] <= run.a:
            best.add(heappop(open_)[2])
        before = best.until(run.b)
        weight = run.length + (before.weight if before else 0)
        heappush(open_, (run.a + run.length, number, _Link(weight, run, before)))
    while open_:
        best.add(heappop(open_)[2])
    found: list[Run] = []
    link = best.until(None)
    while link:
        found.append(link.run)
        link = link.before
    return found[::-1]


class _Best:
    """The heaviest chain that ends at or before any place of the second sequence."""

    def __init__(self) -> None:
        self._stops: list[int] = []
        self._links: list[_Link] = []

    def until(self, place: int | None) -> _Link | None:
        at = len(self._stops) if place is None else bisect_right(self._stops, place)
        return self._links[at - 1] if at else None

    def add(self, link: _Link) -> None:
        """Keep a chain unless one that ends no later is as heavy; drop those that it makes useless."""
        stop = link.run.b + link.run.length
        at = bisect_right(self._stops, stop)
        if at and self._links[at - 1].weight >= link.weight:
            return
        until = at
        while until < len(self._links) and self._links[until].weight <= link.weight:
            until += 1
        self._stops[at:until], self._links[at:until] = [stop], [link]


def _between(runs: Sequence[Run], whole: _Gap, partners: dict[int, int]) -> Iterator[_Gap]:
    """Note the partners of a chain of runs; yield the gaps around them that have words on both sides."""
    at_a, at_b = whole.start_a, whole.start_b
    for run in (*runs, Run(whole.stop_a, whole.stop_b, 0)):
        gap = _Gap(at_a, run.a, at_b, run.b)
        if gap.pairs:
            yield gap
        partners.update(zip(range(run.a, run.a + run.length), range(run.b, run.b + run.length), strict=True))
        at_a, at_b = run.a + run.length, run.b + run.length


def _match_narrow(a: Hashes, b: Hashes, gap: _Gap, partners: dict[int, int]) -> None:
    words_a, words_b = a[gap.start_a : gap.stop_a].tolist(), b[gap.start_b : gap.stop_b].tolist()
    for i, j, length in SequenceMatcher(None, words_a, words_b, autojunk=False).get_matching_blocks():
        for step in range(length):
            partners[gap.start_a + i + step] = gap.start_b + j + step
