"""The facts behind a verdict, as short sentences under headings; the terminal and the page print the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from flows.comparison.story import told
from flows.summary import count
from ingest.fingerprint.compare import Comparison, compare
from ingest.fingerprint.evidence import Evidence
from ingest.fingerprint.profile import profile
from warehouse.stored import Explanation, StoredDocument

_FEW_FIGURES = 12


def facts(explanation: Explanation) -> list[tuple[str, list[str]]]:
    """Return headings with their sentences, in the order of the argument."""
    evidence = explanation.evidence
    return [
        ("Scores", [_scores(evidence)]),
        ("Figures", list(_figures(evidence))),
        ("Names", list(_names(evidence))),
        ("How they meet", list(_meeting(evidence))),
        ("Who came first", [first(explanation.a, explanation.b)]),
        ("Canonical", list(canonical(explanation))),
        ("Passages", [passages(explanation)]),
        ("Story", list(told(explanation))),
    ]


def first(a: StoredDocument, b: StoredDocument) -> str:
    """Say which of two documents was published first, as far as that is known."""
    when_a: Any = a.fields.get("published_at")
    when_b: Any = b.fields.get("published_at")
    if when_a is None and when_b is None:
        return "Not known: neither has a publication time."
    if when_a is None:
        return f"Not known: A has no publication time; B was published {_time(when_b, b)}."
    if when_b is None:
        return f"Not known: B has no publication time; A was published {_time(when_a, a)}."
    if when_a == when_b:
        return f"Neither: both were published {_time(when_a, a)}."
    early, late = ("A", "B") if when_a < when_b else ("B", "A")
    times = f"A {_time(when_a, a)}, B {_time(when_b, b)}"
    midnight = any(_is_day(when) for when in (when_a, when_b))
    doubt = " A date without a time counts as midnight UTC." if midnight else ""
    return f"{early} was published {_long(abs(when_a - when_b))} before {late}: {times}.{doubt}"


def canonical(explanation: Explanation) -> Iterator[str]:
    """Say which document stands for the group of both, or why they are in two groups."""
    a, b = explanation.a, explanation.b
    if explanation.said:
        note = f": “{explanation.said.note}”" if explanation.said.note else ""
        level = " as a story" if explanation.said.level == "story" else ""
        yield f"An analyst {explanation.said.word} them{level}{note}."
    if explanation.in_one_group:
        yield f"{_who(explanation, a)} stands for their group of {a.group['size']:,}: {_why(a)}"
        return
    yield f"They are not in one group: {_apart(explanation)}."
    for letter, each in (("A", a), ("B", b)):
        yield _alone(explanation, letter, each)


def passages(explanation: Explanation) -> str:
    """Say how much of each text stands in passages that the other has too."""
    found = explanation.passages
    if not found:
        return "They share no passage of eight words or more."
    longest = max(each.length for each in found)
    return (
        f"{count(len(found), 'passage')} of eight words or more, the longest {longest:,} words: "
        f"{_part(explanation.a.text, [(p.start_a, p.stop_a) for p in found])} of A, "
        f"{_part(explanation.b.text, [(p.start_b, p.stop_b) for p in found])} of B."
    )


def _scores(evidence: Evidence) -> str:
    found = evidence.comparison
    return (
        f"Jaccard {found.jaccard:.3f}, containment {found.containment:.3f}. "
        f"Of {count(evidence.shingles_a, 'three-word shingle')} of A and {evidence.shingles_b:,} of B, "
        f"{evidence.shingles_shared:,} are the same."
    )


def _figures(evidence: Evidence) -> Iterator[str]:
    figures = evidence.figures
    if not figures.fewer and not figures.only_a and not figures.only_b:
        yield "Neither text has any."
        return
    both, a, b = len(figures.shared), len(figures.only_a), len(figures.only_b)
    yield f"A has {a + both:,}, B has {b + both:,}; {both:,} of them agree."
    for letter, names in (("A", figures.only_a), ("B", figures.only_b)):
        if names:
            yield f"Only in {letter}: {_listed(names)}."


def _names(evidence: Evidence) -> Iterator[str]:
    names = evidence.names
    if not names.changed:
        yield "No name stands in place of another, as far as capitals tell names."
        return
    yield f"{count(names.changed, 'name')} of one stand in place of others; {names.kept:,} are in both."
    yield f"Changed: {_listed([f'{one} → {other}' for one, other in names.examples])}."


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_FEW_FIGURES])
    return f"{shown} and {len(names) - _FEW_FIGURES:,} more" if len(names) > _FEW_FIGURES else shown


def _meeting(evidence: Evidence) -> Iterator[str]:
    keys = evidence.keys
    if not min(evidence.words_a, evidence.words_b):
        yield "One of them has no words, so there is nothing to look it up by."
        return
    which = f": {_numbers(keys.bands)}" if 0 < len(keys.bands) < keys.all_bands else ""
    yield f"{len(keys.bands)} of {keys.all_bands} LSH bands are equal{which}."
    yield (
        f"{count(keys.shared, 'passage key')} of {keys.in_a:,} (A) and {keys.in_b:,} (B) are the same; "
        f"{keys.needed:.4g} would do without a band."
    )
    if not keys.met:
        yield "So matching would not compare them at all."


def _numbers(bands: Sequence[int]) -> str:
    """Write rising numbers shortly: 1–3, 7."""
    runs: list[list[int]] = []
    for band in bands:
        if runs and band == runs[-1][-1] + 1:
            runs[-1].append(band)
        else:
            runs.append([band])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _who(explanation: Explanation, member: StoredDocument) -> str:
    """Name the document that stands for a member's group."""
    doc_id = member.group["canonical_doc_id"]
    for letter, each in (("A", explanation.a), ("B", explanation.b)):
        if each.doc_id == doc_id:
            return letter
    standing = explanation.canonical_a if member is explanation.a else explanation.canonical_b
    return f"“{standing.fields.get('title') or '(no title)'}” ({standing.fields['source_uri']})"


