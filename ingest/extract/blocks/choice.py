"""Which blocks are the article, given how likely each of them is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.extract.blocks.columns import Column
from ingest.extract.blocks.hints import bit
from ingest.extract.blocks.reader import Blocks, Container

# Blocks without words still count a little, so that they do not come and go for free.
_LEAST_WORDS = 0.3
_ROUNDS = 6
_FIRST_GUESS = 0.97
# Losing a sentence is worse than leaving one of boilerplate: blocks somewhat less likely are taken too.
_CAUTION = 0.85
_LONGEST_CELL = 120


def choose(likely: Column, words: Column) -> tuple[NDArray[np.bool_], float]:
    """The blocks whose choice makes the expected F1 of words nearly greatest, and that F1.

    The best choice takes every block at least half as likely as the F1 that it reaches is high (Lipton,
    Elkan, Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"); a doubtful page
    therefore keeps more. `likely` has probabilities and `words` counts, one for each block.
    """
    weight = np.maximum(words, _LEAST_WORDS)
    hoped = float((likely * weight).sum())
    best = _FIRST_GUESS
    keep = likely >= best / 2 * _CAUTION
    for _ in range(_ROUNDS):
        if not keep.any():
            keep = likely >= likely.max() * 0.8
        reached = 2 * float((likely * weight)[keep].sum()) / max(float(weight[keep].sum()) + hoped, 1e-9)
        if abs(reached - best) < 1e-4:
            break
        best = reached
        keep = likely >= best / 2 * _CAUTION
    return keep, best


def evened(page: Blocks, likely: Column, words: Column) -> Column:
    """The same, but all blocks of an embedded post, and all cells of a table's row, are equally likely.

    Half a post could not be told from the story, and half a row says nothing: they are taken or left out
    whole, by how likely their words are on average.
    """
    result = likely.copy()
    for box in page.containers:
        if _is_post(box) or _is_row(page, box):
            inside = slice(box.first, box.stop)
            weight = np.maximum(words[inside], _LEAST_WORDS)
            result[inside] = (likely[inside] * weight).sum() / weight.sum()
    return result


def _is_post(box: Container) -> bool:
    return box.tag == "blockquote" and bool(box.hints & bit("embed")) and box.first < box.stop


def _is_row(page: Blocks, box: Container) -> bool:
    """Whether the box is a row of short cells, not one that lays out a page."""
    if box.tag != "tr" or box.stop - box.first < 2:
        return False
    blocks = page.blocks[box.first : box.stop]
    if any(len(block.text) > _LONGEST_CELL for block in blocks):
        return False
    cells = [page.containers[block.container] for block in blocks]
    return all(cell.tag in ("td", "th") and cell.stop - cell.first == 1 for cell in cells)
