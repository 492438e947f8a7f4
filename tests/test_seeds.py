"""The sample corpus comes out as its answer key says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import duckdb
import pytest

from builders import files_in
from flows.pipeline import Request, run
from ingest.decode import decode
from seed_corpus import DOCUMENTS, KEY, SEEDS

PLAIN = [uri for uri, wanted in DOCUMENTS.items() if wanted.get("cuts")]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse that the pipeline makes of the corpus, open for reading."""
    files = files_in(tmp_path_factory.mktemp("seeds"))
    run(Request([str(SEEDS)]), files, on_wait=print)
    with duckdb.connect(files.published, read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection


@pytest.fixture(scope="module")
def documents(warehouse: duckdb.DuckDBPyConnection) -> dict[str, dict[str, Any]]:
    """Every document by its source_uri."""
    cursor = warehouse.execute("SELECT * FROM documents")
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {row["source_uri"]: row for row in rows}


def words(text: str) -> str:
    return " ".join(text.split())


def by_kind(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The texts of each kind, joined in their order: one run may be cut in one piece or in several."""
    texts: dict[str, list[str]] = defaultdict(list)
    for kind, text in pairs:
        texts[kind].append(words(text))
    return {kind: " ".join(each) for kind, each in texts.items()}


def test_every_document_is_there(documents: dict[str, dict[str, Any]]) -> None:
    """Nothing is missing and nothing is invented."""
    assert set(documents) == set(DOCUMENTS)


@pytest.mark.parametrize("uri", PLAIN)
def test_exactly_the_dirt_is_cut(uri: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    """Every piece of boilerplate goes, under its kind, and nothing else does."""
    sql = "SELECT r.kind, r.text FROM removals r JOIN documents USING (doc_id) WHERE source_uri = ? ORDER BY start"
    wanted = [(cut["kind"], cut["text"]) for cut in DOCUMENTS[uri]["cuts"]]
    assert by_kind(warehouse.execute(sql, [uri]).fetchall()) == by_kind(wanted)


def test_clean_documents_come_through_whole(warehouse: duckdb.DuckDBPyConnection) -> None:
    """A text without dirt is not touched."""
    whole = {uri for uri, wanted in DOCUMENTS.items() if uri.endswith(".txt") and not wanted["cuts"]}
    touched = "SELECT DISTINCT source_uri FROM removals JOIN documents USING (doc_id)"
    assert len(whole) >= 10
    assert not whole & {uri for (uri,) in warehouse.execute(touched).fetchall()}


@pytest.mark.parametrize("uri", DOCUMENTS)
def test_what_must_go_and_what_must_stay(uri: str, documents: dict[str, dict[str, Any]]) -> None:
    """The clean text has the sentences of the article and none of the dirt."""
    text = documents[uri]["text"]
    assert [piece for piece in DOCUMENTS[uri].get("must_stay", []) if piece not in text] == []
    assert [piece for piece in DOCUMENTS[uri].get("gone", []) if piece in text] == []


@pytest.mark.parametrize("uri", DOCUMENTS)
def test_fields(uri: str, documents: dict[str, dict[str, Any]]) -> None:
    """Title, site, language and date are read right, and a clock or weather widget gives no date."""
    found, wanted = documents[uri], DOCUMENTS[uri]
    assert (found["title"], found["site"], found["language"]) == (
        wanted["title"],
        wanted["site"],
        wanted["language"],
    )
    date = wanted["published_at"]
    assert found["published_at"] == (date and datetime.fromisoformat(date))
    assert (found["published_from"] is None) == (date is None)


def test_posts_become_rows(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Every embedded post is a row with its platform and handle."""
    wanted = sorted(
        (uri, post["platform"], post["handle"] or "")
        for uri, document in DOCUMENTS.items()
        for post in document.get("embeds", [])
    )
    sql = "SELECT source_uri, platform, coalesce(handle, '') FROM embeds JOIN documents USING (doc_id) ORDER BY ALL"
    assert warehouse.execute(sql).fetchall() == wanted


def test_no_word_of_a_post_stays(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The words of a post are not in the clean text."""
    sql = "SELECT source_uri FROM embeds e JOIN documents d USING (doc_id) WHERE e.text <> '' AND contains(d.text, e.text)"
    assert warehouse.execute(sql).fetchall() == []


def test_relations(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Exactly the copies are related as such, each by its kind; templates with other figures are not."""
    sql = """
        SELECT a.source_uri, b.source_uri, kind FROM relations
        JOIN documents a ON a.doc_id = doc_a JOIN documents b ON b.doc_id = doc_b
        WHERE kind <> 'story'
    """
    found = {(*sorted((a, b)), kind) for a, b, kind in warehouse.execute(sql).fetchall()}
    wanted = {(*sorted((each["a"], each["b"])), each["kind"]) for each in KEY["relations"]}
    assert found == wanted
    assert not {pair[:2] for pair in found} & {tuple(sorted(pair)) for pair in KEY["not_related"]}


def test_groups_of_copies(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The groups are those of the key, each with one canonical document."""
    sql = "SELECT list(source_uri ORDER BY source_uri) FROM copies JOIN documents USING (doc_id) GROUP BY copy_id"
    groups = [members for (members,) in warehouse.execute(sql).fetchall()]
    assert sorted(group for group in groups if len(group) > 1) == sorted(map(sorted, KEY["copies"]))
    one_each = "SELECT DISTINCT count(*) FILTER (is_canonical) FROM copies GROUP BY copy_id"
    assert warehouse.execute(one_each).fetchall() == [(1,)]


def test_versions(warehouse: duckdb.DuckDBPyConnection) -> None:
    """An article that stands twice with one address is one document with two versions, and tells what changed."""
    sql = "SELECT source_uri FROM documents WHERE revision > 1 ORDER BY source_uri"
    assert [uri for (uri,) in warehouse.execute(sql).fetchall()] == sorted(KEY["versions"].values())
    assert not set(KEY["versions"]) & set(DOCUMENTS)
    assert warehouse.execute("SELECT count(*) FROM revisions WHERE diff <> ''").fetchone() == (1,)


def test_rejects(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Every broken input is set aside under its code, with a sentence."""
    rows = warehouse.execute("SELECT source_uri, error_code, reason FROM rejects").fetchall()
    assert {uri: code for uri, code, _ in rows} == KEY["rejects"]
    assert all(reason.endswith(".") and len(reason.split()) > 3 for _, _, reason in rows)


def test_nothing_is_lost(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Clean text and removals give back the extracted text; plain text is the decoded file itself."""
    cuts = defaultdict(list)
    for doc_id, start, text in warehouse.execute(
        "SELECT doc_id, start, text FROM removals ORDER BY start"
    ).fetchall():
        cuts[doc_id].append((start, text))
    rows = warehouse.execute("SELECT doc_id, source_uri, text, extracted_text FROM documents").fetchall()
    for doc_id, uri, text, extracted in rows:
        for start, piece in cuts[doc_id]:
            text = text[:start] + piece + text[start:]
        assert text == extracted
        if uri.endswith(".txt"):
            assert extracted == decode((SEEDS / uri).read_bytes())
