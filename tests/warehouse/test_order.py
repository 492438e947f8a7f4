"""The same documents in any order and any split end in the same warehouse."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_document
from tables import contents

WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school museum train".split()
BODIES = [
    " ".join(
        f"{WORDS[(n * 7 + k) % len(WORDS)]} {n}x{k // 3} {WORDS[(k * k + n) % len(WORDS)]}" for k in range(40)
    )
    for n in range(4)
]


def variants(number: int) -> list[str]:
    """A body, a light edit of it, its first half, and itself with something added."""
    words = BODIES[number].split()
    return [
        BODIES[number],
        " ".join([*words[:5], "indeed", *words[6:]]),
        " ".join(words[: len(words) // 2]),
        BODIES[number].upper() + " And more is to come, says the mayor.",
    ]


DOCUMENTS = [
    make_document(
        f"{number}-{index}.txt",
        text,
        url=f"https://s{index}.example/{number}" if index != 3 else None,
        published_at=datetime(2026, 3, 1 + index, tzinfo=UTC) if (number + index) % 3 else None,
    )
    for number in range(4)
    for index, text in enumerate(variants(number))
] + [
    make_document("again/0.txt", BODIES[0], url="https://s0.example/0"),
    make_document("other/1.txt", BODIES[1] + " Corrected.", url="https://s0.example/1"),
    make_document("shouted.txt", BODIES[2].title()),
    make_document("emoji.txt", "🎉"),
    # One version, whatever its carrier says; and one place of which the carrier says something else later.
    make_document("fed/0.txt", BODIES[3], url="https://s9.example/3", carried={"feed": "morning"}),
    make_document("fed/1.txt", BODIES[3], url="https://s9.example/3", carried={"feed": "evening"}),
]


def warehouse_of(runs: list[list[list[int]]]) -> dict[str, list[str]]:
    """Load runs of batches of document numbers into a new warehouse and return all that it holds."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        for batches in runs:
            load(files, *([DOCUMENTS[number] for number in batch] for batch in batches))
        return contents(files)


AT_ONCE = warehouse_of([[list(range(len(DOCUMENTS)))]])


@st.composite
def splits(draw: st.DrawFn) -> list[list[list[int]]]:
    """Any order of the documents, cut into runs and batches, with some documents coming again."""
    order = draw(st.permutations(range(len(DOCUMENTS))))
    again = draw(st.lists(st.sampled_from(range(len(DOCUMENTS))), max_size=4))
    order = [*order, *again]
    runs: list[list[list[int]]] = [[]]
    batch: list[int] = []
    for number in order:
        batch.append(number)
        cut = draw(st.sampled_from(["go on", "go on", "go on", "batch", "run"]))
        if cut != "go on":
            runs[-1].append(batch)
            batch = []
        if cut == "run":
            runs.append([])
    runs[-1].append(batch)
    return runs


@given(splits())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_split_and_order_gives_the_same_tables(runs: list[list[list[int]]]) -> None:
    """All tables are equal row by row, ids included, but for times of loading and run ids."""
    assert warehouse_of(runs) == AT_ONCE


def test_the_documents_are_worth_the_test() -> None:
    """The documents hold every kind of relation, and groups of several."""
    kinds = {
        kind for row in AT_ONCE["relations"] for kind in ("exact", "near", "contains") if f"'{kind}'" in row
    }
    assert kinds == {"exact", "near", "contains"}
    assert len(AT_ONCE["articles"]) < len(AT_ONCE["documents"]) == len(DOCUMENTS) - 3
    assert len(AT_ONCE["carried"]) == 1
