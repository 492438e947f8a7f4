"""When the parts that checkpoints leave are put together."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.checkpoint import checkpoint
from warehouse.database import open_for_writing, query


def parts_after(path: Path, loads: list[int]) -> list[int]:
    """The parts of the table of documents after each load of so many, in a run of its own."""
    found = []
    with duckdb.connect(path) as connection:
        connection.execute("CREATE SCHEMA store; CREATE TABLE store.heads (place INTEGER)")
    for number in loads:
        connection = open_for_writing(path, path.with_suffix(".spill"))
        connection.execute("INSERT INTO store.heads SELECT unnest(range(?))", [number])
        checkpoint(connection)
        found += [connection.execute(query("parts_of_heads")).fetchall()[0][0]]
        connection.close()
    return found


@pytest.mark.parametrize(
    ("loads", "parts"),
    [
        ([1000, 10, 1000], [1, 1, 1]),
        ([30_000, 10, 30_000, 10], [1, 2, 3, 4]),
        ([30_000, *[10] * 15, 10], [*range(1, 16), 2, 3]),
        ([90_000] * 3, [1, 2, 3]),
    ],
    ids=["few documents", "a large load and small ones", "many small ones", "large loads"],
)
def test_parts_are_put_together_where_it_costs_little_or_is_due(
    tmp_path: Path, loads: list[int], parts: list[int]
) -> None:
    """Parts of a small table are put together each time, those of a large one when there are sixteen."""
    assert parts_after(tmp_path / "news.duckdb", loads) == parts
