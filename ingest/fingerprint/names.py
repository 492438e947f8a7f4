"""Which names of two texts stand in place of each other: what tells a template from a copy.

A name is a run of capitalised words that is not capitalised for the start of its sentence alone. A changed
one stands between the same words as another one in the other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.profile import Profile
from ingest.fingerprint.runs import shared_runs
from ingest.fingerprint.shingle import run_hashes, token_hashes
from ingest.fingerprint.wordmatch import matching

# Where more of the shared words inside sentences are capitalised, nouns are, or everything is.
_CAPITALS = 0.2
# Wider than a name with what stands around it, a change is another sentence.
_WIDEST = 6
# Names so alike (difflib's ratio) are one name, misread or spelt in another way.
_ALIKE = 0.7
_SENTENCE_END = re.compile(r"[.!?…:;\n\"“„«‹»”]")
_JOINS = re.compile(r"[\s\-'’.]*")
# No sentence ends after an initial, or after a title as short.
_INITIAL = 2
_TITLES = frozenset(
    token_hashes(
        "mr mrs ms miss mx sir dame lady lord dr prof professor herr frau monsieur señor señora".split()
    ).tolist()
)

Name = frozenset[int]
# A half-open range of words.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many different names of one text stand in place of others, and how many are in both texts.

    `examples` are changed names as they are written, the one of the first text first.
    """

    changed: int = 0
    kept: int = 0
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def share(self) -> float:
        """The part of the names that is in both; 1 where none has changed."""
        return self.kept / (self.kept + self.changed) if self.changed else 1.0


_NONE = Changes()


def changes(a: Profile, b: Profile) -> Changes:
    """Compare the names of two texts that have most of their words in common.

    Nothing is said (no name has changed) where capitals do not tell names: in scripts without them, in
    languages that write nouns with them, in texts all in capitals.
    """
    # Aligning two texts is not symmetric where words repeat; the verdict on them has to be.
    if a.hashes.tobytes() > b.hashes.tobytes():
        found = changes(b, a)
        return replace(found, examples=tuple((one, other) for other, one in found.examples))
    lacking = _lacking(a, b), _lacking(b, a)
    # Most copies have their names in the same places, and need not be looked at any further.
    if any(_capitals(*each) < 2 for each in zip((a, b), lacking, strict=True)):
        return _NONE
    left, right = _Side(a, lacking[0]), _Side(b, lacking[1])
    partners = [*matching(a.hashes, b.hashes, shared_runs(a.hashes, b.hashes, PASSAGE_TOKENS)).items()]
    return _counted(left, right, partners) if _tell_names(left, right, partners) else _NONE


def _lacking(mine: Profile, other: Profile) -> NDArray[np.bool_]:
    """Say of each word whether it has another neighbour in the other text, or none there."""
    pairs = np.isin(run_hashes(mine.hashes, 2), run_hashes(other.hashes, 2), invert=True)
    return np.concatenate(([False], pairs)) | np.concatenate((pairs, [False]))


def _capitals(found: Profile, which: NDArray[np.bool_]) -> int:
    """Count the different words among these that begin with a capital."""
    places = np.flatnonzero(which[: len(found.hashes)]).tolist()
    starts = found.places.starts
    return len({int(found.hashes[at]) for at in places if found.text[starts[at]].isupper()})


