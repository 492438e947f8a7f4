"""The facts behind a verdict."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from explained import OTHER, REPORT, STORY, explain, explain_two, group_of, stored
from flows.comparison.checks import asked, decision
from flows.comparison.facts import facts, first
from flows.comparison.record import record
from flows.comparison.verdict import verdict
from warehouse.stored import Explanation
from warehouse.verdicts import Verdict

NEAR = f"{STORY} All slept well that night."
MORNING, NOON = datetime(2026, 3, 4, 8, 0, tzinfo=UTC), datetime(2026, 3, 4, 12, 30, tzinfo=UTC)


def fact(explanation: Explanation, heading: str) -> str:
    return " ".join(dict(facts(explanation))[heading])


def test_scores_come_with_their_counts() -> None:
    """Jaccard and containment stand beside the numbers of shingles that they are made of."""
    said = fact(explain(STORY, NEAR), "Scores")
    assert "Jaccard 0.848, containment 1.000" in said
    assert "Of 28 three-word shingles of A and 33 of B, 28 are the same." in said


def test_figures_are_named_on_each_side() -> None:
    """Figures that differ are listed, many of them shortly; texts without any say so."""
    monday, tuesday = REPORT.format(12, 34, 56, 78), REPORT.format(12, 43, 56, 78)
    said = fact(explain(monday, tuesday), "Figures")
    assert said == "A has 5, B has 5; 4 of them agree. Only in A: 34. Only in B: 43."
    assert "and 88 more" in fact(explain(" ".join(map(str, range(100))), OTHER), "Figures")
    assert fact(explain(OTHER, OTHER), "Figures") == "Neither text has any."


def test_bands_and_passage_keys_are_counted() -> None:
    """Copies meet in all bands, unlike texts in none, and that is told."""
    assert "42 of 42 LSH bands are equal." in fact(explain(STORY, STORY), "How they meet")
    apart = fact(explain(STORY, OTHER), "How they meet")
    assert "0 of 42 LSH bands" in apart
    assert "would not compare them" in apart
    assert "no words" in fact(explain(STORY, "***"), "How they meet")
    some = fact(explain(STORY, NEAR), "How they meet")
    assert "LSH bands are equal: " in some


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (None, None, "Not known: neither has a publication time."),
        (MORNING, None, "Not known: B has no publication time; A was published 2026-03-04 08:00 UTC (meta)."),
        (None, NOON, "Not known: A has no publication time; B was published 2026-03-04 12:30 UTC (meta)."),
        (NOON, NOON, "Neither: both were published 2026-03-04 12:30 UTC (meta)."),
        (MORNING, NOON, "A was published 4 hours 30 minutes before B: "),
        (NOON, MORNING, "B was published 4 hours 30 minutes before A: "),
        (MORNING, MORNING.replace(day=7, minute=1), "A was published 3 days 1 minute before B: "),
        (MORNING, MORNING.replace(microsecond=5), "A was published less than a second before B: "),
    ],
)
def test_who_came_first(a: datetime | None, b: datetime | None, expected: str) -> None:
    """The earlier one is named with the time between them; what is unknown is said to be."""
    one, two = (stored(n, STORY, published_at=at, published_from="meta") for n, at in ((1, a), (2, b)))
    assert first(one, two).startswith(expected)


def test_a_day_without_a_time_is_a_doubt() -> None:
    """Midnight may stand for a date alone, and the sentence says what it counts as."""
    day = MORNING.replace(hour=0)
    one, two = stored(1, STORY, published_at=day), stored(2, STORY, published_at=MORNING)
    assert "counts as midnight" in first(one, two)


def test_the_canonical_document_is_named() -> None:
    """In one group it is A, B, or a third one by its name, each with the reason of the group."""
    centre, third = group_of(1, 3), group_of(3, 3)
    one = explain_two(stored(1, STORY, centre), stored(2, STORY, centre))
    assert fact(one, "Canonical") == "A stands for their group of 3: it was published first."
    standing = stored(3, STORY, title="Home before the storm")
    other = explain_two(stored(1, STORY, third), stored(2, STORY, third), of_a=standing, of_b=standing)
    assert "“Home before the storm” (3.txt) stands for their group of 3" in fact(other, "Canonical")


def test_two_groups_are_explained() -> None:
    """Where two are not in one group the reason is given, and what group each is in."""
    apart = fact(explain(STORY, OTHER), "Canonical")
    assert "not in one group: they are no copies" in apart
    assert "A is alone in its group. B is alone in its group." in apart
    a, b = stored(1, STORY, group_of(1, 2)), stored(2, OTHER, group_of(3, 4))
    said = fact(explain_two(a, b, of_b=stored(3, OTHER)), "Canonical")
    assert "A stands for its own group of 2" in said
    assert "B is in the group of 4 that “Title 3” (3.txt) stands for" in said


def test_copies_in_two_groups_are_explained_by_the_documents_that_stand_for_these() -> None:
    """Copies of copies do not chain: the one that does not match the other's canonical document is named."""
    a, b = stored(1, STORY, group_of(3, 2)), stored(2, NEAR)
    far = stored(3, f"{OTHER} {STORY[:100]}")
    said = fact(explain_two(a, b, of_a=far), "Canonical")
    assert "B is no copy of “Title 3” (3.txt) (Jaccard 0." in said
    near = explain_two(stored(1, STORY), stored(2, STORY))
    assert "each was taken by the document" in fact(near, "Canonical")


