"""The verdict on two documents in a sentence."""

from __future__ import annotations

from uuid import UUID

from flows.comparison import verdict
from ingest.fingerprint.compare import compare
from ingest.fingerprint.passage import shared_passages
from ingest.fingerprint.profile import profile
from warehouse.stored import Explanation, StoredDocument

STORY = " ".join(
    f"The {n} boat came home to harbour {n} before the storm." for n in ("first", "second", "third", "last")
)
REPORT = (
    "The exchange in Aldersea closed {} points higher on Friday, as buyers came back to the shares of shipping "
    "companies and of the makers of rope, nets and sails. The index of the smaller companies gained {} points, "
    "while the price of herring in barrels stood at {} crowns by the evening bell. Brokers said that the mood "
    "was calm, and that nobody expected the harbour board to change its fees before the autumn. Around {} people "
    "followed the trading from the gallery, among them a class of pupils from the school of navigation."
)


def document(number: int, text: str, group: str = "") -> StoredDocument:
    fields = {"title": "A title", "site": None, "source_uri": f"{number}.txt"}
    return StoredDocument(
        UUID(int=number), fields, text, text, [], [], [], [], {"copy_id": group or str(number)}
    )


def explained(a: str, b: str, group: str = "") -> str:
    found = compare(profile(a), profile(b))
    return verdict(Explanation(document(1, a, group), document(2, b, group), found, shared_passages(a, b)))


def test_each_relation_has_its_sentence() -> None:
    """Exact, near and contained copies are told apart, with the score that made them so."""
    assert "exact copies" in explained(STORY, STORY.upper())
    assert "near-duplicates" in explained(STORY, f"{STORY} All slept well.")
    more = " ".join(
        f"Afterwards the keeper wrote page {word} of his log." for word in "a b c d e f g h".split()
    )
    assert "stands in the longer one" in explained(STORY, f"{STORY} {more}")


def test_a_template_with_other_figures_is_told_as_such() -> None:
    """Where the sentences agree and the figures do not, the verdict names the figures."""
    monday, tuesday = REPORT.format(12, 34, 56, 78), REPORT.format(21, 43, 65, 87)
    assert "share their sentences, but not their figures" in explained(monday, tuesday)


def test_short_texts_are_not_called_contained() -> None:
    """A sentence that stands in a longer text is too short to be called a copy of it."""
    short = "The first boat came home to harbour first before the storm."
    assert "11 words" in explained(short, STORY)


def test_a_group_over_others_is_mentioned() -> None:
    """Two documents may be in one group without being related themselves."""
    other = "Nothing in this sentence was ever printed by any other paper on the coast."
    assert "one group of copies" in explained(STORY, other, group="g")
    assert "one group of copies" not in explained(STORY, other)
