"""Reading the published file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from builders import load, make_document, open_run
from ingest.model import Cut, Reject
from warehouse.batch import Batch
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import Reader, open_reader

STORY = (
    "The harbour board voted on Tuesday evening to close the old ferry quay for good, its chairwoman said."
)
AD = Cut(len(STORY), len(STORY) + 3, "advertisement", "ad-label", "It says Ad.")
FIRST = make_document("a.txt", STORY, title="Quay", extracted_text=f"{STORY} Ad", cuts=[AD])


@pytest.fixture
def loaded(files: Files) -> Files:
    """A warehouse with two copies, another article, and a reject."""
    with open_run(files) as writer:
        writer.load(Batch(rejects=[Reject("default", "bad.txt", "empty", "The file is empty.")]))
    load(
        files,
        [FIRST, make_document("b.txt", STORY + " More follows."), make_document("c.txt", "Other news.")],
    )
    return files


def test_query_gives_columns_and_rows(loaded: Files) -> None:
    """SQL gives named columns, and records of them."""
    with open_reader(loaded) as reader:
        assert reader.query("SELECT 1 AS a, 'x' AS b").records() == [{"a": 1, "b": "x"}]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT nothing FROM documents",
        "DELETE FROM runs",
        "CREATE TABLE mine (a INTEGER)",
        "SELECT * FROM read_text('{other}')",
        "COPY runs TO '{other}'",
        "ATTACH '{other}' AS other",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELEC",
    ],
)
def test_query_reads_this_file_and_nothing_else(loaded: Files, tmp_path: Path, sql: str) -> None:
    """Writing, other files, settings, extensions and mistakes end in one line."""
    other = tmp_path / "other.txt"
    other.write_text("secret")
    with open_reader(loaded) as reader, pytest.raises(WarehouseError) as caught:
        reader.query(sql.format(other=other))
    assert "\n" not in str(caught.value)
    assert other.read_text() == "secret"


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{published}' (USE_TMP_FILE false)",
        "COPY (SELECT 1) TO '{published}.wal'",
        "WITH written AS (COPY (SELECT 1) TO '{published}.wal' (USE_TMP_FILE false)) SELECT 1",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{published}.wal'",
        "PREPARE writing AS COPY (SELECT 1) TO '{published}.wal'; EXECUTE writing",
        "COPY (SELECT 1) TO '{published}.tmp/out.csv'",
        "EXPORT DATABASE '{published}.tmp/out'",
        "SELECT * FROM read_text('{published}.tmp/left.txt')",
        "SELECT * FROM read_blob('{published}')",
    ],
)
def test_query_writes_no_file_of_the_warehouse_either(loaded: Files, sql: str) -> None:
    """DuckDB's exceptions for the file itself, its log and what it spills are closed too."""
    spilled = loaded.published.with_name(f"{loaded.published.name}.tmp")
    spilled.mkdir()
    (spilled / "left.txt").write_text("left")
    before = {path: path.read_bytes() for path in loaded.published.parent.rglob("*") if path.is_file()}
    with open_reader(loaded) as reader, pytest.raises(WarehouseError, match="disabled by configuration"):
        reader.query(sql.format(published=loaded.published))
    after = {path: path.read_bytes() for path in loaded.published.parent.rglob("*") if path.is_file()}
    assert after == before


def test_too_large_a_query_is_told_in_a_sentence(loaded: Files) -> None:
    """A query that does not fit into memory is an error of its own, since nothing is spilled to the disk."""
    limits = {"memory_limit": "30MB", "temp_directory": ""}
    with duckdb.connect(loaded.published, read_only=True, config=limits) as connection:
        reader = Reader(connection, loaded)
        with pytest.raises(WarehouseError, match="needs more memory"):
            reader.query("SELECT max(len(l)) FROM (SELECT list(hash(range)) AS l FROM range(5000000))")


