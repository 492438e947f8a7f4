"""The rule book as a whole."""

import re

from clean_story import STORY
from ingest.clean.engine.book import book
from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Finder
from ingest.clean.engine.run import find
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


def test_findings_are_called_as_their_finder_says() -> None:
    """What a rule about several lines finds has one of the names that the list of rules shows."""
    head = ["5.1 C", "Orlen", "Friday, March 6, 2026"]
    rail = ["Most read", "Ferry runs again after storm", "Mayor buys a boat", "Gulls return to Orlen"]
    foot = ["No boat today!", "— Ada Lind (@ada) March 3, 2026", "© 2026 Orlen Observer"]
    text = "\n".join([*head, *STORY.splitlines(), *rail, *foot])
    found = {item.rule for item in find(Page(text))}
    assert {"widget-weather", "related-rail", "embed-x", "copyright-footer"} <= found
    assert found <= set(book().kind_of)
