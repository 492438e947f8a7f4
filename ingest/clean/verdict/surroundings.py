"""What stands around each line: its neighbours, the stretch it is part of, its place, the whole text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict.marks import NAMES as MARKS
from ingest.clean.verdict.marks import Matrix

Column = NDArray[np.float64]
_STEPS = (-1, 1, -2, 2)
_BESIDE = ("length", "closed", "cue", "capitals", "shared", "date")
_NEXT_TO = ("colon", "brackets", "repeats", "credit", "digits", "upper", "quote")
_REACH = (2, 5, 12)
_AROUND = (
    *("length", "closed", "cue", "capitals", "date", "repeats", "function"),
    *("covered", "shared", "prose"),
)
_HEADINGS = ("related", "comments", "subscription", "navigation")
_PLACE = (
    *("words_before", "words_after", "prose_before", "prose_after"),
    *("place", "lines_before", "lines_after"),
)
_BLOCK = (
    *("since_prose", "to_prose", "block_lines", "block_words"),
    *("block_cues", "block_place", "head", "tail"),
)
_SHAPE = ("like_next", "like_second", "against_prose")
_TEXT = ("text_lines", "text_words", "text_prose", "text_length", "text_cues", "text_closed", "text_typical")
NAMES = (
    *MARKS,
    "prose",
    *(f"{name}{step:+d}" for name in _BESIDE for step in _STEPS),
    *(f"{name}{step:+d}" for name in _NEXT_TO for step in (-1, 1)),
    *(f"{name}~{reach}" for reach in _REACH for name in _AROUND),
    *_PLACE,
    *_BLOCK,
    *(f"after_{name}" for name in _HEADINGS),
    *_SHAPE,
    *_TEXT,
)
_AT = {name: column for column, name in enumerate((*MARKS, "prose"))}
_FAR = 40


def surroundings(marks: Matrix, words: Column, prose: NDArray[np.bool_]) -> Matrix:
    """A row per line, a column per name in `NAMES`, from the lines' `marks`, numbers of words and `prose`."""
    full = np.column_stack([marks, prose])
    return np.column_stack(
        [
            full,
            _shifted(full, _BESIDE, _STEPS),
            _shifted(full, _NEXT_TO, (-1, 1)),
            *_means(full),
            *_place(words, prose),
            *_block(full, words, prose),
            *_after(full),
            *_shape(full, words, prose),
        ]
    )


def _shifted(full: Matrix, names: tuple[str, ...], steps: tuple[int, ...]) -> Matrix:
    """The marks of the lines `steps` away, -1 beyond the text."""
    count, most = len(full), max(steps)
    chosen = full[:, [_AT[name] for name in names]]
    edge = np.full((most, len(names)), -1.0)
    padded = np.vstack([edge, chosen, edge])
    moved = [padded[most + step : most + step + count] for step in steps]
    return np.stack(moved, axis=2).reshape(count, -1)


def _means(full: Matrix) -> list[Matrix]:
    """Means of the marks over the lines within each reach."""
    chosen = full[:, [_AT[name] for name in _AROUND]]
    sums = np.vstack([np.zeros(len(_AROUND)), np.cumsum(chosen, axis=0)])
    lines = np.arange(len(full))
    means = []
    for reach in _REACH:
        first = np.maximum(0, lines - reach)
        stop = np.minimum(len(full), lines + reach + 1)
        means.append((sums[stop] - sums[first]) / (stop - first)[:, None])
    return means


def _place(words: Column, prose: NDArray[np.bool_]) -> list[Column]:
    lines = np.arange(len(words))
    before = np.cumsum(words) - words
    in_prose = words * prose
    total = max(1.0, in_prose.sum())
    prose_before = (np.cumsum(in_prose) - in_prose) / total
    return [
        np.log1p(before),
        np.log1p(words.sum() - before - words),
        prose_before,
        1 - prose_before - in_prose / total,
        (lines + 0.5) / len(words),
        np.log1p(lines),
        np.log1p(len(words) - 1 - lines),
    ]


def _block(full: Matrix, words: Column, prose: NDArray[np.bool_]) -> list[Column]:
    """About the block: the lines between two paragraphs (-1 for the paragraphs themselves)."""
    count = len(words)
    lines = np.arange(count)
    block = np.cumsum(prose)
    idle = (~prose).astype(np.float64)
    cues = np.minimum(full[:, _AT["cue"]], 1.0) * idle
    size, size_words, size_cues = (np.bincount(block, what)[block] for what in (idle, idle * words, cues))
    last = np.maximum.accumulate(np.where(prose, lines, -_FAR))
    following = np.minimum.accumulate(np.where(prose, lines, count + _FAR)[::-1])[::-1]
    start = np.maximum.accumulate(np.where(prose | (lines == 0), lines, 0))
    return [
        np.log1p(np.minimum(lines - last, _FAR)),
        np.log1p(np.minimum(following - lines, _FAR)),
        np.where(prose, -1, np.log1p(size)),
        np.where(prose, -1, np.log1p(size_words)),
        np.where(prose, -1, size_cues / np.maximum(1, size)),
        np.where(prose, -1, (lines - start) / np.maximum(1, size)),
        last < 0,
        following >= count,
    ]


def _after(full: Matrix) -> list[Column]:
    """Distance in lines to the last short line with a cue of each kind that heads lists."""
    lines = np.arange(len(full))
    short = full[:, _AT["length"]] < 2.5
    columns = []
    for name in _HEADINGS:
        last = np.maximum.accumulate(np.where((full[:, _AT[name]] > 0) & short, lines, -_FAR))
        columns.append(np.log1p(np.minimum(lines - last, _FAR)))
    return columns


def _shape(full: Matrix, words: Column, prose: NDArray[np.bool_]) -> list[Column]:
    """Likeness in length to the neighbours and to the text's paragraphs, then the text as a whole."""
    count, length = len(words), full[:, _AT["length"]]
    padded = np.concatenate([[-9, -9], length, [-9, -9]])
    typical = np.log1p(np.median(words[prose])) if prose.any() else 0.0
    whole = (
        np.log1p(count),
        np.log1p(words.sum()),
        (words * prose).sum() / max(1.0, words.sum()),
        length.mean(),
        (np.minimum(full[:, _AT["cue"]], 1.0) * ~prose).mean(),
        full[:, _AT["closed"]].mean(),
        typical,
    )
    return [
        np.minimum(abs(length - padded[1 : count + 1]), abs(length - padded[3 : count + 3])),
        np.minimum(abs(length - padded[:count]), abs(length - padded[4:])),
        length - typical,
        *(np.full(count, value) for value in whole),
    ]
