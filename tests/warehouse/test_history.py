"""Which version of a document is current."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

from builders import make_document
from warehouse.history import History, take_in

URL = "https://bugle.example/quay"


def test_first_same_and_changed() -> None:
    """A document is added, then unchanged, then updated as a new version."""
    history = History()
    first, changed = make_document("a.txt", "one"), make_document("a.txt", "two")
    assert history.see(first) == ("added", 1)
    assert history.see(first) == ("unchanged", None)
    assert history.see(changed) == ("updated", 2)
    assert history.head().revision == 2
    assert history.versions[history.head().number - 1].length == 3


def test_going_back_is_a_version_too() -> None:
    """A text that returns to an earlier wording is a third version, and it is the current one."""
    history = History()
    for text in ("one", "other", "one"):
        history.see(make_document("a.txt", text))
    assert (history.head().number, history.head().revision) == (3, 3)


def test_the_same_version_at_two_places() -> None:
    """A document found at a second place is no new version, and the first place in order names it."""
    history = History()
    history.see(make_document("b.txt", "one", url=URL))
    assert history.see(make_document("a.txt", "one", url=URL)) == ("updated", None)
    assert history.head().source_uri == "a.txt"
    assert history.head().revision == 1


def test_order_of_arrival_does_not_matter() -> None:
    """Versions of one document at several places end with the same current one in every order."""
    noon, evening = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 3, 1, 20, tzinfo=UTC)
    documents = [
        make_document("a.txt", "as it was at noon", url=URL, modified_at=noon),
        make_document("b.txt", "as it was in the evening", url=URL, modified_at=evening),
        make_document("c.txt", "a version without any date", url=URL),
        make_document("d.txt", "as it was in the evening", url=URL, modified_at=evening),
    ]
    ends = set()
    for order in permutations(documents):
        histories: dict = {}
        take_in(histories, order)
        [history] = histories.values()
        head = history.head()
        ends.add((history.versions[head.number - 1].version_hash, head.revision, head.source_uri))
    assert ends == {(documents[1].version_hash, 3, "b.txt")}


def test_of_the_bytes_of_one_version_the_smallest_hash_is_kept() -> None:
    """The same version as other bytes is written anew where these come first by hash, within a batch too."""
    made = make_document("a.txt", "one", url=URL)
    first, second, third = (replace(made, raw_hash=digit * 64) for digit in "abc")
    histories: dict = {}
    earlier = take_in(histories, [third])
    assert [d.raw_hash[0] for _, d in earlier.written] == ["c"]
    later = take_in(histories, [second, first, third])
    assert not later.added
    assert {key: d.raw_hash[0] for key, d in later.replaced.items()} == {(made.doc_id, 1): "a"}
    at_once = take_in({}, [second, third, first])
    assert {key: d.raw_hash[0] for key, d in at_once.added.items()} == {(made.doc_id, 1): "a"}
    assert not at_once.replaced
