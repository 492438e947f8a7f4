"""Dates as pages print them."""

from datetime import date

import pytest

from ingest.clean.posts.dates import read_date


@pytest.mark.parametrize(
    "text",
    [
        "July 9, 2025",
        "9 July 2025",
        "Wed, 9 Jul 2025",
        "2025-07-09",
        "9.7.2025",
        "9. Juli 2025",
        "9 juillet 2025",
        "9 de julio de 2025",
        "9 de julho de 2025",
        "9 luglio 2025",
        "9 juli 2025",
        "9 lipca 2025",
        "9. července 2025",
        "9 июля 2025",
        "2025年7月9日",
        "2025년 7월 9일",
    ],
)
def test_many_languages(text: str) -> None:
    """The same day in each spelling."""
    assert read_date(text) == date(2025, 7, 9)


@pytest.mark.parametrize(
    "text", ["", "July", "July 2025", "32 July 2025", "31.2.2025", "4.2 C", "9 Apples 2025"]
)
def test_no_date(text: str) -> None:
    """What is no full, possible date gives None."""
    assert read_date(text) is None
