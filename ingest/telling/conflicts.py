"""Where two tellings of a story disagree: in figures of one thing, and in how they spell a name.

Few and right rather than many. Two figures are of the same thing where they count the same and their
sentences speak of the same: they share words, rare ones of the two texts above all. A figure that the
other text also gives anywhere is in no conflict.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ingest.telling.agreement import agree, comparable
from ingest.telling.content import crop
from ingest.telling.facts import Fact, Facts
from ingest.telling.figures import Figure
from ingest.telling.spelling import fold_parts, likenesses, spelt_two_ways


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two texts say differently of `what`: the words of each with their place, and the sentences around.

    `kind` is `figure` or `name`; `[start_a, stop_a)` are characters of the first text, `_b` of the second.
    """

    kind: Literal["figure", "name"]
    what: str
    text_a: str
    start_a: int
    stop_a: int
    passage_a: str
    text_b: str
    start_b: int
    stop_b: int
    passage_b: str


def conflicts(a: Facts, b: Facts) -> list[Conflict]:
    """Return what `a` and `b` say differently, in the order of `a`."""
    return [*_figures(a, b), *_names(a, b)]


class _Bar(NamedTuple):
    """How much two sentences, and the words right beside the figures, must share at least, each word counting
    from 0 to 1."""

    sentences: float
    near: float = 0.0


_TOLL, _MEASURE, _SHARES, _OTHER_NOUN = _Bar(1.4), _Bar(1.6, 0.9), _Bar(3.0, 2.0), _Bar(2.5, 1.0)
# Any other figure: that much and one of the next two, or, in short sentences, both of the two after those.
_ORDINARY = _Bar(2.0)
_BESIDE_NEAR, _BESIDE_SHARE = 0.4, 0.4
_SHORT_NEAR, _SHORT_SHARE = 1.1, 0.5
_SLIP_SENTENCES = 1.0
_MOST_FACTOR, _OTHER_NOUN_FACTOR = 10, 1.5
_MOST_ALIKE = 3
_VERB = 4
_AGES = 3
_TOLLS = frozenset({"killed", "injured", "missing", "arrested", "displaced", "rescued"})
# A toll grows; one that is so much higher than the other is that of another event or of a whole war.
_LARGE, _LARGE_FACTOR = 20, 5
_VAST, _VAST_FACTOR = 10_000, 20


def _figures(a: Facts, b: Facts) -> Iterator[Conflict]:
    here, there = _open(a, b), _open(b, a)
    scores = {(f, g): score for f in here for g in there if (score := _sameness(f, g, a, b)) > 0}
    taken: set[Fact] = set()
    for f, g in sorted(scores, key=lambda pair: (-scores[pair], pair[0].figure.start + pair[1].figure.start)):
        if f not in taken and g not in taken:
            taken |= {f, g}
            yield _conflict(what(f), a, f, b, g)


def _open(a: Facts, b: Facts) -> list[Fact]:
    """Return the figures of `a` that can be wrong: no part of something, and `b` nowhere agrees with them."""
    return [
        fact
        for fact in a.figures
        if fact.figure.counted
        and not fact.relative
        and not any(_counts_alike(fact, other) and agree(fact.figure, other.figure) for other in b.figures)
    ]


def _counts_alike(f: Fact, g: Fact) -> bool:
    x, y = f.figure, g.figure
    if x.kind != y.kind or (x.fate and y.fate and x.fate != y.fate):
        return False
    return comparable(x.counted, y.counted) is not None


def _sameness(f: Fact, g: Fact, a: Facts, b: Facts) -> float:
    """Return how surely two figures are of the same thing, 0 where that is too little to say so."""
    x, y = f.figure, g.figure
    if x.kind == "age":
        return float(x.counted == y.counted and _one_person(f, g) and _near_ages(x.value, y.value))
    bar = _bar(f, g, a, b)
    if bar is None or f.years != g.years or _other_names(f, g):
        return 0.0
    sentences = _weight((f.words | f.near) & (g.words | g.near), a, b)
    near = _weight(f.near & g.near, a, b)
    enough = sentences >= bar.sentences and near >= bar.near
    if bar is _ORDINARY:
        share = _share(f, g)
        enough = (enough and (near >= _BESIDE_NEAR or share >= _BESIDE_SHARE)) or (
            near >= _SHORT_NEAR and share >= _SHORT_SHARE
        )
    return sentences + near if enough else 0.0


def _bar(f: Fact, g: Fact, a: Facts, b: Facts) -> _Bar | None:
    """Return how much two figures have to share, None where no words can make them figures of one thing.

    Asks for what is quickest to know first: most figures of two texts have nothing to do with each other.
    """
    x, y = f.figure, g.figure
    if x.kind != y.kind:
        return None
    if x.fate in _TOLLS or y.fate in _TOLLS:
        return _TOLL if _one_toll(f, g) else None
    if not _counts_alike(f, g):
        return _OTHER_NOUN if _other_noun(f, g) else None
    if not (_few(f, a) and _few(g, b)) or (x.kind != "measure" and _other_verb(f, g)):
        return None
    if x.kind == "percent":
        return _SHARES
    if _slipped(x, y):
        return _Bar(_SLIP_SENTENCES - len(f.counted & g.counted))
    if max(x.value, y.value) > min(x.value, y.value) * _MOST_FACTOR:
        return None
    return _MEASURE if x.kind == "measure" else _ORDINARY


