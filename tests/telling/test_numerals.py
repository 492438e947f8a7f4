"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.numerals import lower, read_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("eighteen", 18),
        ("Twenty-five people", 25),
        ("forty-mile march", 40),
        ("two hundred and fifty soldiers", 250),
        ("two million three hundred thousand", 2_300_000),
        ("two dozen", 24),
        ("1,213", 1213),
        ("1.213 Häuser", 1213),
        ("1 213 soldats", 1213),
        ("1'213", 1213),
        ("12,345,678", 12_345_678),
        ("1.213,50", 1213.5),
        ("0.125", 0.125),
        ("5.4bn", 5.4e9),
        ("5,4 Millionen", 5.4e6),
        ("3.5 billion", 3.5e9),
        ("dix-huit soldats", 18),
        ("quatre-vingt-dix-sept", 97),
        ("zweihundert Soldaten", 200),
        ("einundzwanzig", 21),
        ("dieciocho", 18),
        ("dos mil personas", 2000),
    ],
)
def test_what_a_number_is(written: str, value: float) -> None:
    """Separators of all countries, scales and the number words of four languages give the value."""
    number = read_number(lower(written), 0)
    assert number is not None
    assert number.value == value


@given(st.integers(min_value=0, max_value=10**12))
def test_separators_of_thousands(value: int) -> None:
    """A whole number is read from any of the ways to group its digits."""
    for separator in ",. ’":
        written = f"{value:,}".replace(",", separator)
        number = read_number(written, 0)
        assert number is not None
        assert (number.value, number.stop) == (value, len(written))


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    """A text in small letters is as long as the text, whatever its script."""
    assert len(lower(text)) == len(text)
