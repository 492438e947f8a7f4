"""The record of what extraction left out of a page, with a reason for each piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from ingest.extract.blocks.columns import Column, Columns
from ingest.extract.blocks.reader import Blocks
from ingest.model import Kind, LeftOut

_MAX_PIECES = 200
_MAX_CHARACTERS = 1000
# A hint counts as the reason where it is at most so many containers away.
_NEAR = 3
_MANY_LINKS = 0.6
# By hint: the kind, and what the reader is told.
_HINTS: tuple[tuple[str, Kind, str], ...] = (
    ("comment", "comments", "stands in what the page names as comments"),
    ("ad", "advertisement", "stands in what the page names as advertising"),
    ("related", "related", "stands in what the page names as related articles"),
    ("promo", "subscription", "stands in what the page names as an offer or a form"),
    ("share", "widget", "stands in what the page names as sharing tools"),
    ("author", "credit", "stands in what the page names as the author's details"),
    ("nav", "navigation", "stands in what the page names as navigation"),
    ("pop", "widget", "stands in what the page names as a dialogue or a notice"),
    ("foot", "navigation", "stands in what the page names as a footer"),
    ("side", "related", "stands in what the page names as a side column"),
    ("media", "credit", "stands beside a picture or a video"),
)
_TAGS: tuple[tuple[str, Kind, str], ...] = (
    ("nav", "navigation", "stands in a navigation element"),
    ("footer", "navigation", "stands in a footer element"),
    ("form", "widget", "stands in a form"),
    ("aside", "related", "stands in an aside element"),
    ("figure", "credit", "stands in a figure, as captions do"),
)


def left_out(page: Blocks, columns: Columns, likely: Column, keep: NDArray[np.bool_]) -> tuple[LeftOut, ...]:
    """The blocks that were not taken, neighbours with the same rule as one piece, at most 200 pieces."""
    pieces: list[LeftOut] = []
    last = -2
    for at in np.flatnonzero(~keep):
        verdict = _verdict(columns, int(at), float(likely[at]))
        text = page.blocks[at].text
        if at == last + 1 and pieces and pieces[-1].rule == verdict.rule:
            before = pieces[-1]
            joined = f"{before.text}\n{text}"[:_MAX_CHARACTERS]
            pieces[-1] = LeftOut(before.kind, before.rule, before.reason, joined)
        elif len(pieces) < _MAX_PIECES:
            pieces.append(LeftOut(verdict.kind, verdict.rule, verdict.reason, text[:_MAX_CHARACTERS]))
        else:
            break
        last = int(at)
    return tuple(pieces)


def _verdict(columns: Columns, at: int, likely: float) -> LeftOut:
    """The plainest thing that speaks against a block. `text` is empty."""
    for rule, kind, said in _speaking(columns, at):
        return LeftOut(kind, f"page-{rule}", f"Left out: it {said} (likelihood {likely:.2f}).", "")
    reason = f"Left out: its shape and place are unlike the article's (likelihood {likely:.2f})."
    return LeftOut("other", "page-unlike", reason, "")


def _speaking(columns: Columns, at: int) -> Iterator[tuple[str, Kind, str]]:
    if columns["hidden"][at]:
        yield "hidden", "widget", "is hidden on the page"
    yield from _named(columns, at, (item for item in _TAGS if item[0] != "figure"))
    for name, kind, said in _HINTS:
        if columns[f"hint_{name}"][at] <= _NEAR:
            yield name, kind, said
    yield from _named(columns, at, _TAGS[-1:])
    if columns["linked"][at] >= _MANY_LINKS:
        yield "links", "navigation", f"consists of links by {columns['linked'][at]:.0%}"
    if columns["title"][at]:
        yield "title", "other", "repeats the title"


def _named(
    columns: Columns, at: int, tags: Iterable[tuple[str, Kind, str]]
) -> Iterator[tuple[str, Kind, str]]:
    for tag, kind, said in tags:
        if columns[f"tag_{tag}"][at]:
            yield tag, kind, said
