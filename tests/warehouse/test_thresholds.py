"""Thresholds of a warehouse and of its sources: whatever was set when, what holds at last decides alone."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_batch, make_document, open_run
from ingest.errors import UsageError
from ingest.fingerprint.compare import compare
from ingest.fingerprint.profile import profile
from ingest.fingerprint.thresholds import USUAL, Thresholds
from ingest.model import Document
from tables import contents, rows
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.thresholds import Choice, SourceThresholds

SOURCES = ("default", "wire", "tabloid")
WORDS = [f"{first}{last}" for first in ("har", "ves", "tol", "mer", "quin") for last in "abcdefghijklmno"]


def edited(every: int) -> str:
    """The same 75 words with every so many of them changed: the fewer, the more alike."""
    return " ".join(f"x{word}" if number % every == every - 1 else word for number, word in enumerate(WORDS))


TEXTS = [
    *(edited(every) for every in (15, 20, 30, 50, 90)),
    f"{' '.join(WORDS[:40])} {' '.join(f'other {word}' for word in WORDS[:20])}",
    " ".join(WORDS[:30]).upper(),
    " ".join(WORDS[20:] + [f"new {word}" for word in WORDS[:14]]),
]
DOCUMENTS = [
    make_document(
        f"{number}.txt",
        TEXTS[number % len(TEXTS)],
        source=SOURCES[(number // 2) % 3],
        published_at=datetime(2026, 3, 1 + number % 5, tzinfo=UTC),
    )
    for number in range(2 * len(TEXTS))
]
CHOICES = st.builds(
    Choice,
    st.sampled_from([None, 0.5, 0.6, 0.75, 0.85]),
    st.sampled_from([None, 0.6, 0.65, 0.8, 0.95]),
)
Step = list[Document] | tuple[str | None, Choice | None]


def chosen(thresholds: SourceThresholds, source: str | None, choice: Choice | None) -> SourceThresholds:
    return thresholds.choose(source, choice) if choice else thresholds.reset(source)


def warehouse_of(files: Files, steps: list[Step]) -> SourceThresholds:
    """Load documents and set thresholds, step by step; return what holds at the end."""
    with open_run(files) as writer:
        for step in steps:
            if isinstance(step, list):
                writer.load(make_batch(step))
            else:
                writer.limit(chosen(writer.thresholds(), *step))
        return writer.thresholds()


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """The documents in any order and split, with thresholds set, changed and taken back in between."""
    order = draw(st.permutations(DOCUMENTS))
    steps: list[Step] = []
    while order:
        size = draw(st.integers(3, len(DOCUMENTS)))
        steps.append(order[:size])
        order = order[size:]
        for source in draw(st.lists(st.sampled_from([None, *SOURCES]), max_size=2)):
            steps.append((source, draw(st.none() | CHOICES)))
    return steps


@pytest.mark.slow
@given(histories())
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_thresholds_hold_as_if_they_had_from_the_start(steps: list[Step]) -> None:
    """Tables equal those of a warehouse with the last thresholds before its first document."""
    with tempfile.TemporaryDirectory() as folder:
        files, fresh = files_in(Path(folder)), files_in(Path(folder), "fresh.duckdb")
        holds = warehouse_of(files, steps)
        with open_run(fresh) as writer:
            writer.limit(holds)
        load(fresh, DOCUMENTS)
        assert contents(files) == contents(fresh)
        assert relations(files) == expected(holds)


def relations(files: Files) -> set[tuple[str, str, str]]:
    found = rows(
        files,
        """SELECT least(a.source_uri, b.source_uri), greatest(a.source_uri, b.source_uri), kind
        FROM relations JOIN documents a ON a.doc_id = doc_a JOIN documents b ON b.doc_id = doc_b
        WHERE kind <> 'story'""",
    )
    return {(a, b, kind) for a, b, kind in found}


def expected(holds: SourceThresholds) -> set[tuple[str, str, str]]:
    """Every pair of documents compared by the stricter thresholds of their sources."""
    found = set()
    for a, b in combinations(DOCUMENTS, 2):
        kind = compare(profile(a.text), profile(b.text), holds.between(a.source, b.source)).kind
        if kind:
            found.add((min(a.source_uri, b.source_uri), max(a.source_uri, b.source_uri), kind))
    return found


def test_the_documents_are_worth_the_test() -> None:
    """Every threshold that the histories choose from makes a difference."""
    by_near = [len(expected(SourceThresholds(Thresholds(near, 1.0)))) for near in (0.5, 0.6, 0.7, 0.85)]
    by_contains = [len(expected(SourceThresholds(Thresholds(1.0, c)))) for c in (0.6, 0.65, 0.8, 0.95)]
    assert by_near == sorted(set(by_near), reverse=True)
    assert by_contains == sorted(set(by_contains), reverse=True)


def test_the_stricter_of_two_sources_holds(files: Files) -> None:
    """A pair between a strict source and a loose one is judged by the strict one; evidence goes with it."""
    pair = [edited(20), " ".join(WORDS)]
    score = compare(profile(pair[0]), profile(pair[1])).jaccard
    documents = [
        make_document(f"{source}-{n}.txt", text, source=source)
        for source in SOURCES
        for n, text in enumerate(pair)
    ]
    load(files, documents)
    assert USUAL.near < score < 0.9
    with open_run(files) as writer:
        writer.limit(writer.thresholds().choose("wire", Choice(near=0.95, contains=1.0)))
    assert {(a, b) for a, b, kind in relations(files) if kind == "near"} == {
        ("default-0.txt", "default-1.txt"),
        ("default-0.txt", "tabloid-1.txt"),
        ("default-1.txt", "tabloid-0.txt"),
        ("tabloid-0.txt", "tabloid-1.txt"),
    }
    pairs = "SELECT DISTINCT doc_a, doc_b FROM {} ORDER BY ALL"
    assert rows(files, pairs.format("evidence")) == rows(files, pairs.format("relations"))


def test_documents_of_one_text_and_two_sources(files: Files) -> None:
    """Where only one of them has a threshold that lets a third document in, that one holds it."""
    texts = [" ".join(WORDS), edited(20), edited(20)]
    load(
        files,
        [
            make_document("first.txt", texts[0], published_at=datetime(2026, 1, 1, tzinfo=UTC)),
            make_document("loose.txt", texts[1]),
            make_document("strict.txt", texts[2], source="wire"),
        ],
    )
    with open_run(files) as writer:
        changed = writer.limit(writer.thresholds().choose("wire", Choice(0.95, 0.95)))
    assert changed == 1
    groups = rows(
        files, "SELECT list(source_uri ORDER BY 1) FROM copies JOIN documents USING (doc_id) GROUP BY copy_id"
    )
    assert sorted(groups) == [(["first.txt", "loose.txt"],), (["strict.txt"],)]


def test_nothing_to_change(files: Files) -> None:
    """Setting what holds already changes nothing and keeps when it was set."""
    load(files, DOCUMENTS[:4])
    before = rows(files, "SELECT * FROM thresholds")
    with open_run(files) as writer:
        assert writer.limit(writer.thresholds().choose(None, Choice(0.7))) == 0
        assert writer.limit(writer.thresholds().choose("wire", Choice())) == 0
        assert writer.limit(writer.thresholds().reset("wire")) == 0
    assert rows(files, "SELECT * FROM thresholds") == before


def test_explain_uses_the_thresholds_that_hold(files: Files) -> None:
    """A pair is explained by those of its sources, and asked just as matching asked it."""
    load(files, [make_document("a.txt", " ".join(WORDS)), make_document("b.txt", edited(20), source="wire")])
    with open_run(files) as writer:
        writer.limit(writer.thresholds().choose("wire", Choice(0.9, 0.95)))
    with open_reader(files) as reader:
        found = reader.explain(reader.resolve("a.txt"), reader.resolve("b.txt"))
    assert (found.evidence.thresholds, found.comparison.kind) == (Thresholds(0.9, 0.95), None)
    assert {check.threshold for check in found.evidence.checks if check.what == "jaccard"} == {0.9}


@pytest.mark.parametrize("choice", [Choice(0.49), Choice(1.01), Choice(contains=0.59), Choice(float("nan"))])
def test_what_is_no_threshold(choice: Choice) -> None:
    """Below the floor pairs would be missing, and nothing reaches more than 1."""
    with pytest.raises(UsageError, match="choose one from"):
        SourceThresholds().choose("wire", choice)


def test_what_a_source_leaves_open() -> None:
    """A source takes from the warehouse what it has not of its own, and gives that back when it is reset."""
    holds = SourceThresholds().choose("wire", Choice(near=0.9)).choose(None, Choice(contains=0.8))
    assert holds.of("wire") == Thresholds(0.9, 0.8)
    assert holds.of("herald") == Thresholds(0.7, 0.8)
    assert holds.between("wire", "herald") == holds.between("herald", "wire") == Thresholds(0.9, 0.8)
    assert holds.choose("wire", Choice(contains=0.7)).of("wire") == Thresholds(0.9, 0.7)
    assert holds.reset("wire").of("wire") == holds.default
    assert holds.reset("wire").reset(None) == SourceThresholds()
