"""The edges of the story graph: which tellings meet, and how much speaks for one event."""

from __future__ import annotations

from itertools import count

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ingest.telling import EDGE, FEWEST_KEYS, KEY_CAP, TOGETHER, UNIT, Tellings, level, scores, size_level
from warehouse.database import query

# The tellings of so many pairs are in memory at a time.
_CHUNK = 100_000


def pair(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring `store.story_pairs` up to date after `retell`, and touch what may be grouped otherwise now.

    A pair counts when both hold FEWEST_KEYS keys that at most KEY_CAP tellings hold, and when it scores EDGE
    or more. It is scored when it comes, and again when the rarity of a term changes that both hold: a term
    that becomes more common can only lower scores, so nothing has to be looked for but pairs that are stored.
    """
    before, now = connection.execute(query("stories/count_tellings")).fetchall()[0]
    connection.execute(query("stories/parted_pairs"), [KEY_CAP, FEWEST_KEYS])
    connection.execute(query("stories/delete_parted_pairs"))
    # Of a larger or smaller warehouse every score is another one.
    resized = size_level(before) != size_level(now)
    connection.execute(query("stories/all_pairs" if resized else "stories/new_pairs"), [KEY_CAP, FEWEST_KEYS])
    connection.execute(query("stories/shaken_pairs"))
    if not resized and connection.execute("SELECT 1 FROM shaken_terms WHERE rarer LIMIT 1").fetchall():
        connection.execute(query("stories/risen_pairs"), [KEY_CAP, FEWEST_KEYS])
    pairs = connection.execute(
        "SELECT telling_a, telling_b FROM pairs_to_score ORDER BY telling_a, telling_b"
    ).fetchnumpy()
    a, b = np.asarray(pairs["telling_a"], np.int32), np.asarray(pairs["telling_b"], np.int32)
    for start in range(0, len(a), _CHUNK):
        _score(connection, a[start : start + _CHUNK], b[start : start + _CHUNK], now)
    connection.execute(query("stories/touch_moved"), [TOGETHER])


def _score(
    connection: duckdb.DuckDBPyConnection, a: NDArray[np.int32], b: NDArray[np.int32], documents: int
) -> None:
    """Score pairs, put those that score enough in the place of what was stored, and note what changes."""
    numbers = np.unique(np.concatenate([a, b]))
    tellings = _read(connection, numbers)
    at_a, at_b = np.searchsorted(numbers, a), np.searchsorted(numbers, b)
    rows = pa.table({"telling_a": a, "telling_b": b, "score": scores(tellings, at_a, at_b, documents)})
    connection.register("incoming", rows)
    connection.execute(query("stories/changed_pairs"), [EDGE])
    connection.unregister("incoming")
    connection.execute(query("stories/delete_changed_pairs"))
    connection.execute(
        "INSERT INTO store.story_pairs BY NAME "
        "SELECT telling_a, telling_b, score FROM changed_pairs WHERE score >= ?",
        [EDGE],
    )
    connection.execute(
        "INSERT INTO moved_pairs SELECT telling_a, telling_b, greatest(before, score) FROM changed_pairs"
    )


def _read(connection: duckdb.DuckDBPyConnection, numbers: NDArray[np.int32]) -> Tellings:
    """Return stored tellings in the order of their numbers, which rise."""
    connection.register("wanted", pa.table({"telling_no": numbers}))
    terms = connection.execute(query("stories/terms_to_score"), [_fewest_that_count()]).fetchnumpy()
    known = connection.execute(query("stories/known_to_score")).fetchnumpy()
    connection.unregister("wanted")
    # Telling after telling, terms ascending: as they are stored, mostly.
    places = terms["telling_no"].astype(np.uint64) << 32 | terms["term"]
    if np.any(places[1:] <= places[:-1]):
        order = np.argsort(places)
        terms = {name: column[order] for name, column in terms.items()}
    return Tellings(
        terms["term"],
        terms["kind"],
        (terms["weight"] * UNIT).astype(np.float32),
        np.maximum(_levels(terms["tellings"]), terms["floor"]),
        np.searchsorted(terms["telling_no"], np.append(numbers, numbers[-1] + 1)),
        np.ma.filled(known["published"], np.nan),
        np.ma.filled(known["language"], "").astype(np.str_),
    )


def _fewest_that_count() -> int:
    """Return how many tellings have to hold a term for a level of rarity above 0."""
    return next(holders for holders in count() if level(holders) > 0)


def _levels(holders: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the level of rarity for each number of holders."""
    met = np.zeros(holders.max(initial=0) + 1, np.bool_)
    met[holders] = True
    levels = np.zeros(len(met), np.uint8)
    levels[met] = [level(number) for number in np.flatnonzero(met).tolist()]
    return levels[holders]
