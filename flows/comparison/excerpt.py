"""What of two long texts is shown on a terminal: what differs, a little around it, how much is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.summary import count
from ingest.fingerprint.alignment import Piece, Row
from ingest.fingerprint.normalise import tokens

# Characters: a longer piece of a text is shown by its beginning and its end.
_LONG, _HEAD, _TAIL = 420, 200, 120
# A cut that would split a word is moved back to the white space before it, if that is so near.
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that both texts have in common and that are not shown: how many, and their words in each."""

    rows: int
    words_a: int
    words_b: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text in two parts, the second empty unless so many words between them are left out."""

    head: str
    tail: str
    left_out: int


def excerpt(rows: Sequence[Row], a: str, b: str) -> Iterator[Row | Skipped]:
    """Yield the rows that differ, one equal row before and after, and a note for all other equal ones."""
    at = 0
    for same, group in groupby(rows, key=lambda row: row.kind == "same"):
        found = list(group)
        at += len(found)
        if not same:
            yield from found
            continue
        # At the very beginning the row before the next difference is enough, at the end that after the last.
        before = 0 if at == len(found) < len(rows) else 1
        after = 0 if at == len(rows) else 1
        middle = found[before : len(found) - after]
        if len(middle) < 2:
            yield from found
            continue
        yield from found[:before]
        yield Skipped(len(middle), words(middle, a, "a"), words(middle, b, "b"))
        yield from found[len(found) - after :]


def words(rows: Sequence[Row], text: str, side: str) -> int:
    """Count the words of one side of some rows."""
    return sum(len(tokens(text[p.start : p.stop])) for row in rows for p in (row.a if side == "a" else row.b))


def shown(piece: Piece, text: str) -> Shown:
    """Return a piece as it is shown: whole, or its head and tail with the number of words between them."""
    whole = text[piece.start : piece.stop]
    if len(whole) <= _LONG:
        return Shown(whole, "", 0)
    head = _HEAD
    space = whole.rfind(" ", head - _NEAR, head)
    head = space if space > 0 else head
    space = whole.find(" ", len(whole) - _TAIL, len(whole) - _TAIL + _NEAR)
    tail = space + 1 if space > 0 else len(whole) - _TAIL
    return Shown(whole[:head], whole[tail:], len(tokens(whole[head:tail])))


def note(skipped: Skipped) -> str:
    """Say what was skipped."""
    sentences = count(skipped.rows, "equal sentence")
    if skipped.words_a == skipped.words_b:
        return f"… {sentences}, {count(skipped.words_a, 'word')} …"
    return f"… {sentences}, {skipped.words_a:,} and {skipped.words_b:,} words …"
