"""What was asked of two texts, condition by condition, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.fingerprint.evidence import Check, Evidence

_KINDS = {"exact": "exact copy", "near": "near-duplicate", "contains": "one contains the other"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A check in words: what it belongs to, what was found, whether it holds."""

    kind: str
    text: str
    holds: bool


def asked(evidence: Evidence) -> list[Asked]:
    """Return the conditions of each kind in words."""
    return [Asked(_KINDS[each.kind], _check(each, evidence), each.holds) for each in evidence.checks]


def decision(evidence: Evidence) -> str:
    """Say which kind was decided for: the first whose conditions all hold."""
    kind = evidence.comparison.kind
    return f"Decided: {_KINDS[kind]}." if kind else "Decided: no copy; no kind has all it asks for."


def _check(check: Check, evidence: Evidence) -> str:
    sign = "≥" if check.holds else "<"
    if check.what == "words":
        return "all words are equal, in the same order" if check.holds else "not all words are equal"
    if check.what == "length":
        return f"words of the shorter one: {check.value:,.0f} {sign} {check.threshold:.0f}"
    if check.what == "figures":
        return _figures_check(check, evidence)
    if check.what == "names":
        return _names_check(check, evidence)
    shown = (
        f"{check.value:.3f}" if check.holds or round(check.value, 3) < check.threshold else f"{check.value}"
    )
    return f"{check.what.capitalize()} {shown} {sign} {check.threshold:.2f}"


def _figures_check(check: Check, evidence: Evidence) -> str:
    figures = evidence.figures
    if not figures.fewer:
        return "figures: one has none, so none disagree"
    agree = f"figures: {len(figures.shared):,} of {figures.fewer:,} agree"
    if not check.threshold and figures.missing:
        return f"{agree}; so few may differ in texts so alike (a correction)"
    if not figures.missing:
        return agree
    return f"{agree}, {figures.share:.0%} {'≥' if check.holds else '<'} {check.threshold:.0%}"


def _names_check(check: Check, evidence: Evidence) -> str:
    names = evidence.names
    if not names.changed:
        return "names: none changed"
    agree = f"names: {names.kept:,} of {names.kept + names.changed:,} agree"
    if check.holds and not check.threshold:
        return f"{agree}; so few may change (a correction)"
    return f"{agree}, {names.share:.0%} {'≥' if check.holds else '<'} {check.threshold:.0%}"
