"""What surrounds a block: its elements, what they are called, and how much prose and links they hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.extract.blocks.columns import MISSING, Column, Columns, Indexes, missing, sums
from ingest.extract.blocks.hints import NAMES, bit
from ingest.extract.blocks.reader import Blocks

_TAGS = "p h1 h2 h3 h4 li td blockquote figcaption div section pre dt center".split()
_TAG_OF = {tag: place for place, tag in enumerate(_TAGS)}
_AROUND = "article main aside nav footer header figure form table ul blockquote section".split()
_AROUND_BIT = {tag: 1 << place for place, tag in enumerate(_AROUND)} | {"ol": 1 << _AROUND.index("ul")}
_BESIDE = frozenset({"aside", "nav", "footer"})
_BESIDE_HINTS = bit("comment") | bit("pop")
# More steps than this make no difference.
_FAR = 15
# A paragraph's own element says little of where the article is; what holds the paragraphs says more.
_LEAVES = frozenset({"p", "li", "blockquote", "td", "span"})
_LEVELS = ("c1", "c2", "c3")


def elements(page: Blocks) -> Columns:
    """For every block its element, the elements around it, and how many steps away each hint is."""
    bits = 1 << np.arange(len(NAMES))
    own = (np.array([container.hints for container in page.containers])[:, None] & bits) > 0
    steps = np.full((len(page.containers), len(NAMES)), _FAR, dtype=np.int16)
    around = np.zeros(len(page.containers), dtype=np.int64)
    for at, container in enumerate(page.containers[1:], 1):
        # What is said to surround an article's own element comes from markup that was never closed.
        if container.tag != "main":
            steps[at] = np.minimum(steps[container.parent] + 1, _FAR)
            around[at] = around[container.parent]
        steps[at][own[at]] = 0
        around[at] |= _AROUND_BIT.get(container.tag, 0)
    standing = places(page)
    inline = (np.array([block.hints for block in page.blocks], dtype=np.int64)[:, None] & bits) > 0
    near = np.where(inline, -1, steps[standing]).astype(np.float64)
    containers = [page.containers[place] for place in standing]
    columns = {f"hint_{name}": near[:, place] for place, name in enumerate(NAMES)}
    within = around[standing]
    columns |= {f"tag_{tag}": (within >> place & 1).astype(float) for place, tag in enumerate(_AROUND)}
    columns["own_tag"] = np.array([_TAG_OF.get(one.tag, len(_TAGS)) for one in containers], dtype=float)
    columns["depth"] = np.array([one.depth for one in containers], dtype=float)
    columns["hidden"] = np.array([one.hidden for one in containers], dtype=float)
    columns["any_hint"] = (near.min(axis=1) < _FAR).astype(float)
    return columns


def holdings(page: Blocks, own: Columns) -> Columns:
    """What the containers around every block hold, and how the block stands to the main one.

    `own` are the columns of `shape` and `elements`. The main container is the one with most prose of its
    own, as in Readability.
    """
    words, linked = own["words"], own["linked"]
    beside = _beside(page, own)
    is_prose = ((own["ends"] > 0) | (words > 25)) & (words > 8) & ~beside
    prose = words * (1 - linked) * is_prose
    tree = Tree(page)
    total = {"words": tree.total(words), "linked": tree.total(words * linked), "prose": tree.total(prose)}
    whole = max(total["prose"][0], 1.0)
    columns = {"prose": prose, "beside": beside.astype(float)}
    columns |= _levels(tree, total, whole)
    columns |= _to_main(page, tree, prose, total)
    heads = np.flatnonzero((own["title"] > 0) | (own["own_tag"] == _TAG_OF["h1"]))
    columns["head_share"] = missing(len(words))
    for container in tree.line(int(tree.at[heads[0]])) if len(heads) else []:
        columns["head_share"][tree.inside(container)] = total["prose"][container] / whole
    for name, value in {"words": total["words"][0], "prose": whole, "blocks": len(words)}.items():
        columns[f"page_{name}"] = np.full(len(words), float(value))
    return columns


def places(page: Blocks) -> Indexes:
    """The container of every block."""
    return np.array([block.container for block in page.blocks], dtype=np.int64)


class Tree:
    """The containers as arrays."""

    def __init__(self, page: Blocks) -> None:
        self.first = np.array([container.first for container in page.containers])
        self.stop = np.array([container.stop for container in page.containers])
        self.parent = np.array([max(container.parent, 0) for container in page.containers])
        self.at = places(page)

    def total(self, values: Column) -> Column:
        totals = sums(values)
        return np.asarray(totals[self.stop] - totals[self.first])

    def inside(self, container: int) -> slice:
        return slice(int(self.first[container]), int(self.stop[container]))

    def line(self, container: int) -> list[int]:
        """The containers from the whole page down to this one."""
        line = [container]
        while line[-1]:
            line.append(int(self.parent[line[-1]]))
        return line[::-1]

    def wider(self) -> Indexes:
        """For every container its nearest ancestor that holds more blocks."""
        wider = self.parent.copy()
        same = (self.first[self.parent] == self.first) & (self.stop[self.parent] == self.stop)
        for at in np.flatnonzero(same):
            wider[at] = wider[self.parent[at]]
        return wider


def _levels(tree: Tree, total: Columns, whole: float) -> Columns:
    """Figures of the three nearest containers of different extent."""
    columns: Columns = {}
    wider, level = tree.wider(), tree.at
    blocks = (tree.stop - tree.first).astype(float)
    for name in _LEVELS:
        words = np.maximum(total["words"][level], 1)
        columns[f"{name}_blocks"] = blocks[level]
        columns[f"{name}_words"] = total["words"][level]
        columns[f"{name}_linked"] = total["linked"][level] / words
        columns[f"{name}_prose"] = total["prose"][level] / whole
        columns[f"{name}_purity"] = total["prose"][level] / words
        level = wider[level]
    return columns


def _to_main(page: Blocks, tree: Tree, prose: Column, total: Columns) -> Columns:
    """How every block stands to the main container: inside it, how many steps outside, how deep."""
    main = _main(page, tree, prose)
    count = len(prose)
    near, steps, inside = np.zeros(count), np.zeros(count), np.zeros(count)
    line = tree.line(main)
    for step, container in enumerate(line):
        near[tree.inside(container)] = total["prose"][main] / max(total["prose"][container], 1.0)
        steps[tree.inside(container)] = len(line) - 1 - step
    inside[tree.inside(main)] = 1
    depth = page.containers[main].depth
    share = total["prose"][main] / max(total["prose"][0], 1.0)
    links = total["linked"][main] / max(total["words"][main], 1.0)
    return {
        "in_main": inside,
        "main_share": np.full(count, share),
        "main_linked": np.full(count, links),
        "main_near": near,
        "main_steps": steps,
        "main_depth": np.array([page.containers[at].depth - depth for at in tree.at], dtype=float),
    }


def _main(page: Blocks, tree: Tree, prose: Column) -> int:
    """The container with most prose of its own; a child's prose counts whole, a grandchild's half."""
    score = np.zeros(len(page.containers))
    for place in np.flatnonzero(prose):
        at = tree.at[place]
        above = tree.parent[at]
        score[at] += prose[place] * (0.5 if page.containers[at].tag in _LEAVES else 1.0)
        score[above] += prose[place]
        score[tree.parent[above]] += prose[place] * 0.5
    return int(score.argmax())


def _beside(page: Blocks, own: Columns) -> NDArray[np.bool_]:
    """Whether each block stands in a rail, a menu, a footer, a dialogue or comments, without the heading."""
    heads = np.flatnonzero(own["title"])
    heads = heads if len(heads) else np.flatnonzero(own["own_tag"] == _TAG_OF["h1"])
    head = int(heads[0]) if len(heads) else MISSING
    marks: list[bool] = []
    for container in page.containers:
        said = container.tag in _BESIDE or bool(container.hints & _BESIDE_HINTS)
        said = said and not container.first <= head < container.stop
        starts = container.tag in ("main", "article") and not container.hints & _BESIDE_HINTS
        marks.append(not starts and (said or (container.parent >= 0 and marks[container.parent])))
    return np.array([marks[block.container] for block in page.blocks], dtype=bool)
