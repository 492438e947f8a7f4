"""What a verdict rests on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.compare import compare
from ingest.fingerprint.evidence import gather
from ingest.fingerprint.profile import profile

REPORT = (
    "The exchange in Aldersea closed {} points higher on {}, as buyers came back to the shares of shipping "
    "companies and of the makers of rope, nets and sails. The index of the smaller companies gained {} points, "
    "while the price of herring in barrels stood at {} crowns by the evening bell."
)
MONDAY, TUESDAY = REPORT.format(12, "Monday", 34, 56), REPORT.format(21, "Tuesday", 43, 65)
OTHER = "A footbridge in Westmark was closed because swans had built a nest in the middle of it."
WORDS = st.lists(st.sampled_from("sea gull 7 nets two 1984 monday rope".split()), max_size=60)


def test_scores_are_made_of_the_counts() -> None:
    """Jaccard and containment follow from the numbers of shingles."""
    found = gather(MONDAY, MONDAY.replace("evening bell", "morning bell rang"))
    union = found.shingles_a + found.shingles_b - found.shingles_shared
    assert found.comparison.jaccard == found.shingles_shared / union
    assert found.comparison.containment == found.shingles_shared / min(found.shingles_a, found.shingles_b)
    assert found.words_b == found.words_a + 1


def test_figures_are_named() -> None:
    """Numbers and weekdays that agree and differ are listed, those of each text for itself."""
    figures = gather(MONDAY, TUESDAY.replace("65", "56")).figures
    assert (figures.shared, figures.only_a, figures.only_b) == (
        ("56",),
        ("12", "34", "monday"),
        ("21", "43", "tuesday"),
    )
    assert (figures.fewer, figures.missing, figures.share) == (4, 3, 0.25)


def test_texts_without_figures_agree() -> None:
    """Where there is no figure, none can differ."""
    assert gather(OTHER, OTHER.replace("swans", "geese")).figures.share == 1


def test_equal_texts_meet_everywhere() -> None:
    """All 42 bands and all passage keys of a text are those of its copy."""
    keys = gather(MONDAY, MONDAY.upper()).keys
    assert keys.bands == tuple(range(1, 43))
    assert keys.shared == keys.in_a == keys.in_b > 0
    assert keys.met


def test_unlike_texts_meet_nowhere() -> None:
    """Two texts without a common phrase share no key, and matching does not look at them."""
    keys = gather(MONDAY, OTHER).keys
    assert (keys.bands, keys.shared, keys.met, keys.all_bands) == ((), 0, False, 42)


def test_a_text_without_words_has_nothing() -> None:
    """Nothing is compared with a text of signs alone."""
    found = gather("***", MONDAY)
    assert (found.comparison.kind, found.words_a, found.shingles_shared, found.keys.met) == (
        None,
        0,
        0,
        False,
    )


def test_a_correction_may_differ_in_a_figure() -> None:
    """Where nearly all else is equal, the check of figures asks for no share."""
    text = f"{OTHER} {MONDAY} {OTHER.replace('swans', 'geese')} {MONDAY.replace('herring', 'cod')}" * 2
    found = gather(text, text.replace("Westmark was", "Westmark 40 was", 1).replace("34", "35", 1))
    [check] = [each for each in found.checks if (each.kind, each.what) == ("near", "figures")]
    assert (check.threshold, check.holds, found.comparison.kind) == (0, True, "near")


@given(WORDS, WORDS, WORDS)
def test_the_checks_give_the_verdict(left: list[str], right: list[str], both: list[str]) -> None:
    """The first kind whose conditions all hold is the one that `compare` finds."""
    a, b = " ".join([*left, *both]), " ".join([*both, *right])
    found = gather(a, b)
    assert found.comparison == compare(profile(a), profile(b))
    kinds = [
        kind
        for kind in ("exact", "near", "contains")
        if all(check.holds for check in found.checks if check.kind == kind)
    ]
    assert found.comparison.kind == (kinds[0] if kinds else None)
