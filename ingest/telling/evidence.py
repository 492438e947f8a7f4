"""What two tellings of one story have in common, for a person to see: with its places in both texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from ingest.telling.citations import citations
from ingest.telling.figures import Figure, figures
from ingest.telling.model import Shared, StoryComparison
from ingest.telling.names import shared_names
from ingest.telling.outlets import fold_outlet
from ingest.telling.quotes import Quote
from ingest.telling.shared_quotes import quoted, shared_quotes

EvidenceKind = Literal["quote", "cited_outlet", "figure", "name", "place", "date"]

# Every text counts one, two or three of something.
_FEWEST_COUNTED = 4
_MOST_NAMES, _MOST_PLACES, _MOST_DATES = 8, 4, 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that two texts share: `[start_a, stop_a)` in the one says the same as `[start_b, stop_b)`
    in the other.

    `said` is how a sentence puts it; of a quotation, who is quoted, or its first words.
    """

    kind: EvidenceKind
    said: str
    start_a: int
    stop_a: int
    start_b: int
    stop_b: int


def evidence(text_a: str, text_b: str, comparison: StoryComparison) -> tuple[Evidence, ...]:
    """Return what two clean texts share: quotations, cited outlets, figures, names, places and dates, in
    this order.

    `comparison` is that of their tellings; its heaviest terms come first among names and places.
    """
    outlets = [*_outlets(text_a, text_b)]
    cited = {fold_outlet(each.said) for each in outlets}
    names = (name for name in shared_names(text_a, text_b, comparison) if fold_outlet(name[0]) not in cited)
    return (
        *_quotes(text_a, text_b),
        *outlets,
        *_figures(text_a, text_b),
        *(Evidence("name", *name) for name in islice(names, _MOST_NAMES)),
        *_terms(text_a, comparison, "place", _MOST_PLACES),
        *_terms(text_a, comparison, "date", _MOST_DATES),
    )


def _quotes(text_a: str, text_b: str) -> Iterator[Evidence]:
    for mine, theirs in shared_quotes(quoted(text_a), quoted(text_b)):
        said = _speaker(text_a, mine) or _speaker(text_b, theirs) or _opening(text_a, mine)
        yield Evidence("quote", said, mine.start, mine.stop, theirs.start, theirs.stop)


def _speaker(text: str, quote: Quote) -> str | None:
    """Return who is quoted, with the age that the text gives: `Mara Lind, 41`."""
    if quote.speaker is None:
        return None
    surname = quote.speaker.split()[-1]
    ages = (each for each in figures(text) if each.kind == "age" and surname in text[each.start : each.stop])
    age = next(ages, None)
    return f"{quote.speaker}, {age.value:g}" if age else quote.speaker


def _opening(text: str, quote: Quote) -> str:
    words = text[quote.start : quote.stop].split()
    return f"“{' '.join(words[:6])}{' …' if len(words) > 6 else ''}”"


def _outlets(text_a: str, text_b: str) -> Iterator[Evidence]:
    theirs = {fold_outlet(each.outlet): each for each in reversed(citations(text_b))}
    mine = {fold_outlet(each.outlet): each for each in reversed(citations(text_a))}
    for outlet, each in sorted(mine.items(), key=lambda item: item[1].start):
        if outlet in theirs:
            other = theirs[outlet]
            places = (each.name_start, each.name_stop, other.name_start, other.name_stop)
            yield Evidence("cited_outlet", each.outlet, *places)


def _figures(text_a: str, text_b: str) -> Iterator[Evidence]:
    theirs = {_thing(figure): figure for figure in reversed(figures(text_b))}
    mine = {_thing(figure): figure for figure in reversed(figures(text_a))}
    for thing, figure in sorted(mine.items(), key=lambda item: item[1].start):
        if thing in theirs and figure.kind != "age" and figure.value >= _FEWEST_COUNTED:
            other = theirs[thing]
            said = text_a[figure.start : figure.stop]
            yield Evidence("figure", said, figure.start, figure.stop, other.start, other.stop)


def _thing(figure: Figure) -> tuple[str, str, float, float]:
    return figure.kind, figure.counted, figure.value, figure.high


def _terms(text: str, comparison: StoryComparison, kind: EvidenceKind, most: int) -> Iterator[Evidence]:
    found: list[Shared] = [each for each in comparison.shared if each.kind == kind]
    for each in [each for each in found if min(each.start_a, each.start_b) >= 0][:most]:
        said = text[each.start_a : each.stop_a]
        yield Evidence(kind, said, each.start_a, each.stop_a, each.start_b, each.stop_b)
