"""What conflicts are looked for in: a text's figures and names, each with the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.fingerprint.sentences import sentence_starts
from ingest.telling.content import COMMON, beside, content, crop
from ingest.telling.figures import Figure, figures
from ingest.telling.namings import Naming, name_words, namings
from ingest.telling.numerals import SCALES, WORDS

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]\d|\d)")
_RELATIVE = re.compile(
    r"(?:\b(?:first|last|final|next|another|additional|past|previous|further|extra|every|each|per|other"
    r"|remaining|the"
    r"|these|those|his|her|their|its|our|my|your|both|all|only|nearest|top|same|letzten|ersten|nächsten"
    r"|weitere"
    r"|anderen|derniers|premiers|autres|últimos|primeros|otros|los|las|les)|\d|(?:\d|\b(?:one|two|three"
    r"|four|five|six|seven|eight|nine|ten))[   ]of)[   ]$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:more(?! than)|others?|(?<!magnitude )of)\b", re.IGNORECASE)
_PERSON = re.compile(rf"\b[{_CAPITAL}][\w’'-]*[^\W\d_]")
_VERB = re.compile(r"\b([a-zß-ÿ]{3,})[   ]$")
# “50 km (30 miles)” says the same twice.
_CONVERTIBLE = ("measure", "money")
_CONVERTED = re.compile(r"[\w.][   ]?\([   ]?$")
_NUMBERS = frozenset(crop(word) for word in (*WORDS, *SCALES))


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its sentence: where that is, its words folded, the names and the years in it.

    `near` are the words right beside it, `counted` those of the sentence that any figure of the text counts,
    `verb` is the small word right before it, `name` the person of an age. A `relative` figure is a part of
    something, or known from before: `the last ten games`, `another 20`, `the three men`.
    """

    figure: Figure
    name: str
    verb: str
    relative: bool
    start: int
    stop: int
    words: frozenset[str]
    near: frozenset[str]
    counted: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states: figures and names in their order, and in how many sentences each word stands."""

    text: str
    figures: tuple[Fact, ...]
    names: tuple[Naming, ...]
    frequency: Mapping[str, int]
    sentences: int


def facts(text: str) -> Facts:
    """Read what two tellings of a story can contradict each other in."""
    starts = sentence_starts(text) or [0]
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    words = [content(text[start:stop]) for start, stop in spans]
    frequency = Counter(word for sentence in words for word in sentence)
    names = name_words(text, spans)
    years = [frozenset(_YEAR.findall(text, start, stop)) for start, stop in spans]
    stated = []
    for figure in figures(text):
        number = bisect_right(starts, figure.start) - 1
        fact = _fact(text, figure, spans[number], words[number])
        stated.append(replace(fact, names=names[number], years=years[number]))
    # Two lines of statistics share what they count and yet are on different people.
    counted = frozenset(crop(fact.figure.counted) for fact in stated) | _NUMBERS
    stated = [
        replace(f, words=f.words - counted, near=f.near - counted, counted=(f.words & counted) - _NUMBERS)
        for f in stated
    ]
    return Facts(text, tuple(stated), namings(text, spans), frequency, len(spans))


def _fact(text: str, figure: Figure, span: tuple[int, int], words: frozenset[str]) -> Fact:
    own = content(text[figure.start : figure.stop])
    verb = _VERB.search(text, max(span[0], figure.start - 20), figure.start)
    return Fact(
        figure=figure,
        name=" ".join(_PERSON.findall(text[figure.start : figure.stop])) if figure.kind == "age" else "",
        verb=crop(verb[1]) if verb and verb[1] not in COMMON else "",
        relative=figure.kind != "age" and _relative(text, figure),
        start=span[0],
        stop=span[1],
        words=words - own,
        near=beside(text, figure.start, figure.stop, span) | own,
        counted=frozenset(),
        names=frozenset(),
        years=frozenset(),
    )


def _relative(text: str, figure: Figure) -> bool:
    return bool(
        _RELATIVE.search(text, max(0, figure.start - 20), figure.start)
        or _OTHERS.search(text, figure.start, figure.stop)
        or (figure.kind in _CONVERTIBLE and _CONVERTED.search(text, max(0, figure.start - 4), figure.start))
    )
