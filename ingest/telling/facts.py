"""What conflicts are looked for in: a text's figures and names, each with the words of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.telling.content import COMMON, WORD, beside, content, crop
from ingest.telling.figures import Figure, figures
from ingest.telling.namings import Naming, namings
from ingest.telling.numerals import SCALES, WORDS
from ingest.telling.sentences import Sentences
from ingest.telling.spelling import likenesses

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
_VERB = re.compile(r"\b([a-zß-ÿ]{3,})[   ](?:(?:in|for|at|on|by|to|of)[   ])?$")
# “Eight days ago” is another number tomorrow.
_COUNTED_FROM_NOW = re.compile(
    r"[   ](?:ago|earlier|later|before|after|zuvor|später|plus tard|antes|después)\b"
)
_DURATIONS = frozenset("second minute hour day week month year".split())
# “50 km (30 miles)” says the same twice.
_CONVERTIBLE = ("measure", "money")
_CONVERTED = re.compile(r"[\w.][   ]?\([   ]?$")
_NUMBERS = frozenset(crop(word) for word in (*WORDS, *SCALES))


@dataclass(frozen=True, eq=False)
class Fact:
    """A figure with its sentence. What the sentence says is read when it is asked for: most figures are like
    none of another text, and then nobody asks.

    `nouns` are what the figures of the text count: two lines of statistics share it and yet are on different
    people, so it is no word in common.
    """

    figure: Figure
    sentence: int
    sentences: Sentences = field(repr=False)
    nouns: frozenset[str] = field(repr=False)

    @property
    def passage(self) -> str:
        """The sentence as it is written."""
        return self.sentences.text[slice(*self.span)].strip()

    @property
    def span(self) -> tuple[int, int]:
        """Where the sentence begins and ends."""
        return self.sentences.spans[self.sentence]

    @cached_property
    def name(self) -> str:
        """Whose age it is, as written; empty for other figures."""
        return " ".join(_PERSON.findall(self._written)) if self.figure.kind == "age" else ""

    @cached_property
    def verb(self) -> str:
        """The small word right before the figure, folded."""
        start = self.figure.start
        found = _VERB.search(self.sentences.text, max(self.span[0], start - 20), start)
        return crop(found[1]) if found and found[1] not in COMMON else ""

    @cached_property
    def relative(self) -> bool:
        """Whether it is a part of something, or known from before: `the last ten games`, `another 20`."""
        return self.figure.kind != "age" and _relative(self.sentences.text, self.figure)

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words that say something, folded."""
        return self._all_words - self.nouns

    @cached_property
    def counted(self) -> frozenset[str]:
        """Those words of the sentence that some figure of the text counts."""
        return (self._all_words & self.nouns) - _NUMBERS

    @cached_property
    def near(self) -> frozenset[str]:
        """The words right beside the figure and in it."""
        figure = self.figure
        around = beside(self.sentences.text, figure.start, figure.stop, self.span)
        return (around | content(WORD.findall(self._written))) - self.nouns

    @property
    def names(self) -> frozenset[str]:
        """The folded words of the names in the sentence."""
        return self.sentences.names[self.sentence]

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the sentence names."""
        return frozenset(_YEAR.findall(self.sentences.text, *self.span))

    @cached_property
    def _all_words(self) -> frozenset[str]:
        return self.sentences.words(self.sentence) - content(WORD.findall(self._written))

    @property
    def _written(self) -> str:
        return self.sentences.text[self.figure.start : self.figure.stop]


@dataclass(frozen=True)
class Facts:
    """What a text states: its figures and names, in their order."""

    figures: tuple[Fact, ...]
    names: tuple[Naming, ...]
    sentences: Sentences = field(repr=False)

    @property
    def text(self) -> str:
        """The text itself."""
        return self.sentences.text

    @cached_property
    def likenesses(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Which of the names share a likeness, by their places in `names`."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, name in enumerate(self.names):
            for likeness in likenesses(name.parts):
                found[likeness].append(place)
        return found


def facts(text: str) -> Facts:
    """Read what two tellings of a story can contradict each other in."""
    sentences, found = Sentences(text), figures(text)
    nouns = frozenset(crop(figure.counted) for figure in found) | _NUMBERS
    stated = (Fact(figure, sentences.number(figure.start), sentences, nouns) for figure in found)
    return Facts(tuple(stated), namings(text, sentences.spans), sentences)


def _relative(text: str, figure: Figure) -> bool:
    return bool(
        _RELATIVE.search(text, max(0, figure.start - 20), figure.start)
        or _OTHERS.search(text, figure.start, figure.stop)
        or (figure.counted in _DURATIONS and _COUNTED_FROM_NOW.match(text, figure.stop))
        or (figure.kind in _CONVERTIBLE and _CONVERTED.search(text, max(0, figure.start - 4), figure.start))
    )
