"""The verdict on two documents in a sentence."""

from __future__ import annotations

from explained import OTHER, REPORT, STORY, explain, explain_two, group_of, stored
from flows.comparison.verdict import verdict


def test_each_relation_has_its_sentence() -> None:
    """Exact, near and contained copies are told apart, with the score that made them so."""
    assert "exact copies" in verdict(explain(STORY, STORY.upper()))
    assert "near-duplicates" in verdict(explain(STORY, f"{STORY} All slept well."))
    more = " ".join(
        f"Afterwards the keeper wrote page {word} of his log." for word in "a b c d e f g h".split()
    )
    assert "stands in the longer one" in verdict(explain(STORY, f"{STORY} {more}"))


def test_a_template_with_other_figures_is_told_as_such() -> None:
    """Where the sentences agree and the figures do not, the verdict names the figures."""
    monday, tuesday = REPORT.format(12, 34, 56, 78), REPORT.format(21, 43, 65, 87)
    assert "share their sentences, but not their figures" in verdict(explain(monday, tuesday))
    longer = f"{tuesday} " + " ".join(f"The keeper filled page {word} of the log." for word in "abcdefghij")
    assert "stands in the longer one, but not its figures" in verdict(explain(monday, longer))


def test_short_texts_are_not_called_contained() -> None:
    """A sentence that stands in a longer text is too short to be called a copy of it."""
    short = "The first boat came home to harbour first before the storm."
    assert "11 words" in verdict(explain(short, STORY))


def test_a_text_of_signs_matches_nothing() -> None:
    """A text without letters or digits is no copy of another one without them."""
    assert "without a word" in verdict(explain("***", "* * *"))


def test_a_score_just_below_is_not_rounded_up_to_the_threshold() -> None:
    """A score that misses its threshold by little is written with the digits that show it."""
    words = [f"w{n}" for n in range(1000)]
    a, b = " ".join(words[:847]), " ".join(words[150:])
    sentence = verdict(explain(a, b))
    assert "Jaccard of 0.696 is below 0.70" in sentence or "Jaccard of 0.70 is below" not in sentence


def test_a_group_over_others_is_mentioned() -> None:
    """Two documents may be in one group without being related themselves."""
    centre = group_of(3, 3)
    joined = explain_two(stored(1, STORY, centre), stored(2, OTHER, centre), of_a=stored(3, STORY))
    assert "one group of copies" in verdict(joined)
    assert "one group of copies" not in verdict(explain(STORY, OTHER))


def test_one_document_twice_is_no_pair() -> None:
    """Two names of one document are said to be that."""
    one = stored(1, STORY)
    assert "same document" in verdict(explain_two(one, one))
