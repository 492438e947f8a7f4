"""The verdict on two texts."""

from __future__ import annotations

import pytest

from ingest.fingerprint.compare import Relation, compare
from ingest.fingerprint.profile import profile

REPORT = (
    "The harbour board of Lindholm voted on Tuesday evening to close the old ferry quay for good. "
    "Chairwoman Petra Aalto said that repairs would cost more than the town could ever earn back. "
    "Fishermen who land their catch there were given until the end of autumn to move to the new basin. "
    "Two members voted against the motion and asked for a survey of the piles before work begins. "
    "The quay was built when the railway came and has carried mail, cattle and summer guests ever since. "
    "A small museum in the customs house is to stay where it is, the board promised in its statement."
)
SENTENCES = REPORT.split(". ")
MARKET = (
    "Shares on the Norvik exchange closed {0} points higher at {1} on {2}. Grain rose to {3} crowns a tonne, "
    "while fish meal fell to {4} crowns. Turnover was {5} million crowns, with {6} papers changing hands."
)


def kind(a: str, b: str) -> Relation | None:
    return compare(profile(a), profile(b)).kind


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        REPORT.upper(),
        REPORT.replace(". ", ".\n\n").replace("'", "’"),
        REPORT.replace("Chairwoman ", "Chair\u00adwoman "),
    ],
)
def test_exact(copy: str) -> None:
    """Case, white space, quotes and invisible characters leave a copy exact."""
    assert kind(REPORT, copy) == "exact"


def test_near() -> None:
    """A few other words leave a near-duplicate, with the true Jaccard as score."""
    found = compare(profile(REPORT), profile(REPORT.replace("Tuesday evening", "Tuesday night")))
    assert found.kind == "near"
    assert found.score == found.jaccard
    assert 0.9 < found.jaccard < 1


def test_contains() -> None:
    """The first half of a report is contained in it, and the score is the containment."""
    found = compare(profile(". ".join(SENTENCES[:3])), profile(REPORT))
    assert found.kind == "contains"
    assert found.score == found.containment == 1.0
    assert found.jaccard < 0.7


def test_a_quotation_is_no_copy() -> None:
    """Two sentences taken over into another article do not make it a copy."""
    other = " ".join(f"word{number} follows" for number in range(120))
    assert kind(REPORT, f"{other} {SENTENCES[0]}. {SENTENCES[1]}. {other[::-1]}") is None


def test_a_short_text_is_not_contained() -> None:
    """A phrase that could stand anywhere does not make its text a part of another."""
    assert kind("on Tuesday evening to close the old ferry quay for good", REPORT) is None


def test_one_template_with_other_figures_is_no_copy() -> None:
    """Market reports share their sentences; where the figures differ, they are two reports."""
    monday = MARKET.format(14, 2310, "Monday", 188, 940, 71, 12400)
    tuesday = MARKET.format(9, 2319, "Monday", 191, 935, 64, 11800)
    assert kind(monday, tuesday) is None
    assert kind(monday, monday.replace("Shares", "All shares")) == "near"


def test_a_corrected_figure_leaves_a_copy() -> None:
    """A long report with one figure corrected is still the same report."""
    text = REPORT + " It is 118 years old."
    assert kind(text, text.replace("118", "119")) == "near"


def test_nothing_to_compare() -> None:
    """Texts without words are related to nothing, themselves included."""
    assert kind("…", "…") is None


def test_true_values() -> None:
    """Scores are counted, not estimated: three of five and three of four shingles."""
    found = compare(profile("a b c d e f"), profile("b c d e f g"))
    assert (found.jaccard, found.containment) == (3 / 5, 3 / 4)


def test_the_order_does_not_matter() -> None:
    """A pair has one verdict, from whichever side it is looked at."""
    part = profile(". ".join(SENTENCES[:2]))
    assert compare(part, profile(REPORT)) == compare(profile(REPORT), part)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The clock of the town hall stopped again on Tuesday.",
            "The clock of the town hall stopped again on Wednesday.",
        ),
        (
            "Prices rose by two percent in April and by five percent in June, the office said, more than in any spring.",
            "Prices rose by four percent in March and by nine percent in July, the office said, more than in any spring.",
        ),
    ],
)
def test_days_and_number_words_count_as_figures(one: str, other: str) -> None:
    """A template filled with another day or another number in words is another report."""
    assert kind(one, other) is None
