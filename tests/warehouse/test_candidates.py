"""Which texts are compared: those that share a band or a quarter of the smaller one's passages."""

from __future__ import annotations

import random

import duckdb
import pytest

from warehouse.database import query
from warehouse.migrate import migrate


def expected(
    passages: dict[int, set[int]], bands: dict[int, set[int]], wanted: set[int]
) -> set[tuple[int, int]]:
    """The definition, pair by pair."""
    found = set()
    for number in wanted:
        for other in passages:
            if other == number or (other in wanted and other < number):
                continue
            shared = len(passages[number] & passages[other])
            smaller = min(len(passages[number]), len(passages[other]))
            if bands[number] & bands[other] or (shared and shared >= smaller / 4):
                found.add((other, number))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_common_passages_change_the_time_and_not_the_outcome(seed: int) -> None:
    """Texts with passages that nearly all hold, with rare ones and with few of them are paired by definition."""
    rng = random.Random(seed)
    common, rare = range(6), range(100, 400)
    passages = {
        number: {
            *(key for key in common if rng.random() < rng.choice((0.1, 0.9))),
            *rng.sample(rare, rng.choice((0, 1, 2, 8, 20))),
        }
        for number in range(160)
    }
    bands = {number: set(rng.sample(range(2000), 4)) for number in passages}
    wanted = set(rng.sample(sorted(passages), 30))
    with duckdb.connect() as connection:
        migrate(connection)
        for number, keys in passages.items():
            connection.execute(
                "INSERT INTO store.contents (content_no, content_hash, tokens, passages) VALUES (?, ?, 100, ?)",
                [number, str(number), len(keys)],
            )
        for table, rows in (("passage_keys", passages), ("band_keys", bands)):
            pairs = [(key, number) for number, keys in rows.items() for key in sorted(keys)]
            connection.executemany(f"INSERT INTO store.{table} (key, content_no) VALUES (?, ?)", pairs)
        connection.execute("CREATE TEMP TABLE wanted (content_no INTEGER)")
        connection.executemany("INSERT INTO wanted VALUES (?)", [[number] for number in wanted])
        found = connection.execute(query("candidates")).fetchall()
    assert len(found) == len(set(found))
    assert set(found) == expected(passages, bands, wanted)