def test_what_an_analyst_said_is_told() -> None:
    """A verdict is named with its note, and explains two groups of copies."""
    a, b = stored(1, STORY), stored(2, STORY)
    parted = Verdict.on(a.doc_id, b.doc_id, "unlinked", "Two storms.")
    said = fact(explain_two(a, b, said=parted), "Canonical")
    assert "An analyst unlinked them: “Two storms.”." in said
    assert "not in one group: an analyst unlinked them." in said
    joined = explain_two(stored(1, STORY), stored(2, OTHER), said=Verdict.on(a.doc_id, b.doc_id, "linked"))
    assert "An analyst linked them." in fact(joined, "Canonical")
    assert "An analyst linked them all the same." in verdict(joined)
    assert record(joined)["group"]["said"] == {"verdict": "linked", "level": "copy", "note": None}


def test_passages_cover_their_part_once() -> None:
    """A passage that the other text has twice counts once in its own."""
    assert fact(explain(OTHER, f"{OTHER} {OTHER}"), "Passages") == (
        "2 passages of eight words or more, the longest 14 words: 99% of A, 98% of B."
    )
    assert "no passage of eight words" in fact(explain(STORY, OTHER), "Passages")


def test_every_threshold_is_asked_and_the_first_kind_decides() -> None:
    """Each condition is told with its value and threshold, then what was decided."""
    near = explain(STORY, NEAR).evidence
    told = [(each.kind, each.holds, each.text) for each in asked(near)]
    assert told[:2] == [
        ("exact copy", False, "not all words are equal"),
        ("near-duplicate", True, "Jaccard 0.848 ≥ 0.70"),
    ]
    assert ("one contains the other", True, "words of the shorter one: 44 ≥ 25") in told
    assert decision(near) == "Decided: near-duplicate."
    template = explain(REPORT.format(12, 34, 56, 78), REPORT.format(21, 43, 65, 87)).evidence
    assert "figures: 1 of 5 agree, 20% < 80%" in [each.text for each in asked(template)]
    assert "no copy" in decision(template)


def test_a_correction_is_told_as_such() -> None:
    """Few other figures in texts so alike are allowed, and the check says so."""
    text = " ".join(f"{OTHER} Word{n} came by." for n in range(9))
    found = explain(f"{text} Rope cost 4 crowns.", f"{text} Rope cost 5 crowns.").evidence
    assert "figures: 0 of 1 agree; so few may differ in texts so alike (a correction)" in [
        each.text for each in asked(found)
    ]
