"""Two texts beside each other, sentence by sentence, with the mark of every word: shared, kept, changed, …"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

import numpy as np

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import Places, token_places
from ingest.fingerprint.passage import whole_places
from ingest.fingerprint.profile import profile
from ingest.fingerprint.runs import Run, shared_runs
from ingest.fingerprint.sentences import sentence_starts
from ingest.fingerprint.wordmatch import matching

Mark = Literal["shared", "kept", "differs", "alone", "moved"]
RowKind = Literal["same", "changed", "moved", "apart"]

# Sentences belong together where half of the words of the longer one have a partner in the other, or half
# of the shorter one's and at least this many.
_FEW = 4


class Piece(NamedTuple):
    """A stretch of one text in characters, half-open, all of whose words have the same mark.

    `shared` words stand in a passage of eight or more, `kept` ones in a shorter run within a changed
    sentence, `differs` are the others of such a sentence; `alone` are those of a sentence that has no
    partner, `moved` those of a passage that stands elsewhere in the other text.
    """

    start: int
    stop: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of both texts that belong side by side; one side may be empty.

    `same`: all words are equal. `changed`: some differ. `moved`: sentences of one text that mostly stand
    elsewhere in the other one. `apart`: sentences that have no partners.
    """

    kind: RowKind
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]


class _Range(NamedTuple):
    """Sentences of both texts, each a half-open range of their numbers; linked ones count as `changed`."""

    start_a: int
    stop_a: int
    start_b: int
    stop_b: int
    kind: RowKind


def align(a: str, b: str) -> list[Row]:
    """Return the rows of two texts side by side; the pieces of each column, joined, are its whole text."""
    left, right = _Side(a), _Side(b)
    runs = whole_places(shared_runs(left.hashes, right.hashes, PASSAGE_TOKENS), left.spans, right.spans)
    partners = matching(left.hashes, right.hashes, runs)
    left.passages.update(_covered((run.a, run.a + run.length) for run in runs))
    right.passages.update(_covered((run.b, run.b + run.length) for run in runs))
    shared = _in_passages(partners, runs)
    links = _links(left, right, partners, shared)
    for i, j in partners.items():
        if (left.sentence_of[i], right.sentence_of[j]) in links:
            left.partners[i] = right.partners[j] = "shared" if i in shared else "kept"
    return [_row(left, right, each) for each in _ranges(sorted(links), left, right)]


