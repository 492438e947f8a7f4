"""Chosen blocks become text."""

import numpy as np

from ingest.extract.blocks.reader import read_blocks
from ingest.extract.blocks.render import render
from ingest.extract.dom import parse


def test_lines_and_rows() -> None:
    """A block is a line; the cells of a row stand on one; what is not kept leaves no trace."""
    rows = "<table><tr><th>Fare</th><td>12</td></tr><tr><th>Child</th><td>6</td></tr></table>"
    root = parse(f"<p>One.</p><p>Gone.</p>{rows}")
    assert root is not None
    page = read_blocks(root)
    keep = np.array([block.text != "Gone." for block in page.blocks])
    assert render(page, keep) == "One.\nFare | 12\nChild | 6"


def test_layout_cells_are_no_row() -> None:
    """Cells that hold several paragraphs are columns of a layout, not one line."""
    root = parse("<table><tr><td>One.<br>Two.</td><td>Three.<br>Four.</td></tr></table>")
    assert root is not None
    page = read_blocks(root)
    assert render(page, np.ones(4, dtype=bool)) == "One.\nTwo.\nThree.\nFour."
