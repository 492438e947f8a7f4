"""Whether two figures of one thing can both be true: “about 1,200” and 1,213, not “over” and “nearly” 200."""

from __future__ import annotations

import math

from ingest.telling.figures import Figure

# How far a qualified figure may be from the true one, as a share of it.
_ABOUT, _OVER, _UNDER = 0.12, 0.5, 0.15
# Whole numbers from here on are rounded, by this share of them at most.
_ROUNDED, _ROUNDING = 100, 0.1
# Units that news puts the same length or weight in, each in the measure of the first.
_DIMENSIONS = (
    {"kilometre": 1.0, "mile": 1.609},
    {"metre": 1.0, "foot": 0.3048, "yard": 0.9144},
    {"centimetre": 1.0, "inch": 2.54},
    {"kilogram": 1.0, "pound weight": 0.4536},
    {"hectare": 1.0, "acre": 0.4047},
    {"km/h": 1.0, "mph": 1.609},
)


def comparable(a: str, b: str) -> float | None:
    """Return how many of `b` one of unit `a` is, 1 where they are the same, None where they differ."""
    if a == b:
        return 1.0
    for units in _DIMENSIONS:
        if a in units and b in units:
            return units[a] / units[b]
    return None


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures of one thing can both be true. Those in different units are taken roughly."""
    factor = comparable(a.counted, b.counted)
    if factor is None:
        return False
    if factor != 1:
        low, high = sorted((a.value * factor, b.value))
        return high <= low * (1 + 2 * _ABOUT)
    if a.value == b.value and a.high == b.high:
        return {a.qualifier, b.qualifier} != {"over", "under"}
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return (low_a <= high_b and low_b <= high_a) or _rounded(a, b)


def _bounds(figure: Figure) -> tuple[float, float]:
    low, high = figure.value, figure.high
    if figure.qualifier == "about":
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    if figure.qualifier == "over":
        return low, high * (1 + _OVER)
    if figure.qualifier == "under":
        return low * (1 - _UNDER), high
    return low, high


def _rounded(a: Figure, b: Figure) -> bool:
    """Whether one is the other with fewer digits: 1,213 and 1,200, 5.4 and 5, but not 18 and 20."""
    rough, fine = sorted((a.value, b.value), key=_digits)
    if rough <= 0 or _digits(rough) == _digits(fine) or (fine.is_integer() and fine < _ROUNDED):
        return False
    step = 10.0 ** (math.floor(math.log10(rough)) - _digits(rough) + 1)
    return abs(rough - fine) < min(step, rough * _ROUNDING)


def _digits(value: float) -> int:
    """Return how many significant digits a number has, its closing zeros not counted."""
    return len(f"{value:.9e}".split("e")[0].replace(".", "").rstrip("0")) or 1
