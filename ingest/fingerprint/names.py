"""Which names of two texts stand in place of each other: what tells a template from a copy.

A name is a run of capitalised words that is not capitalised for the start of its sentence alone. A changed
one stands between the same words as another one in the other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np

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
    left, right = _Side(a, b), _Side(b, a)
    # Most copies have their names in the same places, and need not be aligned.
    if min(left.count_displaced(), right.count_displaced()) < 2:
        return _NONE
    partners = [*matching(a.hashes, b.hashes, shared_runs(a.hashes, b.hashes, PASSAGE_TOKENS)).items()]
    return _counted(left, right, partners) if _tell_names(left, right, partners) else _NONE


class _Side:
    """One text: which of its words are capitalised, and which of these are names."""

    def __init__(self, mine: Profile, other: Profile) -> None:
        self._text, self._no_names = mine.text, _TITLES.union(mine.numbers.tolist())
        self._starts, self._stops = (np.asarray(each).tolist() for each in mine.places)
        self.hashes: list[int] = mine.hashes.tolist()
        self.capital = [self._text[start].isupper() for start in self._starts]
        self.inside = [at > 0 and not self._begins(at) for at in range(len(self.hashes))]
        self.is_name = self._names()
        lacking = np.isin(run_hashes(mine.hashes, 2), run_hashes(other.hashes, 2), invert=True).tolist()
        # A name between words that it stands between in the other text too has not changed, wherever that is.
        self.displaced = [
            name and (before or after)
            for name, before, after in zip(self.is_name, [False, *lacking], [*lacking, False], strict=False)
        ]

    def _begins(self, at: int) -> bool:
        """Say whether a word that is not the first one may begin a sentence. After an initial it does not."""
        short = self._stops[at - 1] - self._starts[at - 1] <= _INITIAL and self.capital[at - 1]
        return _SENTENCE_END.search(self._between(at).lstrip("." if short else "")) is not None

    def _between(self, at: int) -> str:
        """The characters before a word."""
        return self._text[self._stops[at - 1] : self._starts[at]]

    def _names(self) -> list[bool]:
        """A word at the start of a sentence is a name where it is one elsewhere, or where one follows."""
        can_be = [
            capital and word not in self._no_names
            for capital, word in zip(self.capital, self.hashes, strict=True)
        ]
        surely = [can and inside for can, inside in zip(can_be, self.inside, strict=True)]
        known = {word for word, sure in zip(self.hashes, surely, strict=True) if sure}
        follows = [*(sure and self.joins(at) for at, sure in enumerate(surely) if at), False]
        return [
            can and (word in known or follows[at])
            for at, (can, word) in enumerate(zip(can_be, self.hashes, strict=True))
        ]

    def count_displaced(self) -> int:
        """Count the different words of names that have another neighbour in the other text, or none."""
        return len({word for word, moved in zip(self.hashes, self.displaced, strict=True) if moved})

    def joins(self, at: int) -> bool:
        """Say whether a word continues the name before it."""
        return self.inside[at] and _JOINS.fullmatch(self._between(at)) is not None

    def runs(self, span: Span, wanted: Sequence[bool]) -> list[Span]:
        """Return the runs of wanted words in a range that nothing divides."""
        found: list[Span] = []
        for at in range(*span):
            if wanted[at] and found and found[-1][1] == at and self.joins(at):
                found[-1] = found[-1][0], at + 1
            elif wanted[at]:
                found.append((at, at + 1))
        return found

    def full_names(self) -> set[Name]:
        """Return the names of several words."""
        return {
            self.words(run) for run in self.runs((0, len(self.hashes)), self.is_name) if run[1] - run[0] > 1
        }

    def written(self, run: Span) -> str:
        return self._text[self._starts[run[0]] : self._stops[run[1] - 1]]

    def words(self, run: Span) -> Name:
        return frozenset(self.hashes[slice(*run)])


def _tell_names(left: _Side, right: _Side, partners: Sequence[tuple[int, int]]) -> bool:
    """Say whether few of the shared words inside sentences are capitalised."""
    inside = [(i, j) for i, j in partners if left.inside[i] and right.inside[j]]
    return sum(left.capital[i] and right.capital[j] for i, j in inside) <= _CAPITALS * len(inside)


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
        in_a = left.runs((i + 1, next_i), left.displaced)
        in_b = right.runs((j + 1, next_j), right.displaced)
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
    both = [name and not moved for name, moved in zip(left.is_name, left.displaced, strict=True)]
    for i, j in partners:
        both[i] = left.is_name[i] and right.is_name[j]
    beside = {place for (start, stop), _ in swapped for place in (start - 1, stop)}
    names = [
        left.words(run)
        for run in left.runs((0, len(both)), both)
        if run[0] not in beside and run[1] - 1 not in beside
    ]
    return sum(not any(name < longer for longer in names) for name in {*names})


def _is_part(name: tuple[Name, Name], longer: tuple[Name, Name]) -> bool:
    """Say whether a change of names is part of another one, as that of a surname is of the full name's."""
    return name != longer and name[0] <= longer[0] and name[1] <= longer[1]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _ALIKE
