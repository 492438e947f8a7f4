"""All numbers by which a block is judged, in one matrix."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import numpy as np

from ingest.extract.blocks.columns import Column, Columns, missing
from ingest.extract.blocks.opinion import opinion
from ingest.extract.blocks.place import alike, neighbours, place
from ingest.extract.blocks.reader import Blocks
from ingest.extract.blocks.shape import shape
from ingest.extract.blocks.surroundings import elements, holdings


def features(
    page: Blocks, titles: AbstractSet[str], told: Column | None = None, other: Column | None = None
) -> Columns:
    """Named columns with one value for each of the page's blocks, of which there is at least one.

    `titles` are what the page calls itself, folded; `told` is the share of each block that stands in the
    text which the page's own metadata gives as the article's, `other` the share that stands in the text
    which another extractor takes for it.
    """
    columns = shape(page, titles) | elements(page)
    columns |= holdings(page, columns)
    columns["vote_ld"] = missing(len(page.blocks)) if told is None else told
    columns |= alike(page, columns)
    columns |= place(columns)
    columns |= opinion(page, columns, other)
    return columns | neighbours(columns)


def matrix(columns: Columns) -> Column:
    """The columns side by side, in the order in which `features` gives them."""
    return np.column_stack(list(columns.values()))
