"""What another extractor takes for the article: its choice as evidence for each block, never as the text."""

from __future__ import annotations

import numpy as np
from lxml import etree
from lxml.html import HtmlElement

from ingest.extract.blocks.columns import MISSING, Column, Columns, sums
from ingest.extract.blocks.reader import Blocks
from ingest.extract.blocks.surroundings import Tree

_LEVELS = ("c1", "c2")
# Mean over so many blocks before and after.
_WIDTH = 3
_NAMES = "other other-1 other+1 other_near other_path other_c1 other_c2 other_done other_whole".split()


def other_text(root: HtmlElement) -> str:
    """The page's article as resiliparse's rules find it, empty where they find none.

    It takes a tenth of the time that trafilatura takes, and is wrong elsewhere than the trees are. What it
    is given is the tree that was read, which is of limited depth; its time grows with the square of the
    depth.
    """
    from resiliparse.extract.html2text import extract_plain_text

    markup = etree.tostring(root, encoding="unicode", method="html")
    return extract_plain_text(markup, main_content=True, comments=False, noscript=False)


def opinion(page: Blocks, own: Columns, share: Column | None) -> Columns:
    """The share of each block that the other text holds, and that of what surrounds the block.

    `own` are the columns of `shape` and `holdings`; `share` is what `share_in` gives, None where nobody was
    asked. A text that holds no block of the page is no opinion.
    """
    count = len(page.blocks)
    if share is None or not share.any():
        return {name: np.full(count, MISSING) for name in _NAMES}
    words = own["words"]
    held, every = sums(share * words), sums(words)
    index = np.arange(count)
    low, high = np.maximum(index - _WIDTH, 0), np.minimum(index + _WIDTH + 1, count)
    padded = np.concatenate([[MISSING], share, [MISSING]])
    paths = np.array([page.containers[block.container].path for block in page.blocks])
    _, group = np.unique(paths, return_inverse=True)
    columns = {"other": share, "other-1": padded[:-2], "other+1": padded[2:]}
    columns["other_near"] = (held[high] - held[low]) / (every[high] - every[low])
    columns["other_path"] = (np.bincount(group, share * words) / np.bincount(group, words))[group]
    columns |= _around(page, held, every)
    columns["other_done"] = held[1:] / held[-1]
    columns["other_whole"] = np.full(count, held[-1] / own["page_prose"][0])
    return columns


def _around(page: Blocks, held: Column, every: Column) -> Columns:
    """The share of the two nearest containers of different extent that the other text holds."""
    tree = Tree(page)
    wider, level = tree.wider(), tree.at
    columns: Columns = {}
    for name in _LEVELS:
        first, stop = tree.first[level], tree.stop[level]
        columns[f"other_{name}"] = (held[stop] - held[first]) / (every[stop] - every[first])
        level = wider[level]
    return columns