class _Side:
    """One text: its words, its sentences, and which words have a partner or stand in a passage."""

    def __init__(self, text: str) -> None:
        where = token_places(text)
        self.spans = Places(*(np.asarray(each).tolist() for each in where))
        self.hashes = profile(text).hashes
        self.starts: list[int] = sentence_starts(text)
        self.length = len(text)
        self.sentence_of = [bisect_right(self.starts, start) - 1 for start in self.spans.starts]
        self.sizes = Counter(self.sentence_of)
        self.passages: set[int] = set()
        self.partners: dict[int, Mark] = {}
        self._first: dict[int, int] = {}
        for number, sentence in enumerate(self.sentence_of):
            self._first.setdefault(sentence, number)

    def words(self, start: int, stop: int) -> range:
        """The words of a range of sentences."""
        found = [self._first[number] for number in range(start, stop) if number in self._first]
        count = sum(self.sizes[number] for number in range(start, stop))
        return range(found[0], found[0] + count) if found else range(0)

    def stretches(self, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
        """Split a range of sentences into those that mostly stand in passages, and the others."""
        for moved, group in groupby(range(start, stop), key=self._is_moved):
            numbers = list(group)
            yield numbers[0], numbers[-1] + 1, moved

    def _is_moved(self, sentence: int) -> bool:
        words = self.words(sentence, sentence + 1)
        return bool(words) and 2 * sum(number in self.passages for number in words) >= len(words)

    def pieces(self, start: int, stop: int, linked: bool) -> tuple[Piece, ...]:
        """Split a range of sentences by mark; what stands between two words of one mark goes with them."""
        if start == stop:
            return ()
        at = self.starts[start]
        end = self.starts[stop] if stop < len(self.starts) else self.length
        made: list[Piece] = []
        for number in self.words(start, stop):
            mark = self._mark(number, linked)
            first, last = max(self.spans.starts[number], at), self.spans.stops[number]
            if made and made[-1].mark == mark:
                made[-1] = Piece(made[-1].start, max(last, made[-1].stop), mark)
            else:
                made.append(Piece(max(first, made[-1].stop) if made else first, last, mark))
        return tuple(_without_gaps(made, at, end, "shared" if linked else "alone"))

    def _mark(self, number: int, linked: bool) -> Mark:
        if number in self.partners:
            return self.partners[number]
        if number in self.passages:
            return "moved"
        return "differs" if linked else "alone"


def _covered(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield every number that some range holds, once."""
    at = 0
    for start, stop in sorted(ranges):
        yield from range(max(at, start), stop)
        at = max(at, stop)


def _without_gaps(made: Sequence[Piece], at: int, end: int, empty: Mark) -> Iterator[Piece]:
    """Give the characters between pieces of unlike marks to one that says nothing new of them."""
    if not made:
        yield Piece(at, end, empty)
        return
    quiet: Mark = "alone" if empty == "alone" else "kept"
    for piece in made:
        if at < piece.start:
            yield Piece(at, piece.start, quiet)
        if piece.start < piece.stop:
            yield piece
        at = max(at, piece.stop)
    if at < end:
        yield Piece(at, end, quiet)


def _in_passages(partners: dict[int, int], runs: Sequence[Run]) -> set[int]:
    """Return those words of `a` that stand in a passage together with their partners."""
    by_distance: dict[int, list[Run]] = defaultdict(list)
    for run in sorted(runs):
        by_distance[run.b - run.a].append(run)
    found = set()
    for i, j in partners.items():
        near = by_distance[j - i]
        before = bisect_right(near, i, key=lambda run: run.a) - 1
        if before >= 0 and i < near[before].a + near[before].length:
            found.add(i)
    return found


def _links(left: _Side, right: _Side, partners: dict[int, int], shared: set[int]) -> set[tuple[int, int]]:
    """Return the sentences of the two texts that belong together."""
    counts: Counter[tuple[int, int]] = Counter()
    firm: set[tuple[int, int]] = set()
    for i, j in partners.items():
        pair = left.sentence_of[i], right.sentence_of[j]
        counts[pair] += 1
        if i in shared:
            firm.add(pair)
    return firm | {
        (u, v)
        for (u, v), count in counts.items()
        if 2 * count >= max(left.sizes[u], right.sizes[v])
        or (count >= _FEW and 2 * count >= min(left.sizes[u], right.sizes[v]))
    }


def _ranges(links: Sequence[tuple[int, int]], left: _Side, right: _Side) -> Iterator[_Range]:
    """Yield the rows: linked sentences with whatever their links enclose, and the rest between them.

    The links never cross, since partners stand in the same order in both texts.
    """
    at_a, at_b = 0, 0
    joined: list[_Range] = []
    for u, v in links:
        if joined and (u < joined[-1].stop_a or v < joined[-1].stop_b):
            last = joined[-1]
            joined[-1] = _Range(
                last.start_a, max(u + 1, last.stop_a), last.start_b, max(v + 1, last.stop_b), "changed"
            )
        else:
            joined.append(_Range(u, u + 1, v, v + 1, "changed"))
    for each in joined:
        if at_a < each.start_a or at_b < each.start_b:
            yield from _unlinked(left, right, _Range(at_a, each.start_a, at_b, each.start_b, "apart"))
        yield each
        at_a, at_b = each.stop_a, each.stop_b
    if at_a < len(left.starts) or at_b < len(right.starts):
        yield from _unlinked(left, right, _Range(at_a, len(left.starts), at_b, len(right.starts), "apart"))


def _unlinked(left: _Side, right: _Side, gap: _Range) -> Iterator[_Range]:
    """Yield sentences without a partner in one row, but for moved ones: these stand by themselves."""
    in_a = list(left.stretches(gap.start_a, gap.stop_a))
    in_b = list(right.stretches(gap.start_b, gap.stop_b))
    if not any(moved for *_, moved in (*in_a, *in_b)):
        yield gap
        return
    for start, stop, moved in in_a:
        yield _Range(start, stop, gap.start_b, gap.start_b, "moved" if moved else "apart")
    for start, stop, moved in in_b:
        yield _Range(gap.stop_a, gap.stop_a, start, stop, "moved" if moved else "apart")


def _row(left: _Side, right: _Side, each: _Range) -> Row:
    linked = each.kind == "changed"
    a = left.pieces(each.start_a, each.stop_a, linked)
    b = right.pieces(each.start_b, each.stop_b, linked)
    if not linked:
        return Row(each.kind, a, b)
    equal = all(piece.mark in ("shared", "kept") for piece in (*a, *b))
    return Row("same" if equal else "changed", a, b)
