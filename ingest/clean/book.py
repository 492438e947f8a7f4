"""The rule book: every rule of every kind, found by walking the package `ingest.clean.kinds`.

A kind is a module with `KIND` and `RULES`; adding one means adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache

from ingest.clean import kinds
from ingest.clean.lines import DECORATION, Line, fold
from ingest.clean.rule import Finder, LineRule, Pattern, Phrases, Rule
from ingest.model import Kind

_PHRASE_CHARACTERS = 90
_PATTERN_CHARACTERS = 420


@dataclass(frozen=True, slots=True)
class Book:
    """All rules, compiled: one look-up and one expression answer for a line."""

    phrases: dict[str, Phrases]
    patterns: tuple[Pattern, ...]
    expression: re.Pattern[str]
    finders: tuple[Finder, ...]
    kind_of: dict[str, Kind]

    def hit(self, line: Line) -> LineRule | None:
        """The rule that names this line as boilerplate, or None."""
        length = len(line.text)
        if length > _PATTERN_CHARACTERS:
            return None
        if length <= _PHRASE_CHARACTERS:
            phrase = self.phrases.get(line.key) or self.phrases.get(line.numberless_key)
            if phrase is not None:
                return phrase
        match = self.expression.match(line.key)
        if match is None or match.lastgroup is None:
            return None
        pattern = self.patterns[int(match.lastgroup[1:])]
        if line.words > pattern.max_words or (pattern.spares_headline and line.index == 0):
            return None
        return pattern


@cache
def book() -> Book:
    """The compiled rules of all kinds, in the order of the modules' names."""
    rules: list[Rule] = []
    kind_of: dict[str, Kind] = {}
    for info in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{kinds.__name__}.{info.name}")
        rules += module.RULES
        kind_of |= {rule.rule: module.KIND for rule in module.RULES if not isinstance(rule, Finder)}
    patterns = tuple(rule for rule in rules if isinstance(rule, Pattern))
    return Book(
        phrases=_phrase_table([rule for rule in rules if isinstance(rule, Phrases)]),
        patterns=patterns,
        expression=re.compile("|".join(f"(?P<r{at}>{rule.pattern})" for at, rule in enumerate(patterns))),
        finders=tuple(rule for rule in rules if isinstance(rule, Finder)),
        kind_of=kind_of,
    )


def _phrase_table(rules: list[Phrases]) -> dict[str, Phrases]:
    """Phrase to rule; where two rules name a phrase, a strong rule stands before a weak one."""
    table: dict[str, Phrases] = {}
    for rule in sorted(rules, key=lambda rule: rule.weak):
        for phrase in rule.text.split("|"):
            table.setdefault(fold(phrase).strip(DECORATION), rule)
    return table