def test_documents_are_found_by_id_prefix_and_place(loaded: Files) -> None:
    """A document can be named by its id, the beginning of it, or its source_uri."""
    with open_reader(loaded) as reader:
        for name in (str(FIRST.doc_id), str(FIRST.doc_id)[:13].upper(), "a.txt"):
            assert reader.resolve(name) == FIRST.doc_id
        with pytest.raises(WarehouseError, match=r"No document has .* 'nowhere.txt'"):
            reader.resolve("nowhere.txt")
        with pytest.raises(WarehouseError, match="No document"):
            reader.resolve("")


def test_a_doubtful_name_lists_what_it_fits(files: Files) -> None:
    """One path in two collections is two documents, and the error says which."""
    load(files, [make_document("a.txt", "One."), make_document("a.txt", "Two.", source="other")])
    with open_reader(files) as reader, pytest.raises(WarehouseError, match="fits more than one document"):
        reader.resolve("a.txt")


def test_a_document_with_all_that_hangs_on_it(loaded: Files) -> None:
    """One call gives fields, texts, cuts and the group."""
    with open_reader(loaded) as reader:
        found = reader.document(FIRST.doc_id)
    assert (found.fields["title"], found.text, found.extracted_text) == ("Quay", STORY, f"{STORY} Ad")
    assert [(cut.rule, cut.text) for cut in found.cuts] == [("ad-label", " Ad")]
    assert found.group["size"] == 2


def test_explain_scores_any_two_documents(loaded: Files) -> None:
    """Related documents come with their passages, unrelated ones with scores that say why not."""
    with open_reader(loaded) as reader:
        a, b, c = (reader.resolve(name) for name in ("a.txt", "b.txt", "c.txt"))
        related, unrelated = reader.explain(a, b), reader.explain(a, c)
    assert related.comparison.kind == "near"
    [passage] = related.passages
    assert related.b.text[passage.start_b : passage.stop_b] == STORY[:-1]
    assert [row.kind for row in related.rows] == ["same", "apart"]
    assert len(related.evidence.keys.bands) > 0
    assert (related.in_one_group, unrelated.in_one_group) == (True, False)
    assert related.canonical_a.fields["source_uri"] == related.canonical_b.fields["source_uri"] == "b.txt"
    assert (unrelated.comparison.kind, unrelated.comparison.jaccard, list(unrelated.passages)) == (
        None,
        0,
        [],
    )


def test_status_and_findings(loaded: Files) -> None:
    """Counts, runs, rejects and groups are those of what was loaded."""
    with open_reader(loaded) as reader:
        status, found = reader.status(), reader.found()
        last_run = reader.found(status.last_runs[1]["run_id"])
    assert (status.documents, status.articles, status.removals, status.relations) == (3, 2, 1, 1)
    assert status.rejects_by_code == {"empty": 1}
    assert [run["status"] for run in status.last_runs] == ["completed", "completed"]
    assert status.published_size > 0
    [cut] = found.cuts
    assert (cut.kind, cut.rule, cut.cuts, cut.documents, cut.example) == (
        "advertisement",
        "ad-label",
        1,
        1,
        " Ad",
    )
    [group] = found.groups
    assert (group.title, group.size, group.members) == (None, 2, ["b.txt", "a.txt"])
    assert (found.documents, last_run.documents, len(last_run.rejects)) == (3, 0, 1)


def test_documents_that_a_rule_touched(loaded: Files) -> None:
    """A rule names its documents; an unknown one is answered with those that exist."""
    with open_reader(loaded) as reader:
        assert [document.fields["source_uri"] for document in reader.touched_by("ad-label")] == ["a.txt"]
        with pytest.raises(WarehouseError, match="Rules that cut: ad-label"):
            reader.touched_by("no-such-rule")


def test_nothing_to_read(files: Files) -> None:
    """Without a warehouse the error says what to do."""
    with pytest.raises(WarehouseError, match="Run `copydesk ingest` first"), open_reader(files):
        pass
