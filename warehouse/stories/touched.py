"""The tellings around which stories are formed anew, as arrays: the rest is read where stories change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ingest.telling import TOGETHER, smallest_connected
from warehouse.database import query

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Touched:
    """Touched tellings in the order of their documents' ids, their places from 0.

    `numbers` are theirs, `stories` those of the stories they are in until now (0: in none), `sizes` the
    numbers of tellings of these stories. `waits` says which did not come in only with others; of these
    `renewed` ones have, maybe, other documents or fields, the rest other scores alone.
    """

    numbers: Numbers
    stories: Numbers
    sizes: Numbers
    waits: NDArray[np.bool_]
    renewed: NDArray[np.bool_]

    def places(self, numbers: NDArray[Any]) -> Numbers:
        """Return the places of tellings by their numbers."""
        places = np.zeros(self.numbers.max(initial=0) + 1, np.int64)
        places[self.numbers] = np.arange(len(self.numbers))
        found: Numbers = places[numbers]
        return found

    def changed(self, groups: Sequence[Sequence[int]]) -> Changed:
        """Say of groups of places, each place in one of them, which are to be looked at closer."""
        if not groups:
            return Changed([], [])
        lengths = np.array([len(group) for group in groups])
        flat = np.concatenate([np.array(group) for group in groups])
        starts = np.cumsum(lengths) - lengths
        stories = self.stories[flat]
        low, high = np.minimum.reduceat(stories, starts), np.maximum.reduceat(stories, starts)
        other = (low == 0) | (low != high) | (self.sizes[flat[starts]] != lengths)
        waits, renewed = (np.logical_or.reduceat(each[flat], starts) for each in (self.waits, self.renewed))
        chosen = (np.flatnonzero(other | each).tolist() for each in (renewed, waits))
        return Changed(*([groups[number] for number in numbers] for numbers in chosen))


@dataclass(frozen=True, slots=True)
class Changed:
    """Groups of places: `stories` that are others than until now, or may have another id or headline.

    What is related may have changed in `links`, which are these and some more.
    """

    stories: list[Sequence[int]]
    links: list[Sequence[int]]


def touch_next(connection: duckdb.DuckDBPyConnection, most: int) -> Touched:
    """Take up to `most` of `store.waiting_tellings` and all joined with them, and leave them waiting no more.

    They are in the temporary table `touched_tellings` afterwards.
    """
    waiting = connection.execute(query("stories/next_waiting"), [most]).fetchnumpy()["telling_no"]
    pairs = connection.execute(query("stories/connecting_pairs"), [TOGETHER]).fetchnumpy()
    a, b = pairs["telling_a"], pairs["telling_b"]
    root = smallest_connected(
        1 + max((int(each.max()) for each in (waiting, a, b) if len(each)), default=0), a, b
    )
    reached = np.zeros(len(root), np.bool_)
    reached[root[waiting]] = True
    touch(connection, np.flatnonzero(reached[root]))
    found = connection.execute(query("stories/touched_now")).fetchnumpy()
    connection.execute(query("stories/drop_waiting"))
    return Touched(found["telling_no"], found["story_no"], found["size"], found["waits"], found["renewed"])


def touch(connection: duckdb.DuckDBPyConnection, numbers: NDArray[Any]) -> None:
    """Make these the `touched_tellings`."""
    connection.register("wanted", pa.table({"telling_no": numbers.astype(np.int32)}))
    connection.execute("CREATE OR REPLACE TEMP TABLE touched_tellings AS SELECT telling_no FROM wanted")
    connection.unregister("wanted")
