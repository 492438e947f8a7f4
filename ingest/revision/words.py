"""Two versions of a text as one: the words that stayed, that went and that came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Literal, NamedTuple

import numpy as np

from ingest.fingerprint.normalise import UNSPACED
from ingest.fingerprint.runs import shared_runs
from ingest.fingerprint.wordmatch import matching

Mark = Literal["same", "removed", "added"]
# Runs of so many equal words are looked for at any distance, shorter ones only near them.
_PASSAGE = 8
# Words of context that `marked` leaves on either side of a change.
_CONTEXT = 8
_UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)
_LETTER = f"[^\\W{_UNSPACED}]"
# A word with the signs inside it (1,213 and Chan-il), a character of a script without spaces, or a sign.
_TOKEN = re.compile(f"{_LETTER}+(?:[.,'’‑-]{_LETTER}+)*|\\S")
_IS_WORD = re.compile(r"\w")
_SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


class Piece(NamedTuple):
    """A stretch of successive words with one mark, and the white space before and between them."""

    mark: Mark
    space: str
    text: str
    words: int


class _Word(NamedTuple):
    mark: Mark
    space: str
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """Return the pieces that make `new` out of `old`, in the order of `new`.

    What is removed stands before what is added in its place. The pieces that are not removed, each with
    its white space before it, are `new` up to white space at its end. White space alone is no change.
    Words are aligned by the heaviest chain of passages of eight words, and by difflib between them.
    """
    a, b = list(_tokens(old)), list(_tokens(new))
    numbers: dict[str, int] = {}
    sides = [
        np.array([numbers.setdefault(text, len(numbers)) for _, text in side], np.uint64) for side in (a, b)
    ]
    partners = matching(sides[0], sides[1], shared_runs(sides[0], sides[1], _PASSAGE))
    grouped = groupby(_merged(a, b, partners), key=lambda word: word.mark)
    return [_piece(mark, list(words)) for mark, words in grouped]


def count(pieces: Iterable[Piece], mark: Mark) -> int:
    """Return how many words have a mark; signs between words do not count."""
    return sum(piece.words for piece in pieces if piece.mark == mark)


def marked(pieces: Sequence[Piece]) -> str:
    """Return the changes in one line each: `… words before [-old-]{+new+} words after …`.

    Changes with few words between them share a line. Without a change the answer is empty.
    """
    parts: list[str] = []
    for number, piece in enumerate(pieces):
        text = " ".join(piece.text.split())
        if piece.mark == "same":
            text = _context(text.split(" "), first=number == 0, last=number == len(pieces) - 1)
        instead = piece.mark == "added" and number > 0 and pieces[number - 1].mark == "removed"
        parts += [" " if piece.space and not instead else "", _SIGNS[piece.mark].format(text)]
    told = "".join(parts) if any(piece.mark != "same" for piece in pieces) else ""
    return told.strip()


def _context(words: list[str], *, first: bool, last: bool) -> str:
    """Return the words around changes; what lies far from any is left out."""
    before = [] if first else words[:_CONTEXT]
    after = [] if last else words[-_CONTEXT:]
    if len(before) + len(after) >= len(words):
        return " ".join(words)
    if first or last:
        return " ".join(["…", *after] if first else [*before, "…"])
    return f"{' '.join(before)} …\n… {' '.join(after)}"


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield every token with the white space before it."""
    end = 0
    for found in _TOKEN.finditer(text):
        yield text[end : found.start()], found[0]
        end = found.end()


def _merged(
    a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]], partners: dict[int, int]
) -> Iterator[_Word]:
    at_a = at_b = 0
    for i, j in chain(partners.items(), [(len(a), len(b))]):
        yield from (_Word("removed", *token) for token in a[at_a:i])
        yield from (_Word("added", *token) for token in b[at_b:j])
        if j < len(b):
            yield _Word("same", *b[j])
        at_a, at_b = i + 1, j + 1


def _piece(mark: Mark, words: Sequence[_Word]) -> Piece:
    text = words[0].text + "".join(word.space + word.text for word in words[1:])
    return Piece(mark, words[0].space, text, sum(bool(_IS_WORD.search(word.text)) for word in words))
