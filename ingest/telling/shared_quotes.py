"""Quotations that two texts share, also retold or translated: by the words in them that say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.telling.content import WORD, content
from ingest.telling.quotes import Quote, quotes

# A quotation is the same, whoever translated it, when so much of the shorter one's words that say something
# stand in the other one, and so many are the same.
_QUOTED, _FEWEST_QUOTED = 0.5, 4
# Where the longer one has all such words of the shorter one, and at most twice as many, fewer will do.
_FEWEST_WHOLE, _LONGER = 3, 2


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and its words that say something, folded."""

    quote: Quote
    words: frozenset[str]


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return the quotations of a clean text in their order."""
    found = ((quote, content(WORD.findall(text, quote.start, quote.stop))) for quote in quotes(text))
    return tuple(Quoted(quote, words) for quote, words in found)


def shared_quotes(a: Sequence[Quoted], b: Sequence[Quoted]) -> Iterator[tuple[Quote, Quote]]:
    """Pair each quotation of `a` with the one of `b` that shares most of its words, if that is enough."""
    for mine in a:
        shared = [(len(mine.words & theirs.words), -number) for number, theirs in enumerate(b)]
        most, number = max(shared, default=(0, 0))
        if not most:
            continue
        theirs = b[-number]
        short, long = sorted((len(mine.words), len(theirs.words)))
        whole = most == short >= _FEWEST_WHOLE and long <= _LONGER * short
        if whole or (most >= _FEWEST_QUOTED and most >= _QUOTED * short):
            yield mine.quote, theirs.quote
