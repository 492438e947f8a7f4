"""From which scores on two texts count as copies."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.errors import UsageError

# Lower, a tenth of the pairs and more would not be met: docs/how-it-works.md has the figures.
LOWEST_NEAR, LOWEST_CONTAINS, HIGHEST = 0.5, 0.6, 1.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The Jaccard from which a pair is `near`, and the containment from which one `contains` the other."""

    near: float = 0.7
    contains: float = 0.7

    def stricter(self, other: Thresholds) -> Thresholds:
        """Return what holds for a pair of texts with thresholds of their own; the order does not matter."""
        return Thresholds(max(self.near, other.near), max(self.contains, other.contains))

    def looser(self, other: Thresholds) -> Thresholds:
        """Return what every pair reaches that counts by the one or by the other."""
        return Thresholds(min(self.near, other.near), min(self.contains, other.contains))


USUAL = Thresholds()
# What is kept of a pair is kept from here on, so that every threshold above can be applied to it later.
FLOOR = Thresholds(LOWEST_NEAR, LOWEST_CONTAINS)


def check(near: float | None, contains: float | None) -> None:
    """Raise UsageError with a sentence for a threshold that cannot be applied; None stands for none."""
    for name, value, lowest in (("near", near, LOWEST_NEAR), ("contains", contains, LOWEST_CONTAINS)):
        # Not a number is neither above nor below.
        if value is not None and not lowest <= value <= HIGHEST:
            raise UsageError(_refusal(name, value, lowest))


def _refusal(name: str, value: float, lowest: float) -> str:
    return (
        f"The threshold {name} is {value:g}; choose one from {lowest} to {HIGHEST:.0f}. "
        "Pairs of texts that share less are not all found, and not kept."
    )
