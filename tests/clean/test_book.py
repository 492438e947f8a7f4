"""The rule book as a whole."""

import re

from ingest.clean.engine.book import book
from ingest.clean.engine.rule import Finder
from ingest.model import KINDS


def test_every_rule_has_a_kind_and_a_reason() -> None:
    """Each rule names a kind of the contract and explains itself in a sentence."""
    rules = book()
    for rule in (*rules.phrases.values(), *rules.plain.patterns, *rules.worded.patterns):
        assert not isinstance(rule, Finder)
        assert rules.kind_of[rule.rule] in KINDS
        assert re.fullmatch(r"[A-Z].{20,}\.", rule.reason)
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.rule)


def test_pattern_limits_are_small() -> None:
    """Every keyword pattern carries a limit on words, so that no paragraph falls to a keyword."""
    rules = book()
    for pattern in (*rules.plain.patterns, *rules.worded.patterns):
        assert 1 <= pattern.max_words <= 70


def test_patterns_capture_nothing_by_themselves() -> None:
    """The group of a pattern is its name in the joined expression, so a pattern has none inside."""
    rules = book()
    for pattern in (*rules.plain.patterns, *rules.worded.patterns):
        assert re.compile(pattern.pattern).groups == 0
