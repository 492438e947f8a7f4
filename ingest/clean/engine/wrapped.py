"""Texts that were broken into lines of one width, as in mail: where a line ends there means nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, pairwise

# A line: half-open span in characters, and the number of line breaks before it.
Span = tuple[int, int, int]

_NARROWEST, _WIDEST = 24, 132
# So many lines must be full, and so many of those that have another one right below them.
_FULL_LINES = 3
_FULL_SHARE = 0.6
# So many of the full lines break off in the middle of a sentence; paragraphs of one length do not.
_OPEN_SHARE = 0.5
_SENTENCE_END = frozenset('.!?…"”»:。！？')


def unwrap(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Join the lines of paragraphs that were wrapped at one width; other texts keep their lines.

    A line was broken for its width where the first word of the next one would not have fitted into it.
    """
    width = max([stop - start for start, stop, _ in spans], default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return spans
    full = [_is_full(text, above, below, width) for above, below in pairwise(spans)]
    tight = sum(gap == 1 for _, _, gap in spans[1:])
    if sum(full) < _FULL_LINES or sum(full) < _FULL_SHARE * tight:
        return spans
    breaks_off = [text[stop - 1] not in _SENTENCE_END for _, stop, _ in compress(spans, full)]
    if sum(breaks_off) < _OPEN_SHARE * len(breaks_off):
        return spans
    joined = list(spans[:1])
    for span, continues in zip(spans[1:], full, strict=True):
        if continues:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2])
        else:
            joined.append(span)
    return joined


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    start, stop, gap = below
    if gap > 1:
        return False
    first_word = text[start:stop].split(maxsplit=1)[0]
    return above[1] - above[0] + 1 + len(first_word) > width
