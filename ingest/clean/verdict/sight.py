"""One reading of a text's lines, from which everything about them is measured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ingest.clean.verdict.cues import Cues, count_cues, split_words
from ingest.clean.verdict.patterns import CLOSERS, SENTENCE_ENDS, count_words

# Longer lines are paragraphs: no phrase is looked up in them.
CUE_WORDS = 90
_NOTHING = Cues()
_TELLING_WORDS = 40
_TELLING_SHARE = 12
_SAYING_SHARE = 4


class Seen:
    """A line as the model reads it.

    `words` counts its words; `closed` says whether it ends like a sentence; `prose` marks a paragraph:
    at least 12 words and closed, or at least 45.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.words = count_words(text)
        self.closed = text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)
        self.prose = (self.closed and self.words >= 12) or self.words >= 45
        self.long = self.words > CUE_WORDS

    @cached_property
    def tokens(self) -> list[str]:
        """The line's words in lower case."""
        return split_words(self.low)

    @cached_property
    def cues(self) -> Cues:
        """The known phrases in the line; none are looked up in a long one."""
        return _NOTHING if self.long else count_cues(self.low, self.tokens)

    @cached_property
    def tells(self) -> bool:
        """Whether a firm phrase makes up a good part of the line."""
        if self.words > _TELLING_WORDS or not any(self.cues.firm):
            return False
        return self.cues.covered * _TELLING_SHARE >= self.words

    @property
    def says_so(self) -> bool:
        """Whether firm phrases make up a quarter of the line or more."""
        return self.tells and self.cues.covered * _SAYING_SHARE >= self.words


def see(lines: Sequence[str]) -> list[Seen]:
    """Read `lines`, none of them blank."""
    return [Seen(line.strip()) for line in lines]
