"""Where a text has what a search asked for: single words, and phrases as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

# Number of the part of the query, how many words it has, and which of them this is, from 1.
Part = tuple[int, int, int]
# A word with the characters `[start, stop)` of its place.
Place = tuple[str, int, int]


def parts(rows: Iterable[tuple[str, int, int, int]]) -> dict[str, frozenset[Part]]:
    """Gather the parts of a query by word, from rows of a word and a part."""
    gathered: dict[str, set[Part]] = defaultdict(set)
    for word, *part in rows:
        gathered[word].add((part[0], part[1], part[2]))
    return {word: frozenset(mine) for word, mine in gathered.items()}


def found(places: Sequence[Place], wanted: Mapping[str, frozenset[Part]]) -> list[Place]:
    """Return those of a text's words that answer the query, in order: words of a phrase where it is whole."""
    marked = {
        at + after
        for at, (word, _, _) in enumerate(places)
        for number, slots, slot in wanted.get(word, ())
        if slot == 1 and all(_stands(places, wanted, at + i, (number, slots, i + 1)) for i in range(1, slots))
        for after in range(slots)
    }
    return [places[at] for at in sorted(marked)]


def _stands(places: Sequence[Place], wanted: Mapping[str, frozenset[Part]], at: int, part: Part) -> bool:
    return at < len(places) and part in wanted.get(places[at][0], ())
