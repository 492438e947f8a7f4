"""Which document stands for a group of copies: policies, and the sentence that says what decided. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ingest.errors import UsageError
from ingest.fingerprint.thresholds import USUAL, Thresholds

EARLIEST, LONGEST, PREFER = "earliest", "longest", "prefer:"
LATER_THAN_ALL = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Member:
    """A document as grouping sees it. `content_no` is None for a text that matches nothing.

    `thresholds` are those of its source.
    """

    doc_id: UUID
    content_no: int | None
    published_at: datetime | None
    length: int
    place: str
    site: str | None = None
    source: str | None = None
    thresholds: Thresholds = USUAL


Rank = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """How documents are ranked. `preferred` names sites or collections, the best first.

    After these come the earliest publication and the greatest length, the other way round with
    `longest`, and a fixed order in the end.
    """

    longest: bool = False
    preferred: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.preferred:
            return PREFER + ",".join(self.preferred)
        return LONGEST if self.longest else EARLIEST

    def rank(self, member: Member) -> Rank:
        """Return the rank of a document; the canonical one has the lowest."""
        return (*(key(self, member) for key, _, _ in self._criteria), member.place, member.doc_id.bytes)

    def why(self, members: Sequence[Member]) -> str:
        """Say in a sentence why the first of `members`, in the order of their rank, stands for all."""
        if len(members) == 1:
            return "It has no copies."
        first, second = members[:2]
        ties: list[str] = []
        for key, told, tie in self._criteria:
            if key(self, first) != key(self, second):
                return _sentence([*ties, told(self, first)])
            ties.append(tie(self, first))
        return _sentence([*(each for each in ties if each != _AS_LONG), self._last()])

    def choice(self, member: Member) -> int:
        """Return the place of a document's site or collection among the preferred ones, from 0."""
        names = {each.casefold() for each in (member.site, member.source) if each}
        return next((n for n, name in enumerate(self.preferred) if name in names), len(self.preferred))

    @property
    def _criteria(self) -> Sequence[_Criterion]:
        by = [_BY_LENGTH, _BY_DATE] if self.longest else [_BY_DATE, _BY_LENGTH]
        return [_BY_CHOICE, *by] if self.preferred else by

    def _last(self) -> str:
        which = "its address" if self.longest else "of the longest ones its address"
        return f"{which} comes first in the alphabet"


def parse(text: str) -> Policy:
    """Read a policy as users write it: earliest, longest, or prefer:NAME,NAME,… Raises UsageError."""
    if text in (EARLIEST, LONGEST):
        return Policy(longest=text == LONGEST)
    kind, _, rest = text.partition(":")
    names = [name.strip().casefold().removeprefix("www.") for name in rest.split(",")]
    if f"{kind}:" == PREFER and all(names):
        return Policy(preferred=tuple(dict.fromkeys(names)))
    raise UsageError(
        f"There is no policy {text!r}; choose earliest, longest, "
        "or sites and collections in order, such as prefer:wire.example,herald.example."
    )


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _chosen(policy: Policy, member: Member) -> str:
    number = policy.choice(member)
    return f"it comes from {policy.preferred[number]}, number {number + 1} of the preferred ones"


def _as_chosen(policy: Policy, member: Member) -> str:
    if policy.choice(member) == len(policy.preferred):
        return "none comes from a preferred place"
    return "it shares the most preferred place"


def _first(policy: Policy, member: Member) -> str:
    assert member.published_at is not None
    return f"it was published first, on {member.published_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _as_early(policy: Policy, member: Member) -> str:
    return "nobody's date is known" if member.published_at is None else "it shares the earliest date"


def _longest(policy: Policy, member: Member) -> str:
    return f"it is the longest, with {member.length} characters"


_AS_LONG = "none is longer"
_Criterion = tuple[
    Callable[[Policy, Member], Any], Callable[[Policy, Member], str], Callable[[Policy, Member], str]
]
_BY_CHOICE: _Criterion = (Policy.choice, _chosen, _as_chosen)
_BY_DATE: _Criterion = (lambda policy, member: member.published_at or LATER_THAN_ALL, _first, _as_early)
_BY_LENGTH: _Criterion = (
    lambda policy, member: -member.length,
    _longest,
    lambda policy, member: _AS_LONG,
)