class _Side:
    """One text: which of its words are capitalised, and which of these are names."""

    def __init__(self, mine: Profile, lacking: NDArray[np.bool_]) -> None:
        self._text = mine.text
        self._starts, self._stops = (np.asarray(each).tolist() for each in mine.places)
        self.hashes: list[int] = mine.hashes.tolist()
        self.capitals = {at for at, start in enumerate(self._starts) if self._text[start].isupper()}
        self.openings = {at for at in self.capitals if at == 0 or self._begins(at)}
        self.names = self._names(_TITLES.union(mine.numbers.tolist()))
        # A name between words that it stands between in the other text too has not changed, wherever that is.
        self.displaced = self.names.intersection(np.flatnonzero(lacking).tolist())

    def _begins(self, at: int) -> bool:
        """Say whether a word that is not the first one may begin a sentence. After an initial it does not."""
        short = self._stops[at - 1] - self._starts[at - 1] <= _INITIAL and at - 1 in self.capitals
        return _SENTENCE_END.search(self._between(at).lstrip("." if short else "")) is not None

    def _between(self, at: int) -> str:
        """The characters before a word."""
        return self._text[self._stops[at - 1] : self._starts[at]]

    def _names(self, excepted: frozenset[int]) -> set[int]:
        """A word at the start of a sentence is a name where it is one elsewhere, or where one follows."""
        can_be = {at for at in self.capitals if self.hashes[at] not in excepted}
        surely = can_be - self.openings
        known = {self.hashes[at] for at in surely}
        return {at for at in can_be if self.hashes[at] in known or (at + 1 in surely and self._joins(at + 1))}

    def _joins(self, at: int) -> bool:
        """Say whether a word continues the name before it."""
        return at not in self.openings and _JOINS.fullmatch(self._between(at)) is not None

    def runs(self, wanted: Iterable[int]) -> list[Span]:
        """Return the runs that nothing divides of some words of names, given in order."""
        found: list[Span] = []
        for at in wanted:
            if found and found[-1][1] == at and self._joins(at):
                found[-1] = found[-1][0], at + 1
            else:
                found.append((at, at + 1))
        return found

    def full_names(self) -> set[Name]:
        """Return the names of several words."""
        return {self.words(run) for run in self.runs(sorted(self.names)) if run[1] - run[0] > 1}

    def written(self, run: Span) -> str:
        return self._text[self._starts[run[0]] : self._stops[run[1] - 1]]

    def words(self, run: Span) -> Name:
        return frozenset(self.hashes[slice(*run)])


def _tell_names(left: _Side, right: _Side, partners: Sequence[tuple[int, int]]) -> bool:
    """Say whether few of the shared words are capitalised, but for those at the start of sentences."""
    shared = capital = 0
    for i, j in partners:
        if i not in left.openings and j not in right.openings:
            shared += 1
            capital += i in left.capitals and j in right.capitals
    return capital <= _CAPITALS * shared


def _counted(left: _Side, right: _Side, partners: Sequence[tuple[int, int]]) -> Changes:
    swapped = list(_swapped(left, right, partners))
    names = [(left.words(one), right.words(other)) for one, other in swapped]
    examples = {
        (left.written(one), right.written(other))
        for (one, other), name in zip(swapped, names, strict=True)
        if not any(_is_part(name, longer) for longer in names)
    }
    unlike = [pair for pair in sorted(examples) if not _alike(*pair)]
    changed = min(len({one.casefold() for one, _ in unlike}), len({other.casefold() for _, other in unlike}))
    kept = len(examples) - len(unlike) + _kept(left, right, partners, swapped)
    return Changes(changed, kept, tuple(unlike))


def _swapped(left: _Side, right: _Side, partners: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, Span]]:
    """Yield the names that stand in place of each other."""
    full = left.full_names() | right.full_names()
    edges = [(-1, -1), *partners, (len(left.hashes), len(right.hashes))]
    for (i, j), (next_i, next_j) in pairwise(edges):
        if not 1 < min(next_i - i, next_j - j) <= max(next_i - i, next_j - j) <= _WIDEST + 1:
            continue
        in_a = left.runs(at for at in range(i + 1, next_i) if at in left.displaced)
        in_b = right.runs(at for at in range(j + 1, next_j) if at in right.displaced)
        if in_a and in_b and len(in_a) != len(in_b):
            in_a, in_b = [(in_a[0][0], in_a[-1][1])], [(in_b[0][0], in_b[-1][1])]
        for one, other in zip(in_a, in_b, strict=False):
            # A second mention by first name or by surname is the same name.
            if not any(left.words(one) | right.words(other) <= name for name in full):
                yield one, other


def _kept(
    left: _Side, right: _Side, partners: Sequence[tuple[int, int]], swapped: Sequence[tuple[Span, Span]]
) -> int:
    """Count the names that both texts have in one place, but for parts of a name of which others changed."""
    both = left.names - left.displaced
    both.update(i for i, j in partners if i in left.names and j in right.names)
    beside = {place for (start, stop), _ in swapped for place in (start - 1, stop)}
    runs = left.runs(sorted(both))
    names = [left.words(run) for run in runs if run[0] not in beside and run[1] - 1 not in beside]
    return sum(not any(name < longer for longer in names) for name in {*names})


def _is_part(name: tuple[Name, Name], longer: tuple[Name, Name]) -> bool:
    """Say whether a change of names is part of another one, as that of a surname is of the full name's."""
    return name != longer and name[0] <= longer[0] and name[1] <= longer[1]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _ALIKE
