"""The weakest link of a group, and the bridge of a large one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from ingest.fingerprint.compare import Comparison
from warehouse.bridge import LARGE, bridge, texts, weakest
from warehouse.describe import page
from warehouse.grouping import Group, Neighbours, Verdicts, group, neighbours
from warehouse.policy import Member, Policy

HOW = Path(__file__).parents[2] / "docs" / "how-it-works.md"
SIZE = LARGE + 5


def member(number: int, content: int | None = None) -> Member:
    published_at = datetime(2026, 3, 1, number // 60, number % 60, tzinfo=UTC)
    return Member(UUID(int=number), number if content is None else content, published_at, 9, f"{number}")


def near(pairs: Iterable[tuple[int, int]], score: float = 0.8) -> Neighbours:
    return neighbours((a, b, Comparison("near", score, 0.9)) for a, b in pairs)


def bridged(found: Group, pairs: Neighbours, verdicts: Verdicts | None = None) -> tuple[int, int] | None:
    span = bridge(found, pairs, verdicts or Verdicts(), Policy())
    return (span.doc_id.int, span.holds) if span else None


def test_the_weakest_link_has_the_lowest_score() -> None:
    """Of several equally weak ones the one with the lowest Jaccard is named."""
    pairs = neighbours(
        [
            (1, 5, Comparison("contains", 0.6, 0.75, True)),
            (1, 2, Comparison("near", 0.9, 0.9)),
            (1, 3, Comparison("contains", 0.3, 0.75, True)),
            (1, 4, Comparison("near", 0.75, 0.8)),
        ]
    )
    [found] = group([member(n) for n in (5, 4, 3, 2, 1)], pairs)
    doc_id, hold = weakest(found)
    assert (doc_id.int, hold.doc_id.int, hold.scores.kind) == (3, 1, "contains")


def test_what_a_person_linked_is_no_weak_link() -> None:
    """A group that verdicts alone hold has no weakest link."""
    a, b = UUID(int=1), UUID(int=2)
    [found] = group([member(1), member(2)], {}, Verdicts(linked={a: {b}, b: {a}}))
    assert weakest(found) is None


def test_a_page_that_holds_many_articles_is_a_bridge() -> None:
    """Without it the articles have nothing to do with each other: all but one fall off."""
    pairs = near((0, n) for n in range(1, SIZE))
    [found] = group([member(n) for n in range(SIZE)], pairs)
    assert bridged(found, pairs) == (0, SIZE - 2)


def test_its_text_at_a_second_place_is_no_other_bridge() -> None:
    """What the bridge holds is asked without its text, wherever that stands."""
    pairs = near((0, n) for n in range(1, SIZE))
    [found] = group([*(member(n) for n in range(SIZE)), member(SIZE, content=0)], pairs)
    assert (len(found.members), texts(found)) == (SIZE + 1, SIZE)
    assert bridged(found, pairs) == (0, SIZE - 2)


def test_copies_of_each_other_need_no_bridge() -> None:
    """A large group in which everyone is a copy of everyone else holds without any single one."""
    pairs = near((a, b) for b in range(SIZE) for a in range(b))
    [found] = group([member(n) for n in range(SIZE)], pairs)
    assert bridged(found, pairs) == (0, 0)


def test_a_linked_document_can_be_the_bridge() -> None:
    """Where most are there through a document that an analyst linked, it is the one that is named."""
    a, b = UUID(int=0), UUID(int=2)
    said = Verdicts(linked={a: {b}, b: {a}})
    pairs = near([(0, 1), *((2, n) for n in range(3, SIZE))])
    [found] = group([member(n) for n in range(SIZE)], pairs, said)
    assert bridged(found, pairs, said) == (2, SIZE - 3)


def test_a_small_group_is_not_asked() -> None:
    """Up to the limit there is no bridge to tell of."""
    pairs = near((0, n) for n in range(1, LARGE))
    [found] = group([member(n) for n in range(LARGE)], pairs)
    assert texts(found) == LARGE
    assert bridged(found, pairs) is None


def test_the_limit_is_described() -> None:
    """The database and the page about it name the limit that is in force."""
    assert f"more than {LARGE} different texts" in page()
    assert f"of more than {LARGE} different texts" in HOW.read_text("utf-8")