def _other_verb(f: Fact, g: Fact) -> bool:
    """Whether different words lead to the figures: one `scored` twenty points, the other `needed` nine."""
    return bool(f.verb and g.verb and f.verb[:_VERB] != g.verb[:_VERB])


def _share(f: Fact, g: Fact) -> float:
    """Return the share of the shorter sentence's words that stand in the other one."""
    first, second = f.words | f.near, g.words | g.near
    return len(first & second) / max(1, min(len(first), len(second)))


def _one_person(f: Fact, g: Fact) -> bool:
    """Whether two ages can be of one person: no other first name stands in front of the surname."""
    first, second = f.name.split(), g.name.split()
    return len(first) < 2 or len(second) < 2 or first[-2] == second[-2]


def _near_ages(x: float, y: float) -> bool:
    """Whether two ages are a few years or two swapped digits apart; others are of years long past."""
    return abs(x - y) <= _AGES or f"{x:g}" == f"{y:g}"[::-1]


def _other_names(f: Fact, g: Fact) -> bool:
    """Whether both figures stand beside names and share none, or both sentences do."""
    beside = f.names & f.near, g.names & g.near
    if all(beside) and not beside[0] & beside[1]:
        return True
    return bool(f.names and g.names and not f.names & g.names)


def _one_toll(f: Fact, g: Fact) -> bool:
    x, y = f.figure, g.figure
    low, high = sorted((max(x.value, 1), max(y.value, 1)))
    if x.fate != y.fate or x.counted != y.counted or f.years:
        return False
    return not (low >= _LARGE and high > low * _LARGE_FACTOR) and not (
        high >= _VAST and high > low * _VAST_FACTOR
    )


def _other_noun(f: Fact, g: Fact) -> bool:
    """Whether one sentence says in other words what the other counts: `who defected`, `defectors`."""
    x, y = f.figure, g.figure
    low, high = sorted((x.value, y.value))
    if x.kind != "count" or high > low * _OTHER_NOUN_FACTOR or agree(x, replace(y, counted=x.counted)):
        return False
    return crop(x.counted) in g.words or crop(y.counted) in f.words


def _few(fact: Fact, facts: Facts) -> bool:
    """Whether the text has few figures of the same kind, so that it is clear which one is meant."""
    alike = [
        other
        for other in facts.figures
        if not other.relative and comparable(other.figure.counted, fact.figure.counted)
    ]
    most = 1 if fact.figure.kind == "measure" else _MOST_ALIKE
    return len({(other.figure.value, other.figure.high) for other in alike}) <= most


def _slipped(x: Figure, y: Figure) -> bool:
    """Whether one number is the other with the point in another place: 40 and 4."""
    if x.counted != y.counted or min(x.value, y.value) <= 0:
        return False
    power = math.log10(max(x.value, y.value) / min(x.value, y.value))
    return power >= 1 and abs(power - round(power)) < 1e-9


def _weight(words: frozenset[str], a: Facts, b: Facts) -> float:
    """Return the sum over `words` of how rare each is in the sentences of both texts, each from 0 to 1."""
    if not words:
        return 0.0
    here, there = a.sentences, b.sentences
    most = math.log(max(2, (len(here) + len(there)) / 2))
    held = (here.frequency.get(w, 0) + there.frequency.get(w, 0) for w in words)
    return sum(1 - math.log(max(2, count) / 2) / most for count in held)


def what(fact: Fact) -> str:
    """Say what a fact's figure is of: `defector`, `person killed`, `mile`, `age of Lind`."""
    if fact.figure.kind == "age":
        return f"age of {fact.name.split()[-1]}" if fact.name else "age"
    return f"{fact.figure.counted} {fact.figure.fate}".strip()


def _conflict(of: str, a: Facts, f: Fact, b: Facts, g: Fact) -> Conflict:
    x, y = f.figure, g.figure
    return Conflict(
        "figure", of,
        a.text[x.start : x.stop], x.start, x.stop, f.passage,
        b.text[y.start : y.stop], y.start, y.stop, g.passage,
    )  # fmt: skip


def _names(a: Facts, b: Facts) -> Iterator[Conflict]:
    here, there = ({n.parts for n in facts.names} for facts in (a, b))
    for x in a.names:
        if x.parts in there:
            continue
        near = {place for likeness in likenesses(x.parts) for place in b.likenesses.get(likeness, ())}
        for y in (b.names[place] for place in sorted(near)):
            if y.parts not in here and spelt_two_ways(x, y):
                yield Conflict(
                    "name", " ".join(fold_parts(x.parts)),
                    a.text[x.start : x.stop], x.start, x.stop, a.text[slice(*x.sentence)].strip(),
                    b.text[y.start : y.stop], y.start, y.stop, b.text[slice(*y.sentence)].strip(),
                )  # fmt: skip
