"""Where a block stands: on the page, to the heading, to the prose, to its neighbours and to its like."""

from __future__ import annotations

import numpy as np

from ingest.extract.blocks.columns import Column, Columns, missing, sums
from ingest.extract.blocks.reader import Blocks

# More blocks than this make no difference.
_FAR = 50.0
_NO_HEAD = 90.0
_BESIDES = "words linked ends prose own_tag vote_ld in_main c1_words title date".split()
_AROUND = "words linked prose vote_ld".split()
_LEADS = ("says_related", "says_sign", "says_comment", "says_by")
# A heading or a line that leads in what follows is short.
_LEAD_WORDS = 12


def place(own: Columns) -> Columns:
    """Distances from heading, prose and main container, and what the last heading said."""
    words, prose = own["words"], own["prose"]
    index = np.arange(len(words), dtype=float)
    done = np.cumsum(prose)
    whole = max(done[-1], 1.0)
    columns = {"at": index / len(words), "at_words": np.cumsum(words) / words.sum()}
    columns["prose_before"] = (done - prose) / whole
    title = np.flatnonzero((own["own_tag"] == 1) | (own["title"] > 0))
    columns["from_title"] = index - title[0] if len(title) else missing(len(words))
    columns["prose_from_title"] = done - done[title[0]] if len(title) else missing(len(words))
    inside = np.flatnonzero(own["in_main"])
    columns["from_main"] = index - inside[0] if len(inside) else missing(len(words))
    columns["past_main"] = index - inside[-1] if len(inside) else missing(len(words))
    strong = np.flatnonzero(prose > 20)
    columns["since_prose"], columns["until_prose"] = _gaps(index, strong)
    return columns | _leads(own)


def alike(page: Blocks, own: Columns) -> Columns:
    """Figures of the blocks that share tags and classes, from the page down, with each block."""
    paths = np.array([page.containers[block.container].path for block in page.blocks])
    _, group = np.unique(paths, return_inverse=True)
    words = own["words"]
    total, count = np.bincount(group, words), np.bincount(group)
    whole = max(own["page_prose"][0], 1.0)
    votes = np.maximum(own["vote_ld"], 0)
    return {
        "path_words": total[group],
        "path_share": np.bincount(group, own["prose"])[group] / whole,
        "path_blocks": count[group].astype(float),
        "path_linked": (np.bincount(group, words * own["linked"]) / total)[group],
        "path_mean": (total / count)[group],
        "path_ld": (np.bincount(group, words * votes) / total)[group],
    }


def neighbours(own: Columns) -> Columns:
    """The two blocks before and after, and means of the blocks around."""
    columns: Columns = {}
    for name in _BESIDES:
        for shift in (-2, -1, 1, 2):
            columns[f"{name}{shift:+d}"] = _shifted(own[name], shift)
    index = np.arange(len(own["words"]))
    for name in _AROUND:
        totals = sums(own[name])
        for width in (5, 12):
            low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, len(index))
            columns[f"{name}~{width}"] = (totals[high] - totals[low]) / (high - low)
    return columns


def _shifted(values: Column, shift: int) -> Column:
    moved = missing(len(values))
    if shift < 0:
        moved[-shift:] = values[:shift]
    else:
        moved[:-shift] = values[shift:]
    return moved


def _gaps(index: Column, marks: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[Column, Column]:
    """How many blocks ago the last marked one was, and in how many the next one is."""
    if not len(marks):
        return np.full(len(index), _FAR), np.full(len(index), _FAR)
    following = np.searchsorted(marks, index)
    last = marks[np.maximum(following - 1, 0)]
    coming = marks[np.minimum(following, len(marks) - 1)]
    since = np.where(following > 0, index - last, _FAR)
    until = np.where(following < len(marks), coming - index, _FAR)
    return np.minimum(since, _FAR), np.minimum(until, _FAR)


def _leads(own: Columns) -> Columns:
    index = np.arange(len(own["words"]))
    heads = (own["own_tag"] >= 2) & (own["own_tag"] <= 4)
    last = np.maximum.accumulate(np.where(heads, index, -1))
    columns = {"since_head": np.where(last >= 0, np.minimum(index - last, _FAR), _NO_HEAD)}
    for name in _LEADS:
        said = own[name] * (own["words"] < _LEAD_WORDS)
        columns[f"head_{name}"] = np.where(last >= 0, said[np.maximum(last, 0)], 0.0)
        columns[f"before_{name}"] = np.cumsum(said) - said
    return columns
