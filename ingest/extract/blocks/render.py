"""Chosen blocks as text: a line for each block, the cells of a table's row on one line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.extract.blocks.reader import Block, Blocks

_CELLS = frozenset({"td", "th"})
_BETWEEN_CELLS = " | "


def render(page: Blocks, keep: NDArray[np.bool_]) -> str:
    """The text of the blocks that are kept."""
    parts: list[str] = []
    last: Block | None = None
    for block, kept in zip(page.blocks, keep, strict=True):
        if kept:
            if last is not None:
                parts.append(_BETWEEN_CELLS if _share_row(page, last, block) else "\n")
            parts.append(block.text)
            last = block
    return "".join(parts)


def _share_row(page: Blocks, one: Block, other: Block) -> bool:
    """Whether two blocks are the whole text of two cells in one row."""
    cells = [page.containers[block.container] for block in (one, other)]
    if any(cell.tag not in _CELLS or cell.stop - cell.first != 1 for cell in cells):
        return False
    return cells[0].parent == cells[1].parent and one.container != other.container
