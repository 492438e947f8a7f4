import pytest

from ingest.telling.rarity import floor_level, level, size_level, zipf


def test_common_words_are_common() -> None:
    """The table knows everyday words, their forms, and those of other languages."""
    assert zipf("the") > 7
    assert zipf("government") > zipf("ferries") > zipf("marigold") >= zipf("qxzvlorp")
    assert zipf("regierung") > 3


@pytest.mark.parametrize(("holders", "expected"), [(0, 0), (3, 0), (4, 1), (15, 1), (16, 2), (10**9, 7)])
def test_level(holders: int, expected: int) -> None:
    """A level up is four times as many texts."""
    assert level(holders) == expected


def test_floor_is_higher_for_common_words() -> None:
    """A common word is common in the smallest warehouse, a rare one is not."""
    assert floor_level(zipf("the")) > floor_level(zipf("government")) > floor_level(zipf("marigold")) == 0


@pytest.mark.parametrize(
    ("documents", "expected"),
    [(0, -1), (255, -1), (256, 0), (1023, 0), (1024, 1), (4096, 2), (100_000, 4), (10**9, 5)],
)
def test_size_level(documents: int, expected: int) -> None:
    """The size of a warehouse goes in steps of four."""
    assert size_level(documents) == expected
