"""The nodes of the story graph: which documents tell a story now, in which terms, under which keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from ingest.telling import KEY_CAP, UNIT, Article, Telling, level, story_keys, tell_all
from warehouse import arrow
from warehouse.database import query
from warehouse.load import append

_TELLINGS = pa.schema(
    [
        ("telling_no", pa.int32()),
        ("doc_id", pa.uuid()),
        ("published", pa.float64()),
        ("language", pa.string()),
    ]
)
_CHANGES = pa.schema([(name, pa.int32()) for name in ("before", "after", "level_before", "level_after")])
_DAY = 86_400
_OF_TELLINGS = ("tellings", "telling_terms", "story_keys")


def retell(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop and add tellings so that those of `touched_documents` are the canonical documents of now.

    Leaves behind the temporary tables `touched_tellings` (whose stories may change), `met_keys` (the
    holders of keys that came or went, as far as few hold or held these), `fresh_keys` and `shaken_terms`
    (whose rarity has changed).
    """
    for name in ("gone_tellings", "gone_terms", "gone_keys", "gone_neighbours"):
        connection.execute(query(f"stories/{name}"))
    _drop_gone(connection)
    tellings = _add_fresh(connection)
    connection.execute(query("stories/touch_standing"))
    _stage(connection, tellings)
    connection.execute(query("stories/term_changes"))
    connection.execute(query("stories/count_holders"))
    connection.execute("INSERT INTO store.term_holders SELECT term, after FROM term_changes WHERE before = 0")
    connection.execute("DELETE FROM store.term_holders WHERE tellings = 0")
    _find_shaken(connection)
    connection.execute(query("stories/key_changes"), [KEY_CAP])


def _drop_gone(connection: duckdb.DuckDBPyConnection) -> None:
    gone = "(SELECT telling_no FROM gone_tellings)"
    for table in _OF_TELLINGS:
        connection.execute(f"DELETE FROM store.{table} WHERE telling_no IN {gone}")
    for table in ("story_pairs", "story_links", "story_quotes", "conflicts"):
        connection.execute(f"DELETE FROM store.{table} WHERE telling_a IN {gone} OR telling_b IN {gone}")


def _add_fresh(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, Telling]]:
    rows = connection.execute(query("stories/fresh_tellings")).fetchall()
    [(last,)] = connection.execute("SELECT coalesce(max(telling_no), 0) FROM store.tellings").fetchall()
    told = tell_all([Article(*fields) for _, *fields in rows])
    numbered = list(enumerate(told, last + 1))
    known = (
        (no, row[0], _days(told.published_at), told.language)
        for (no, told), row in zip(numbered, rows, strict=True)
    )
    incoming = arrow.table(_TELLINGS, known)
    connection.register("incoming", incoming)
    connection.execute("CREATE OR REPLACE TEMP TABLE fresh_tellings AS SELECT telling_no FROM incoming")
    connection.unregister("incoming")
    append(connection, "tellings", incoming)
    append(connection, "telling_terms", _terms(numbered))
    append(connection, "story_keys", _keys(numbered))
    return numbered


def _days(time: datetime | None) -> float | None:
    return None if time is None else time.timestamp() / _DAY


def _terms(numbered: Sequence[tuple[int, Telling]]) -> pa.Table:
    """One row per term, telling after telling."""
    return pa.table(
        {
            "telling_no": _repeated(numbered, [len(telling.keys) for _, telling in numbered]),
            "term": _joined([t.keys for _, t in numbered], np.uint32),
            "kind": _joined([t.kinds for _, t in numbered], np.uint8),
            "floor": _joined([t.floors for _, t in numbered], np.uint8),
            "weight": _joined([t.weights / UNIT for _, t in numbered], np.int32),
            "start": _joined([t.starts for _, t in numbered], np.int32),
            "characters": _joined([t.stops - t.starts for _, t in numbered], np.int32),
        }
    )


def _keys(numbered: Sequence[tuple[int, Telling]]) -> pa.Table:
    """One row per key, telling after telling."""
    keys = [story_keys(telling) for _, telling in numbered]
    numbers = _repeated(numbered, [len(each) for each in keys])
    return pa.table({"key": _joined(keys, np.uint32), "telling_no": numbers})


def _repeated(numbered: Sequence[tuple[int, Telling]], sizes: Sequence[int]) -> Any:
    return np.repeat(np.array([number for number, _ in numbered], np.int32), sizes)


def _joined(arrays: Sequence[Any], kind: Any) -> Any:
    return np.concatenate([*arrays, np.empty(0, kind)]).astype(kind)


def _stage(connection: duckdb.DuckDBPyConnection, numbered: Sequence[tuple[int, Telling]]) -> None:
    """Fill `fresh_terms` and `fresh_keys`, and touch the new tellings."""
    for name, rows in (("fresh_terms", _terms(numbered)), ("fresh_keys", _keys(numbered))):
        connection.register("incoming", rows)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM incoming")
        connection.unregister("incoming")


def _find_shaken(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `shaken_terms`: a term's part in scores goes by its level of rarity."""
    rows = connection.execute("SELECT DISTINCT before, after FROM term_changes WHERE before > 0").fetchall()
    known = ((before, after, level(before), level(after)) for before, after in rows)
    changed = [each for each in known if each[2] != each[3]]
    connection.register("shaking", arrow.table(_CHANGES, changed))
    connection.execute(query("stories/shaken_terms"))
    connection.unregister("shaking")
