"""Batches that others begin to clean before their turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flows.ahead import Ahead, in_order
from flows.pipeline import Arrivals, Request, clean_batch, run
from tables import contents
from warehouse.batch import Batch
from warehouse.files import Files


@given(st.lists(st.integers()), st.integers(0, 5))
def test_turns_stay_as_they_are(chunks: list[int], batches: int) -> None:
    """Chunks come in their order with what was begun of them; never are more begun ahead than asked for."""
    begun: list[int] = []

    def begin(given: int) -> Callable[[], int]:
        begun.append(given)
        return lambda: given + 1

    turns = in_order(chunks, Ahead(begin, batches), lambda chunk: 2 * chunk)
    for place, (chunk, mine) in enumerate(turns):
        assert mine
        assert (chunk, mine.made_of(2 * chunk)) == (chunks[place], 2 * chunk + 1)
        assert mine.made_of(2 * chunk + 1) is None
        assert len(begun) <= place + 1 + batches
    assert begun == [2 * chunk for chunk in chunks]


def test_without_others_nothing_is_begun() -> None:
    """Each chunk is read when the one before it is done, as ever."""
    stream = iter([1, 2])
    turns = in_order(stream, None, str)
    assert next(turns) == (1, None)
    assert next(stream) == 2


def test_the_warehouse_is_the_same(tmp_path: Path, corpus: Path) -> None:
    """Also where others are gone with a batch, and where an earlier one changed what is new in a batch.

    `again.jsonl` and `once-more.jsonl` tell of a page that `wire.jsonl` of the first run holds as well.
    """
    again = tmp_path / "again"
    again.mkdir()
    for name in ("again.jsonl", "once-more.jsonl"):
        (again / name).write_bytes((corpus / "wire.jsonl").read_bytes())
    made = []
    for name, ahead in (("alone", None), ("ahead", Ahead(Others().begin, 4))):
        files = Files(tmp_path / f"{name}.duckdb")
        for paths in ([str(corpus)], [str(again), str(corpus)]):
            done = run(Request(paths, batch_size=1), files, ahead=ahead, on_wait=print)
        made.append((contents(files), done.total))
    assert made[0] == made[1]


class Others:
    """They clean at once what they are given, and every third time are gone with it."""

    def __init__(self) -> None:
        self.number = 0

    def begin(self, arrivals: Arrivals) -> Callable[[], Batch | None]:
        self.number += 1
        batch = clean_batch(arrivals) if self.number % 3 else None
        return lambda: batch
