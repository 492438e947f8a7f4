"""The rule book: every rule of every kind, found by walking the package `ingest.clean`.

A kind is a module with `KIND` and `RULES`; adding one means adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.clean.engine.lines import DECORATION, Line, Page, as_written, fold
from ingest.clean.engine.rule import Finder, LineRule, Pattern, Phrases, Rule
from ingest.clean.engine.sentence import tells
from ingest.model import Kind

_PACKAGE = "ingest.clean"

_PHRASE_CHARACTERS = 90
_SHORT_CHARACTERS = 100
_OPEN_CHARACTERS = 200
_LONGEST_CHARACTERS = 420
# A longer line that opens with a quotation mark or a dash is somebody speaking.
_SPEECH_CHARACTERS = 50


@dataclass(frozen=True, slots=True)
class Plain:
    """Patterns for short lines, joined into one expression; the group that closes last says which matched."""

    patterns: tuple[Pattern, ...]
    joined: re.Pattern[str]

    def hit(self, line: Line) -> Pattern | None:
        """The pattern that matches the line and whose limits the line keeps, or None."""
        match = self.joined.match(line.key)
        if match is None or match.lastgroup is None:
            return None
        pattern = self.patterns[int(match.lastgroup[1:])]
        return pattern if _fits(pattern, line) else None


@dataclass(frozen=True, slots=True)
class Worded:
    """Patterns that are tried on lines with one of their words only; `by_word` says which those are."""

    patterns: tuple[Pattern, ...]
    compiled: tuple[re.Pattern[str], ...]
    by_word: dict[str, set[int]]
    words: frozenset[str]

    def hit(self, line: Line, words: Iterable[str]) -> Pattern | None:
        """The first pattern that one of `words` calls, that matches and whose limits the line keeps."""
        for at in sorted(set().union(*(self.by_word[word] for word in words))):
            if self.compiled[at].match(line.key) and _fits(self.patterns[at], line):
                return self.patterns[at]
        return None


def _goes_on(page: Page, line: Line) -> bool:
    """Whether the very next line opens with a small letter and closes a sentence, as in a poem."""
    if line.index + 1 >= len(page.lines) or not line.text[-1].isalpha() or " " in line.text:
        return False
    after = page.lines[line.index + 1]
    return after.gap == 1 and after.text[0].islower() and after.ends_sentence and after.words <= 8


# Fewer words than that are no sentence of their own.
_TAIL_WORDS = 3


def _ends_sentence(line: Line) -> bool:
    """Whether the line is the end of a sentence that began in the line above, not a button."""
    return line.text[-1] == "." and line.text[0].islower() and line.words <= _TAIL_WORDS


def _fits(pattern: Pattern, line: Line) -> bool:
    return (
        line.words <= pattern.max_words
        and not (pattern.spares_headline and line.index == 0)
        and not (pattern.open_end and line.text.endswith("."))
        and not tells(line)
    )


@dataclass(frozen=True, slots=True)
class Book:
    """All rules, compiled: a look-up and a few expressions answer for a line."""

    phrases: dict[str, Phrases]
    plain: Plain
    worded: Worded
    finders: tuple[Finder, ...]
    kind_of: dict[str, Kind]

    def hits(self, page: Page) -> dict[int, LineRule]:
        """The rule for each line that one names as boilerplate, by line index."""
        hits: dict[int, LineRule] = {}
        worded = page.lines_with(self.worded.words)
        for line in page.lines:
            rule = self._hit(line, worded.get(line.index, ()))
            if rule is not None and not (isinstance(rule, Phrases) and _goes_on(page, line)):
                hits[line.index] = rule
        return hits

    def _hit(self, line: Line, words: Sequence[str]) -> LineRule | None:
        length = len(line.text)
        if _ends_sentence(line):
            return None
        if length <= _PHRASE_CHARACTERS:
            phrase = self.phrases.get(line.key) or self.phrases.get(line.numberless_key)
            if phrase is not None:
                return phrase
        if length > _SPEECH_CHARACTERS and line.opens_speech:
            return None
        rule: LineRule | None = None
        if length <= _SHORT_CHARACTERS or (length <= _OPEN_CHARACTERS and line.text[-1] not in '.”"'):
            rule = self.plain.hit(line)
        if rule is None and words and length <= _LONGEST_CHARACTERS:
            rule = self.worded.hit(line, words)
        return rule


def kinds() -> list[str]:
    """The names of the modules that are a kind of boilerplate each, in alphabetical order."""
    path = importlib.import_module(_PACKAGE).__path__
    return sorted(info.name for info in pkgutil.iter_modules(path) if not info.ispkg)


@cache
def book() -> Book:
    """The compiled rules of all kinds, in the order of the modules' names."""
    rules: list[Rule] = []
    kind_of: dict[str, Kind] = {}
    for name in kinds():
        module = importlib.import_module(f"{_PACKAGE}.{name}")
        rules += module.RULES
        for rule in module.RULES:
            called = rule.names.split() if isinstance(rule, Finder) else [rule.rule]
            kind_of |= dict.fromkeys(called, module.KIND)
    patterns = [rule for rule in rules if isinstance(rule, Pattern)]
    return Book(
        phrases=_phrase_table([rule for rule in rules if isinstance(rule, Phrases)]),
        plain=_plain(tuple(rule for rule in patterns if not rule.words)),
        worded=_worded(tuple(rule for rule in patterns if rule.words)),
        finders=tuple(rule for rule in rules if isinstance(rule, Finder)),
        kind_of=kind_of,
    )


def _plain(patterns: tuple[Pattern, ...]) -> Plain:
    joined = "|".join(f"(?P<r{at}>{rule.pattern})" for at, rule in enumerate(patterns))
    return Plain(patterns, re.compile(joined))


def _worded(patterns: tuple[Pattern, ...]) -> Worded:
    by_word: dict[str, set[int]] = {}
    for at, rule in enumerate(patterns):
        for word in as_written(rule.words.split()):
            by_word.setdefault(word, set()).add(at)
    compiled = tuple(re.compile(rule.pattern) for rule in patterns)
    return Worded(patterns, compiled, by_word, frozenset(by_word))


def _phrase_table(rules: list[Phrases]) -> dict[str, Phrases]:
    """Phrase to rule; where two rules name a phrase, a strong rule stands before a weak one."""
    table: dict[str, Phrases] = {}
    for rule in sorted(rules, key=lambda rule: rule.weak):
        for phrase in rule.text.split("|"):
            table.setdefault(fold(phrase).strip(DECORATION), rule)
    return table
