"""Loading: versions, unchanged input, rejects, and what a failed run leaves."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
import pytest

from builders import load, make_batch, make_document, open_run
from ingest.model import Cut, Embed, Notice, Reject
from tables import rows
from warehouse.batch import Batch
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import open_reader

STORY = (
    "The harbour board of Lindholm voted on Tuesday evening to close the old ferry quay for good, "
    "after repairs turned out to cost more than the town could ever earn back from it."
)


def test_a_document_arrives_whole(files: Files) -> None:
    """Every field, cut, embed and notice can be read back."""
    extracted = f"{STORY} Ad"
    document = make_document(
        "a.txt",
        STORY,
        url="https://bugle.example/quay",
        site="bugle.example",
        title="Quay to close",
        published_at=datetime(2026, 3, 1, 8, tzinfo=UTC),
        extracted_text=extracted,
        cuts=[Cut(len(STORY), len(extracted), "advertisement", "ad-label", "It says Ad.")],
        embeds=[
            Embed(None, None, "x", "A", "a", datetime(2026, 3, 1).date(), "Hi", ("https://t.example/1",))
        ],
        notices=[Notice(0, 3, "copyright", "Bugle", "bugle.example", 2026)],
    )
    load(files, [document])
    [row] = rows(files, "SELECT doc_id, url, site, title, text, extracted_text, revision FROM documents")
    assert row == (
        document.doc_id, document.url, "bugle.example", "Quay to close", STORY, extracted, 1,
    )  # fmt: skip
    assert rows(files, 'SELECT start, "stop", kind, rule, reason, text FROM removals') == [
        (len(STORY), len(extracted), "advertisement", "ad-label", "It says Ad.", " Ad")
    ]
    assert rows(files, "SELECT platform, handle, urls FROM embeds") == [("x", "a", ["https://t.example/1"])]
    assert rows(files, "SELECT role, name, domain, year FROM notices") == [
        ("copyright", "Bugle", "bugle.example", 2026)
    ]
    with open_reader(files) as reader:
        [version] = reader.versions([document.doc_id])
    assert version.raw == document.raw


def test_the_same_input_again_changes_nothing(files: Files) -> None:
    """A second run over the same bytes says unchanged and leaves every row as it was."""
    documents = [make_document("a.txt", STORY), make_document("b.txt", STORY + " More follows.")]
    load(files, documents)
    before = rows(files, "SELECT * FROM documents ORDER BY doc_id")
    counts = load(files, documents)
    assert (counts.added, counts.updated, counts.unchanged) == (0, 0, 2)
    assert rows(files, "SELECT * FROM documents ORDER BY doc_id") == before


def test_a_changed_document_keeps_its_old_version(files: Files) -> None:
    """A new wording becomes revision 2, and the old one can still be read with its cuts."""
    old = make_document(
        "a.txt", "Old.", extracted_text="Old. Ad", cuts=[Cut(4, 7, "advertisement", "ad-label", "Ad.")]
    )
    load(files, [old])
    counts = load(files, [make_document("a.txt", "New.")])
    assert counts.updated == 1
    assert rows(files, "SELECT text, revision FROM documents") == [("New.", 2)]
    assert rows(files, "SELECT * FROM removals") == []
    assert rows(files, "SELECT number, text FROM store.revisions ORDER BY number") == [
        (1, "Old."),
        (2, "New."),
    ]
    assert rows(files, "SELECT number, text FROM store.cuts") == [(1, " Ad")]


def test_a_changed_document_leaves_its_group(files: Files) -> None:
    """Relations, evidence and groups follow the current texts; texts that nobody holds are forgotten."""
    load(files, [make_document("a.txt", STORY), make_document("b.txt", STORY + " More follows.")])
    assert rows(files, "SELECT kind FROM relations") == [("near",)]
    load(
        files,
        [make_document("b.txt", "Something else entirely is reported here now, and nothing of the quay.")],
    )
    assert rows(files, "SELECT * FROM relations") == []
    assert rows(files, "SELECT * FROM evidence") == []
    assert rows(files, "SELECT DISTINCT size, is_canonical FROM copies") == [(1, True)]
    assert rows(files, "SELECT count(*) FROM store.contents") == [(2,)]
    assert rows(files, "SELECT count(DISTINCT content_no) FROM store.band_keys") == [(2,)]


def test_a_new_date_moves_the_canonical_document(files: Files) -> None:
    """The canonical copy is chosen anew when only a date changes."""
    day = datetime(2026, 3, 5, tzinfo=UTC)
    load(files, [make_document("a.txt", STORY, published_at=day), make_document("b.txt", STORY)])
    assert rows(files, "SELECT source_uri FROM articles") == [("a.txt",)]
    load(files, [make_document("b.txt", STORY, published_at=day.replace(day=1))])
    assert rows(files, "SELECT source_uri, copies FROM articles") == [("b.txt", 2)]
    [(why,)] = rows(files, "SELECT DISTINCT why_canonical FROM copies")
    assert why == "It was published first, on 2026-03-01 00:00 UTC."


def test_identical_texts_are_exact_copies(files: Files) -> None:
    """Documents with one text are related pair by pair, with the whole text as evidence."""
    load(files, [make_document(name, STORY) for name in ("a.txt", "b.txt", "c.txt")])
    assert rows(files, "SELECT DISTINCT kind, jaccard, containment, score FROM relations") == [
        ("exact", 1, 1, 1)
    ]
    assert rows(files, "SELECT count(*) FROM relations WHERE doc_a < doc_b") == [(3,)]
    assert rows(files, "SELECT DISTINCT kind, text, start_a, stop_b FROM evidence") == [
        ("passage", STORY, 0, len(STORY))
    ]
    assert rows(files, "SELECT DISTINCT size FROM copies") == [(3,)]


def test_evidence_names_the_same_words_on_both_sides(files: Files) -> None:
    """The offsets of a passage hold its words in both texts, whichever document has the smaller id."""
    long = f"{STORY} Fishermen who land their catch there have until the end of autumn to find another basin."
    load(files, [make_document(f"{n}.txt", f"Number {n} begins. {long} And {n} ends.") for n in range(4)])
    sql = """
        SELECT e.text, a.text[e.start_a + 1 : e.stop_a], b.text[e.start_b + 1 : e.stop_b]
        FROM evidence e JOIN documents a ON a.doc_id = e.doc_a JOIN documents b ON b.doc_id = e.doc_b
    """
    found = rows(files, sql)
    assert len(found) == 6
    assert all(text == left == right and long[:-1] in text for text, left, right in found)


def test_rejects_are_kept_once_and_closed_by_success(files: Files) -> None:
    """A reject has one row however often it comes, and is closed when its place is accepted."""
    bad = Reject("default", "a.txt", "empty", "The file is empty.", "0" * 64, 0, b"")
    for _ in range(2):
        with open_run(files) as writer:
            writer.load(Batch(rejects=[bad]))
    assert rows(files, "SELECT source_uri, error_code, size, replayed_at FROM rejects") == [
        ("a.txt", "empty", 0, None)
    ]
    with open_reader(files) as reader:
        assert reader.query("SELECT rejected, seen FROM runs").rows == [(1, 1), (1, 1)]
    load(files, [make_document("a.txt", STORY)])
    [(closed,)] = rows(files, "SELECT replayed_at FROM rejects")
    assert closed is not None


def test_a_batch_is_loaded_whole_or_not_at_all(files: Files) -> None:
    """An error in the middle of a batch leaves nothing of it, and the batches before it stay."""
    broken = make_batch([make_document("b.txt", STORY)])
    with pytest.raises(ValueError, match="zip"), open_run(files) as writer:
        writer.load(make_batch([make_document("a.txt", STORY)]))
        writer.load(Batch(broken.documents, [], [Reject("default", "x", "empty", "Empty.")]))
    with open_run(files):
        pass
    assert rows(files, "SELECT source_uri FROM documents") == [("a.txt",)]
    assert rows(files, "SELECT * FROM rejects") == []
    assert rows(files, "SELECT status, added FROM runs ORDER BY started_at") == [
        ("failed", 1),
        ("completed", 0),
    ]


def test_a_failed_run_publishes_nothing(files: Files) -> None:
    """Readers keep the last whole run while a failed one waits to be completed."""
    load(files, [make_document("a.txt", STORY)])
    with pytest.raises(RuntimeError, match="stop"), open_run(files) as writer:
        writer.load(make_batch([make_document("b.txt", "Another story.")]))
        raise RuntimeError("stop")
    assert rows(files, "SELECT count(*) FROM documents") == [(1,)]
    load(files)
    assert rows(files, "SELECT count(*) FROM documents") == [(2,)]


def test_only_the_published_file_is_needed(files: Files) -> None:
    """A warehouse of which only the published file was brought along can be loaded into."""
    load(files, [make_document("a.txt", STORY)])
    files.working.unlink()
    assert load(files, [make_document("b.txt", STORY)]).added == 1
    assert rows(files, "SELECT count(*) FROM documents") == [(2,)]


def test_a_foreign_file_is_refused_and_left_alone(files: Files) -> None:
    """A DuckDB file of somebody else, or no DuckDB file at all, gets a sentence and stays as it is."""
    with duckdb.connect(files.published) as connection:
        connection.execute("CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(WarehouseError, match="not made by copydesk"), open_run(files):
        pass
    assert {path.name for path in files.published.parent.iterdir()} == {files.published.name}
    files.published.write_bytes(b"no database")
    with pytest.raises(WarehouseError, match="Cannot open"), open_run(files):
        pass
    assert files.published.read_bytes() == b"no database"


def test_a_run_that_was_killed_counts_as_crashed(files: Files) -> None:
    """A run left as running is marked by the next one, which holds the lock."""
    load(files)
    with duckdb.connect(files.working) as connection:
        connection.execute("UPDATE runs SET status = 'running'")
    load(files)
    with open_reader(files) as reader:
        told = reader.query("SELECT status FROM runs ORDER BY started_at").rows
    assert told == [("crashed",), ("completed",)]
