"""The rule book: every rule of every kind, found by walking the package `ingest.clean.kinds`.

A kind is a module with `KIND` and `RULES`; adding one means adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.clean import kinds
from ingest.clean.lines import DECORATION, Line, Page, as_written, fold
from ingest.clean.rule import Finder, LineRule, Pattern, Phrases, Rule
from ingest.model import Kind

_PHRASE_CHARACTERS = 90
_SHORT_CHARACTERS = 100
_OPEN_CHARACTERS = 200
_LONGEST_CHARACTERS = 420
# A longer line that opens with a quotation mark or a dash is somebody speaking.
_SPEECH_CHARACTERS = 50


@dataclass(frozen=True, slots=True)
class Expressions:
    """Patterns joined into one expression; the group that closes last says which one matched."""

    patterns: tuple[Pattern, ...]
    joined: re.Pattern[str]

    def hit(self, line: Line) -> Pattern | None:
        """The pattern that matches the line and whose limits the line keeps, or None."""
        match = self.joined.match(line.key)
        if match is None or match.lastgroup is None:
            return None
        pattern = self.patterns[int(match.lastgroup[1:])]
        fits = (
            line.words <= pattern.max_words
            and not (pattern.spares_headline and line.index == 0)
            and not (pattern.open_end and line.text.endswith("."))
        )
        return pattern if fits else None


@dataclass(frozen=True, slots=True)
class Book:
    """All rules, compiled: a look-up and at most two expressions answer for a line."""

    phrases: dict[str, Phrases]
    plain: Expressions
    worded: Expressions
    words: frozenset[str]
    finders: tuple[Finder, ...]
    kind_of: dict[str, Kind]

    def hits(self, page: Page) -> dict[int, LineRule]:
        """The rule for each line that one names as boilerplate, by line index."""
        hits: dict[int, LineRule] = {}
        worded = page.lines_with(self.words)
        for line in page.lines:
            rule = self._hit(line, line.index in worded)
            if rule is not None:
                hits[line.index] = rule
        return hits

    def _hit(self, line: Line, worded: bool) -> LineRule | None:
        length = len(line.text)
        if length <= _PHRASE_CHARACTERS:
            phrase = self.phrases.get(line.key) or self.phrases.get(line.numberless_key)
            if phrase is not None:
                return phrase
        if length > _SPEECH_CHARACTERS and line.opens_speech:
            return None
        rule: LineRule | None = None
        if length <= _SHORT_CHARACTERS or (length <= _OPEN_CHARACTERS and line.text[-1] not in ".”\""):
            rule = self.plain.hit(line)
        if rule is None and worded and length <= _LONGEST_CHARACTERS:
            rule = self.worded.hit(line)
        return rule


@cache
def book() -> Book:
    """The compiled rules of all kinds, in the order of the modules' names."""
    rules: list[Rule] = []
    kind_of: dict[str, Kind] = {}
    for info in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{kinds.__name__}.{info.name}")
        rules += module.RULES
        kind_of |= {rule.rule: module.KIND for rule in module.RULES if not isinstance(rule, Finder)}
    patterns = [rule for rule in rules if isinstance(rule, Pattern)]
    return Book(
        phrases=_phrase_table([rule for rule in rules if isinstance(rule, Phrases)]),
        plain=_join(rule for rule in patterns if not rule.words),
        worded=_join(rule for rule in patterns if rule.words),
        words=as_written(word for rule in patterns for word in rule.words.split()),
        finders=tuple(rule for rule in rules if isinstance(rule, Finder)),
        kind_of=kind_of,
    )


def _join(rules: Iterable[Pattern]) -> Expressions:
    patterns = tuple(rules)
    return Expressions(
        patterns, re.compile("|".join(f"(?P<r{at}>{rule.pattern})" for at, rule in enumerate(patterns)))
    )


def _phrase_table(rules: list[Phrases]) -> dict[str, Phrases]:
    """Phrase to rule; where two rules name a phrase, a strong rule stands before a weak one."""
    table: dict[str, Phrases] = {}
    for rule in sorted(rules, key=lambda rule: rule.weak):
        for phrase in rule.text.split("|"):
            table.setdefault(fold(phrase).strip(DECORATION), rule)
    return table