def _alone(explanation: Explanation, letter: str, member: StoredDocument) -> str:
    """Say what one document's own group is."""
    size, standing = member.group["size"], _who(explanation, member)
    if size == 1:
        return f"{letter} is alone in its group."
    if standing == letter:
        return f"{letter} stands for its own group of {size:,}: {_why(member)}"
    return f"{letter} is in the group of {size:,} that {standing} stands for: {_why(member)}"


def _why(member: StoredDocument) -> str:
    why = str(member.group["why_canonical"])
    return why[:1].lower() + why[1:]


def _apart(explanation: Explanation) -> str:
    """Say why two documents are in two groups. Copies of copies do not chain."""
    if explanation.said and explanation.said.word == "unlinked":
        return "an analyst unlinked them"
    if explanation.comparison.kind is None:
        return "they are no copies of each other"
    lacking = [
        f"{letter} is no copy of {_who(explanation, other)} (Jaccard {link.jaccard:.2f}, "
        f"containment {link.containment:.2f})"
        for letter, mine, other, standing in (
            ("B", explanation.b, explanation.a, explanation.canonical_a),
            ("A", explanation.a, explanation.b, explanation.canonical_b),
        )
        if (link := _compared(explanation, mine, standing)).kind is None
    ]
    reason = " and ".join(lacking) or "each was taken by the document that stands for its own group"
    return f"a copy must match the document that stands for its group, and {reason}"


def _compared(explanation: Explanation, a: StoredDocument, b: StoredDocument) -> Comparison:
    least = explanation.thresholds.between(a.source, b.source)
    return compare(profile(a.text), profile(b.text), least)


def _part(text: str, spans: Sequence[tuple[int, int]]) -> str:
    covered, at = 0, 0
    for start, stop in sorted(spans):
        covered += max(0, stop - max(start, at))
        at = max(at, stop)
    return f"{covered / len(text):.0%}"


def _time(when: datetime, document: StoredDocument) -> str:
    source = document.fields.get("published_from")
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC{f' ({source})' if source else ''}"


def _is_day(when: datetime) -> bool:
    at = when.astimezone(UTC)
    return (at.hour, at.minute, at.second, at.microsecond) == (0, 0, 0, 0)


def _long(span: timedelta) -> str:
    """Write a span of time with its two largest units."""
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute"), (seconds, "second")]
    named = [count(number, unit) for number, unit in parts if number]
    return " ".join(named[:2]) or "less than a second"
