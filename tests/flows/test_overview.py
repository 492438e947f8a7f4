"""Sizes and times for people."""

from __future__ import annotations

import pytest

from flows.overview import size


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (4_468_736, "4.5 MB"),
        (2 * 10**9, "2.0 GB"),
        (10**16, "10000.0 TB"),
    ],
)
def test_sizes_have_a_unit(number: int, expected: str) -> None:
    """Bytes are told in the unit that a person would choose."""
    assert size(number) == expected
