"""What a pair of documents is, and why, in a sentence or two."""

from __future__ import annotations

from flows.comparison.story import same_event
from ingest.fingerprint.compare import CONTAINS_TOKENS, Relation
from ingest.fingerprint.evidence import Evidence
from warehouse.stored import Explanation


def verdict(explanation: Explanation) -> str:
    """Say in a sentence or two what the pair is and why."""
    found, least = explanation.comparison, explanation.evidence.thresholds
    if explanation.a.doc_id == explanation.b.doc_id:
        return "Both names mean the same document."
    if found.kind == "exact":
        return "They are exact copies: the same words in the same order."
    if found.kind == "near":
        return f"They are near-duplicates: their Jaccard of {_at_least(found.jaccard, least.near)}."
    if found.kind == "contains":
        share = _at_least(found.containment, least.contains)
        return f"Most of the shorter one stands in the longer one: the containment of {share}."
    through = f" {event}" if (event := same_event(explanation)) else ""
    if explanation.said and explanation.said.word == "linked" and explanation.said.level == "copy":
        through = " An analyst linked them all the same."
    elif explanation.in_one_group:
        through = " They are in one group of copies all the same, through documents that are related to both."
    return f"They are not copies of each other: {_why_not(explanation)}.{through}"


def _why_not(explanation: Explanation) -> str:
    """Say what two documents that are no copies lack, as part of a sentence."""
    found, evidence, least = explanation.comparison, explanation.evidence, explanation.evidence.thresholds
    if not min(evidence.words_a, evidence.words_b):
        return "a text without a word matches nothing"
    if found.jaccard >= least.near:
        return f"they share their sentences, but not their {_lacking(evidence, 'near')}"
    if found.containment < least.contains:
        return (
            f"the Jaccard of {_below(found.jaccard, least.near)}, "
            f"and the containment of {_below(found.containment, least.contains)}"
        )
    words = min(evidence.words_a, evidence.words_b)
    if words < CONTAINS_TOKENS:
        return (
            f"the shorter one has {words} words, and fewer than {CONTAINS_TOKENS} "
            "stand in many texts without being taken from them"
        )
    lacking = _lacking(evidence, "contains")
    return f"most of the shorter one stands in the longer one, but not its {lacking}"


def _lacking(evidence: Evidence, kind: Relation) -> str:
    """Name what does not agree in texts of one template."""
    missed = [check.what for check in evidence.checks if check.kind == kind and not check.holds]
    return " and ".join(what for what in missed if what in ("figures", "names"))


def _below(value: float, threshold: float) -> str:
    """Say that a score misses a threshold, with enough digits to see it."""
    digits = 2
    while digits < 6 and round(value, digits) >= threshold:
        digits += 1
    return f"{value:.{digits}f} is below {threshold:.2f}"


def _at_least(value: float, threshold: float) -> str:
    return f"{value:.2f} reaches {threshold:.2f}"
