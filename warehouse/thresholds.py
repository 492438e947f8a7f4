"""From which scores on documents count as copies: a warehouse's thresholds and its sources' own. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce

from ingest.fingerprint.thresholds import USUAL, Thresholds, check


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody set; None leaves open what else holds."""

    near: float | None = None
    contains: float | None = None

    def over(self, thresholds: Thresholds) -> Thresholds:
        """Return thresholds with what was set in place of what else holds."""
        return Thresholds(
            thresholds.near if self.near is None else self.near,
            thresholds.contains if self.contains is None else self.contains,
        )

    def checked(self) -> Choice:
        """Return the choice itself. Raises UsageError for a threshold that cannot be applied."""
        check(self.near, self.contains)
        return self


@dataclass(frozen=True, slots=True)
class SourceThresholds:
    """What holds for a whole warehouse, and what single sources (collections) have of their own."""

    default: Thresholds = USUAL
    own: Mapping[str, Choice] = field(default_factory=dict)

    def of(self, source: str | None) -> Thresholds:
        """Return what holds for the documents of a source."""
        return self.own.get(source or "", Choice()).over(self.default)

    def between(self, source: str | None, other: str | None) -> Thresholds:
        """Return what holds for a pair: each threshold as strict as the stricter of both sources has it."""
        return self.of(source).stricter(self.of(other))

    @property
    def loosest(self) -> Thresholds:
        """What every pair reaches that counts between any two sources."""
        return reduce(Thresholds.looser, map(self.of, self.own), self.default)

    def choose(self, source: str | None, choice: Choice) -> SourceThresholds:
        """Return these with a choice for a source, or for the whole warehouse; what it leaves open stays."""
        choice = choice.checked()
        if source is None:
            return SourceThresholds(choice.over(self.default), self.own)
        own = self.own.get(source, Choice())
        merged = Choice(
            own.near if choice.near is None else choice.near,
            own.contains if choice.contains is None else choice.contains,
        )
        return SourceThresholds(self.default, {**self.own, source: merged}) if merged != own else self

    def reset(self, source: str | None) -> SourceThresholds:
        """Return these without what a source has of its own, or with the usual ones for the warehouse."""
        if source is None:
            return SourceThresholds(USUAL, self.own)
        return SourceThresholds(self.default, {name: own for name, own in self.own.items() if name != source})
