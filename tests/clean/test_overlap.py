"""Who owns what several rules claim."""

from ingest.clean.engine.overlap import PRIORITY, settle
from ingest.clean.engine.rule import Found
from ingest.model import KINDS


def test_every_kind_has_a_rank() -> None:
    """No kind is missing from the order."""
    assert sorted(PRIORITY) == sorted(KINDS)


def test_the_first_kind_owns_the_shared_part() -> None:
    """A credit in a rail stays a credit; the rail keeps the rest."""
    rail = Found(0, 30, "related", "rail", "Because.", certain=False)
    credit = Found(10, 20, "credit", "photo", "Because.")
    assert settle([rail, credit]) == [(0, 10, rail), (10, 20, credit), (20, 30, rail)]


def test_the_order_of_findings_does_not_matter() -> None:
    """The same spans come out whatever rule ran first."""
    one = Found(0, 12, "widget", "one", "Because.")
    two = Found(5, 20, "widget", "two", "Because.")
    assert settle([one, two]) == settle([two, one]) == [(0, 5, one), (5, 20, two)]
