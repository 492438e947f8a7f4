"""Whether two figures of one thing can both be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.telling.agreement import agree
from ingest.telling.figures import Figure, figures


def _figure(words: str) -> Figure:
    (figure,) = figures(words)
    return figure


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("18 soldiers", "eighteen soldiers"),
        ("nearly 200 soldiers", "almost 200 soldiers"),
        ("nearly 200 soldiers", "190 soldiers"),
        ("over 200 soldiers", "213 soldiers"),
        ("at least 18 soldiers", "20 soldiers"),
        ("about 1,200 soldiers", "1,213 soldiers"),
        ("1,200 soldiers", "1,213 soldiers"),
        ("5.4 miles", "5 miles"),
        ("between 40 and 50 soldiers", "45 soldiers"),
        ("40 miles", "64 kilometres"),
        ("2,000 feet", "600 metres"),
    ],
)
def test_figures_that_agree(a: str, b: str) -> None:
    """Qualifiers, rounding, ranges and other units leave room for both, in either order."""
    assert agree(_figure(a), _figure(b))
    assert agree(_figure(b), _figure(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("18 soldiers", "20 soldiers"),
        ("over 200 soldiers", "nearly 200 soldiers"),
        ("over 200 soldiers", "150 soldiers"),
        ("about 1,200 soldiers", "2,000 soldiers"),
        ("between 40 and 50 soldiers", "60 soldiers"),
        ("40 miles", "four miles"),
        ("40 miles", "100 kilometres"),
        ("magnitude 6.1", "magnitude 6.2"),
        ("40 miles", "40 soldiers"),
    ],
)
def test_figures_that_do_not_agree(a: str, b: str) -> None:
    """What no qualifier and no rounding explains is a difference, in either order."""
    assert not agree(_figure(a), _figure(b))
    assert not agree(_figure(b), _figure(a))


@given(st.floats(min_value=0.01, max_value=1e12), st.floats(min_value=0.01, max_value=1e12))
def test_agreement_does_not_depend_on_the_order(x: float, y: float) -> None:
    """Whichever figure comes first, the answer is the same, and every figure agrees with itself."""
    a, b = (Figure(v, v, "exact", "count", "soldier", "", 0, 1) for v in (x, y))
    assert agree(a, b) == agree(b, a)
    assert agree(a, a)
