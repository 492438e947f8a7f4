"""The sentences of a text with their words and names, each read when it is asked for first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from ingest.fingerprint.sentences import sentence_starts
from ingest.telling.content import WORD, content
from ingest.telling.namings import name_words


class Sentences:
    """A text's sentences, numbered from 0; an empty text has one, which is empty."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = sentence_starts(text) or [0]

    def __len__(self) -> int:
        return len(self._starts)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        return list(zip(self._starts, [*self._starts[1:], len(self.text)], strict=True))

    def number(self, place: int) -> int:
        """Return the number of the sentence that a character of the text stands in."""
        return bisect_right(self._starts, place) - 1

    def words(self, number: int) -> frozenset[str]:
        """Return the words of a sentence that say something, folded."""
        start, stop = self.spans[number]
        return content(WORD.findall(self.text, start, stop))

    @cached_property
    def names(self) -> list[frozenset[str]]:
        """The folded words of each sentence's names."""
        return name_words(self._written)

    @cached_property
    def frequency(self) -> Mapping[str, int]:
        """In how many sentences each folded word stands."""
        return Counter(chain.from_iterable(map(content, self._written)))

    @cached_property
    def _written(self) -> list[list[str]]:
        return [WORD.findall(self.text, start, stop) for start, stop in self.spans]
