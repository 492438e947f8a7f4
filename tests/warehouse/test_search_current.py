"""The index: it stays current, and how it came to be does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_document, open_run
from ingest.model import Document
from searched import ALL, FLOOD, MUSEUM, QUAY, uris
from tables import rows
from warehouse import index
from warehouse.files import Files


def test_a_changed_document_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    """An update takes the old words out of the answers, and the statistics with them."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    new = make_document(
        "quay.txt", "The lighthouse shines again.", modified_at=datetime(2026, 4, 1, tzinfo=UTC)
    )
    load(files, [QUAY, FLOOD])
    load(files, [new])
    load(fresh, [FLOOD, new])
    assert uris(files, "ferry") == []
    assert uris(files, "lighthouse") == ["quay.txt"]
    every = "SELECT doc_id, score FROM search('flooded lighthouse museum')"
    assert rows(files, every) == rows(fresh, every)


def test_a_file_from_before_is_indexed_by_its_next_run(tmp_path: Path) -> None:
    """Documents that no index knows are taken in by the next run, whatever it loads."""
    files = files_in(tmp_path)
    load(files, [QUAY])
    with duckdb.connect(files.working) as connection:
        for table in ("vocabulary", "search_entries", "search_chunks", "postings"):
            connection.execute(f"DELETE FROM store.{table}")
    load(files, [MUSEUM])
    assert uris(files, "ferry slate") == ["museum.txt", "quay.txt"]


@pytest.mark.slow
def test_small_parts_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small loads leave few parts, released words are gone from them, and answers stay the same."""
    monkeypatch.setattr(index, "_MANY", 3)
    files = files_in(tmp_path)
    for document in ALL:
        load(files, [document])
    load(files, [make_document("quay.txt", "Gone.", modified_at=datetime(2026, 4, 1, tzinfo=UTC))])
    load(files, [make_document("late.txt", "A late museum.")])
    [(parts,)] = rows(files, "SELECT count(DISTINCT chunk_no) FROM store.postings")
    assert parts <= 3
    assert uris(files, "+museum slate") == ["museum.txt", "late.txt", "flood.txt"]
    dead = "SELECT token FROM store.postings JOIN store.vocabulary USING (token_no) WHERE token = 'ferry'"
    assert rows(files, dead) == []


@pytest.mark.slow
def test_large_parts_hold_each_word_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Middling parts become a large one, whose rows are in the order of its words; answers stay the same."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    load(fresh, ALL)
    monkeypatch.setattr(index, "_FEW_WORDS", 1)
    monkeypatch.setattr(index, "_LARGE", 60)
    for document in ALL:
        load(files, [document])
    stored = rows(files, "SELECT chunk_no, token_no FROM store.postings ORDER BY rowid")
    assert len({chunk for chunk, _ in stored}) < len(ALL)
    large = min(chunk for chunk, _ in stored)
    tokens = [token for chunk, token in stored if chunk == large]
    assert tokens == sorted(tokens)
    assert len(set(tokens)) < len(tokens)
    every = "SELECT doc_id, score FROM search('flooded old museum quay \"im Norden\"')"
    assert rows(files, every) == rows(fresh, every)


def test_no_word_of_a_forgotten_document_stays(tmp_path: Path) -> None:
    """Its words, of all its versions, are in no table and no byte; the answers are those without it."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    old = make_document("secret.txt", "The zanzibarine museum.", modified_at=datetime(2026, 1, 1, tzinfo=UTC))
    new = make_document("secret.txt", "The quixotry museum.", modified_at=datetime(2026, 1, 2, tzinfo=UTC))
    load(files, [QUAY, old])
    load(files, [new])
    with open_run(files) as writer:
        writer.forget([old.doc_id], "On request.")
    load(files, [MUSEUM])
    load(fresh, [QUAY, MUSEUM])
    data = files.working.read_bytes() + files.published.read_bytes()
    assert b"quixotr" not in data
    assert b"zanzibar" not in data
    every = "SELECT doc_id, score FROM search('museum zanzibarine quixotry slate ferries')"
    assert rows(files, every) == rows(fresh, every)
    assert len(rows(files, every)) == 2


TEXTS = st.lists(
    st.tuples(
        st.sampled_from("abcd"), st.lists(st.sampled_from("flood floods ferry quay old".split()), min_size=1)
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), TEXTS)
def test_any_order_gives_the_same_answers(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, made: list[tuple[str, list[str]]]
) -> None:
    """However versions from several places are split into runs and ordered, scores are the same to the bit."""
    documents = [
        make_document(
            f"{number}.txt",
            " ".join(words),
            url=f"https://herald.example/{name}",
            modified_at=datetime(2026, 1, 1 + number, tzinfo=UTC),
        )
        for number, (name, words) in enumerate(made)
    ]
    answers = []
    for order in (documents, data.draw(st.permutations(documents))):
        files = files_in(tmp_path_factory.mktemp("order"))
        load_in_runs(files, order, data.draw(st.integers(1, 3)))
        answers.append(everything(files))
    assert answers[0] == answers[1]


def load_in_runs(files: Files, documents: Sequence[Document], size: int) -> None:
    """Load a few documents at a time."""
    for start in range(0, len(documents), size):
        load(files, documents[start : start + size])


def everything(files: Files) -> list[list[tuple[UUID, float]]]:
    """What some queries find."""
    queries = ("flood", "flooding ferry", '"old quay"', "f* -old")
    return [rows(files, "SELECT doc_id, score FROM search(?)", query) for query in queries]
