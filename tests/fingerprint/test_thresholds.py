"""The thresholds of a comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UsageError
from ingest.fingerprint.compare import compare
from ingest.fingerprint.profile import profile
from ingest.fingerprint.thresholds import FLOOR, Thresholds, check

WORDS = [f"{first}{last}" for first in ("har", "ves", "tol") for last in "abcdefghij"]
NEAR = st.floats(FLOOR.near, 1.0)
CONTAINS = st.floats(FLOOR.contains, 1.0)
THRESHOLDS = st.builds(Thresholds, NEAR, CONTAINS)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text with figures, and the same one with words replaced and cut off."""
    one = [*WORDS[: draw(st.integers(10, 30))], *draw(st.sampled_from([[], ["1", "2"], ["7", "8", "9"]]))]
    other = list(one[: draw(st.integers(5, len(one)))])
    for at in draw(st.lists(st.integers(0, len(other) - 1), max_size=3)):
        other[at] = draw(st.sampled_from(["other", "3", "Lund"]))
    return " ".join(one), " ".join(other)


@given(pairs(), THRESHOLDS)
def test_what_is_kept_from_the_floor_on_is_enough(texts: tuple[str, str], thresholds: Thresholds) -> None:
    """A comparison by the lowest thresholds knows what the pair is by any others."""
    one, other = map(profile, texts)
    kept, asked = compare(one, other, FLOOR).under(thresholds), compare(one, other, thresholds)
    assert (kept.kind, kept.jaccard, kept.containment) == (asked.kind, asked.jaccard, asked.containment)


@given(THRESHOLDS, THRESHOLDS)
def test_the_stricter_of_two(one: Thresholds, other: Thresholds) -> None:
    """Both have to be reached, whichever comes first; the looser ones are reached by each of them."""
    strict = one.stricter(other)
    assert strict == other.stricter(one) == strict.stricter(one)
    assert strict.near >= one.near >= one.looser(other).near
    assert strict.contains >= other.contains >= one.looser(other).contains


@pytest.mark.parametrize("values", [(None, None), (0.5, 0.6), (1, 1), (None, 0.75)])
def test_thresholds_that_can_be_applied(values: tuple[float | None, float | None]) -> None:
    """From the floor to 1, or none."""
    check(*values)


@pytest.mark.parametrize(
    ("near", "contains", "said"), [(0.49, None, "near is 0.49"), (0.8, 0.5, "contains is 0.5")]
)
def test_thresholds_that_cannot(near: float, contains: float | None, said: str) -> None:
    """What is below says which one, from where on, and why."""
    with pytest.raises(UsageError, match=f"{said}; choose one from .* not all found"):
        check(near, contains)
