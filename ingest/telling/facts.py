"""What conflicts are looked for in: a text's figures and names, each with the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.fingerprint.sentences import sentence_starts
from ingest.telling.figures import Figure, figures
from ingest.telling.nouns import stem
from ingest.telling.numerals import SCALES, WORDS

_CROP = 6
_FEWEST_LETTERS = 3
_NEAR = 5
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]\d|\d)")
_NAME = re.compile(
    rf"[{_CAPITAL}][^\W\d_]+(?:[-'’][^\W\d_]+)*(?:[   ][{_CAPITAL}](?:\."
    rf"|[^\W\d_]+(?:[-'’][^\W\d_]+)*)){{1,6}}"
)
_RELATIVE = re.compile(
    r"(?:\b(?:first|last|final|next|another|additional|past|previous|further|extra|every|each|per|other"
    r"|remaining|the"
    r"|these|those|his|her|their|its|our|my|your|both|all|only|nearest|top|same|letzten|ersten|nächsten"
    r"|weitere"
    r"|anderen|derniers|premiers|autres|últimos|primeros|otros|los|las|les)|\d|(?:\d|\b(?:one|two|three"
    r"|four|five|six|seven|eight|nine|ten))[   ]of)[   ]$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:more|others?|of)\b")
_PERSON = re.compile(rf"\b[{_CAPITAL}][\w’'-]*[^\W\d_]")
_VERB = re.compile(r"\b([a-zß-ÿ]{3,})[   ]$")
# “50 km (30 miles)” says the same twice.
_CONVERTED = re.compile(r"[\w.][   ]?\([   ]?$")
_COMMON = frozenset(
    """
    the and that this these those with from into over under about after before than then when where while
    which who whom whose what why how has have had having was were are been being will would could should
    may might must can not but for its his her their they them him she you your our out off per more most
    some many much any all both each other others another such only also very just even still already said
    says say told according reported reports report reportedly least nearly almost around between during
    because though although since until der die das den dem des und oder ein eine einen einem einer mit von
    vom für auf aus bei nach sich auch sind war waren wurde wurden werden haben hatte als wie dass les des
    une est sont dans pour par sur avec pas que qui ont été plus los las una del por con para que como más
    fue han sus
    """.split()
)
_TITLES = frozenset(
    """
    Brigadier Brigadier-General Lieutenant Major Commander Admiral Mr Mrs Ms Miss Dr Prof Sir Lord Lady
    President Prime Minister Secretary General Defense Defence Foreign Senator Governor Mayor Judge Justice
    Captain Colonel Sergeant Officer Police Chief King Queen Prince Princess Pope Coach The In On At By As
    But And For When While After Before With From If It He She They We You I This That There His Her Their
    Its Former Late Of To Not No So Then Also Meanwhile However According Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April June July August September October November December
    Der Die Das Ein Eine Im Am Herr Frau Le La Les El Los Las Un Une Una US U.S
    """.split()
)


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
class Naming:
    """A name where it stands first: its parts as written, and the folded words that stand near it."""

    parts: tuple[str, ...]
    start: int
    stop: int
    sentence: tuple[int, int]
    near: frozenset[str]


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
    stops = [*starts[1:], len(text)]
    spans = list(zip(starts, stops, strict=True))
    words = [_content(text[start:stop]) for start, stop in spans]
    frequency = Counter(word for sentence in words for word in sentence)
    stated = []
    for figure in figures(text):
        number = bisect_right(starts, figure.start) - 1
        stated.append(_fact(text, figure, spans[number], words[number]))
    # Two lines of statistics share what they count and yet are on different people.
    counted = frozenset(crop(fact.figure.counted) for fact in stated) | _NUMBERS
    stated = [
        replace(f, words=f.words - counted, near=f.near - counted, counted=(f.words & counted) - _NUMBERS)
        for f in stated
    ]
    return Facts(text, tuple(stated), _namings(text, spans, starts), frequency, len(spans))


def crop(word: str) -> str:
    """Fold a word so that its inflections and derivations meet: `defectors` and `defected` are `defect`."""
    return stem(word)[:_CROP]


_NUMBERS = frozenset(crop(word) for word in (*WORDS, *SCALES))


def _content(text: str) -> frozenset[str]:
    return frozenset(
        crop(word)
        for word in _WORD.findall(text)
        if len(word) >= _FEWEST_LETTERS and word.lower() not in _COMMON
    )


def _fact(text: str, figure: Figure, span: tuple[int, int], words: frozenset[str]) -> Fact:
    start, stop = span
    before = _WORD.findall(text[start : figure.start])[-_NEAR:]
    after = _WORD.findall(text[figure.stop : max(figure.stop, stop)])[:_NEAR]
    sentence = text[start:stop]
    names = frozenset(
        crop(match[0])
        for match in _WORD.finditer(sentence)
        if match[0][0].isupper() and match.start() > 0 and match[0] not in _TITLES
    )
    own = _content(text[figure.start : figure.stop])
    verb = _VERB.search(text, max(start, figure.start - 20), figure.start)
    return Fact(
        figure=figure,
        name=" ".join(_PERSON.findall(text[figure.start : figure.stop])) if figure.kind == "age" else "",
        verb=crop(verb[1]) if verb and verb[1] not in _COMMON else "",
        relative=figure.kind != "age" and _relative(text, figure),
        start=start,
        stop=stop,
        words=words - own,
        near=_content(" ".join([*before, *after])) | own,
        counted=frozenset(),
        names=names,
        years=frozenset(_YEAR.findall(sentence)),
    )


def _relative(text: str, figure: Figure) -> bool:
    return bool(
        _RELATIVE.search(text, max(0, figure.start - 20), figure.start)
        or _OTHERS.search(text, figure.start, figure.stop)
        or (figure.kind == "measure" and _CONVERTED.search(text, max(0, figure.start - 4), figure.start))
    )


def _namings(text: str, spans: list[tuple[int, int]], starts: list[int]) -> tuple[Naming, ...]:
    found: dict[tuple[str, ...], Naming] = {}
    for match in _NAME.finditer(text):
        parts, start = _untitled(match[0], match.start())
        if len(parts) < 2 or parts in found:
            continue
        stop = start + len(match[0]) - (start - match.start())
        span = spans[bisect_right(starts, start) - 1]
        before = _WORD.findall(text[span[0] : start])[-_NEAR:]
        after = _WORD.findall(text[stop : max(stop, span[1])])[:_NEAR]
        titles = match[0][: start - match.start()]
        found[parts] = Naming(parts, start, stop, span, _content(" ".join([*before, titles, *after])))
    return tuple(found.values())


def _untitled(name: str, start: int) -> tuple[tuple[str, ...], int]:
    """Drop titles and openings of sentences, and what stands before them, from the front of a name."""
    words = re.split(r"[   ]", name)
    last = max((n for n, word in enumerate(words) if word.rstrip(".") in _TITLES), default=-1) + 1
    return tuple(words[last:]), start + sum(len(word) + 1 for word in words[:last])
