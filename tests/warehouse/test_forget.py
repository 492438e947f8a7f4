"""Forgetting documents."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_batch, make_document, open_run
from ingest.clean.engine.lines import Page
from ingest.clean.learned.blocks import blocks
from ingest.model import Cut, Document, Embed, LeftOut, Notice, Reject
from tables import contents, rows
from warehouse import arrow
from warehouse.database import open_working
from warehouse.files import Files
from warehouse.forget import Forgotten
from warehouse.holdings import ELSEWHERE, OF_DOCUMENTS, OF_TEXTS
from warehouse.reader import open_reader
from warehouse.verdicts import Verdict

MARKER = "zanzibarine kelp"
STORY = (
    "The harbour board of Lindholm voted on Tuesday to close the old ferry quay for good, and two of its "
    "members asked for a survey of the piles before any work begins there in spring."
)


def marked(number: int) -> Document:
    """A document in whose every part the marker stands."""
    line = f"Friends of the {MARKER} meet on Fridays at the old mill"
    story = STORY if number == 0 else " ".join(f"w{number}x{word} of" for word in range(40))
    text = f"{story} Number {number} of {MARKER}.\n\n{line}"
    extracted = f"{text}\n\nAdvert for {MARKER}"
    start = extracted.index("Advert")
    document = make_document(
        f"{MARKER}/{number}.txt",
        text,
        url=f"https://tarn.example/{MARKER.replace(' ', '-')}/{number}",
        title=f"All about {MARKER}",
        site="tarn.example",
        extracted_text=extracted,
        published_at=datetime(2026, 3, number + 1, tzinfo=UTC),
        cuts=[Cut(start, len(extracted), "advertisement", "ad-label", f"It names {MARKER}.")],
        embeds=[Embed(None, None, "x", MARKER, None, None, MARKER, (f"https://x.example/{MARKER}",))],
        notices=[Notice(None, None, "photo", MARKER)],
    )
    return replace(
        document,
        extra=f'{{"note": "{MARKER}"}}',
        left_out=(LeftOut("navigation", "nav", f"It says {MARKER}.", MARKER),),
        blocks=blocks(Page(extracted), document.cuts, "tarn.example", None),
    )


def marked_warehouse(files: Files) -> list[UUID]:
    """Fill a warehouse with the marker in every place that can hold words; return the ids of who holds it."""
    documents = [marked(number) for number in range(6)]
    first, other = documents[0], make_document("other.txt", STORY)
    data = f"broken {MARKER}".encode()
    with open_run(files, parameters={"paths": [f"/data/{MARKER}/0.txt"]}) as writer:
        place = Reject("default", first.source_uri, "malformed", f"Bad: {MARKER}", "0" * 64, 9, data)
        writer.load(make_batch([], rejects=[place]))
        writer.load(make_batch([*documents, other]))
        changed = replace(
            first, text=f"{first.text} More {MARKER}.", content_hash="1" * 64, version_hash="1" * 64
        )
        writer.load(make_batch([changed]))
        writer.judge([Verdict.on(first.doc_id, other.doc_id, "linked", f"Both on {MARKER}")])
        [(rule,)] = writer.connection.execute(
            "SELECT rule FROM rules WHERE state = 'proposed' AND text LIKE 'Friends%'"
        ).fetchall()
        writer.decide([rule], "approved")
    verdicts = {"doc_a": str(first.doc_id), "doc_b": str(other.doc_id), "note": f"Both on {MARKER}"}
    with open_run(files, parameters={"verdicts": [verdicts]}):
        pass
    return [document.doc_id for document in documents]


def places(files: Files) -> set[str]:
    """The tables in which the marker stands, raw bytes unpacked."""
    found = set()
    with duckdb.connect(files.working, read_only=True) as connection:
        connection.create_function("unpacked", lambda data: repr(arrow.unpack(data, "")), ["BLOB"], "VARCHAR")
        columns = connection.execute(
            "SELECT c.schema_name || '.' || c.table_name, c.column_name, c.data_type FROM duckdb_columns() c"
            " JOIN duckdb_tables() t USING (table_oid) WHERE NOT t.internal"
        ).fetchall()
        for table, column, kind in columns:
            value = f'unpacked("{column}")' if kind == "BLOB" else f'"{column}"::VARCHAR'
            sql = f"SELECT count(*) FROM {table} WHERE {value} LIKE ? OR {value} LIKE ?"
            [(count,)] = connection.execute(sql, [f"%{MARKER}%", f"%{MARKER.replace(' ', '-')}%"]).fetchall()
            if count:
                found.add(f"{table}.{column}")
    return found


def in_bytes(files: Files) -> list[str]:
    """The files in whose bytes the marker stands."""
    folder = files.published.parent
    return sorted(path.name for path in folder.iterdir() if MARKER.encode() in path.read_bytes())


def forget(files: Files, doc_ids: list[UUID], reason: str = "On request.") -> Forgotten:
    with open_run(files) as writer:
        return writer.forget(doc_ids, reason)


def test_nothing_is_left_of_what_was_forgotten(files: Files) -> None:
    """Neither any table nor any byte of any file holds a phrase of a forgotten document."""
    doc_ids = marked_warehouse(files)
    assert {table.rsplit(".", 1)[0] for table in places(files)} == {
        "main.runs", "main.verdicts", "store.changes", "store.cuts", "store.decisions", "store.embeds",
        "store.left_out", "store.notices", "store.rejects", "store.revisions", "store.sightings",
        "store.heads",
    }  # fmt: skip
    assert in_bytes(files) == [path.name for path in (files.published, files.runs, files.working)]
    done = forget(files, doc_ids)
    assert (done.documents, done.versions, done.rejects, done.copies) == (6, 7, 1, 1)
    assert places(files) == set()
    assert in_bytes(files) == []
    assert rows(files, "SELECT source_uri, text FROM documents") == [("other.txt", STORY)]
    assert rows(files, "SELECT reason, len(raw_hashes) FROM tombstones") == [("On request.", 1)] * 6
    assert rows(files, "SELECT DISTINCT text FROM rules WHERE state = 'approved'") == [("(forgotten)",)]


def test_a_line_that_another_document_holds_stays(files: Files) -> None:
    """The line of a learned rule is told as long as a document is left that holds it."""
    doc_ids = marked_warehouse(files)
    forget(files, doc_ids[:5])
    [(text,)] = rows(files, "SELECT text FROM rules WHERE state = 'approved'")
    assert MARKER in text
    assert rows(files, "SELECT count(*) FROM store.repeats") == [(0,)]


def test_every_table_is_known_to_forgetting() -> None:
    """A table names documents or texts in a column that forgetting knows, or it is listed with a reason."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        load(files)
        found = rows(
            files,
            "SELECT schema_name || '.' || table_name, list(column_name) FROM duckdb_columns()"
            " JOIN duckdb_tables() USING (schema_name, table_name) WHERE NOT duckdb_tables.internal GROUP BY 1",
        )
    keyed = {table for table, columns in found if set(columns) & {*OF_DOCUMENTS, *OF_TEXTS}}
    assert {table for table, _ in found} == keyed | ELSEWHERE.keys()


def test_what_was_forgotten_is_refused(files: Files) -> None:
    """A forgotten document is a reject when it comes again: with other words, or as it was elsewhere."""
    document = make_document("a.txt", STORY, url="https://tarn.example/a")
    load(files, [document])
    forget(files, [document.doc_id])
    changed = make_document("b.txt", f"{STORY} More.", url="https://tarn.example/a")
    moved = replace(make_document("c.txt", STORY), raw_hash=document.raw_hash)
    counts = load(files, [document, changed, moved, make_document("d.txt", "Other news.")])
    assert (counts.added, counts.rejected) == (1, 3)
    told = rows(files, "SELECT source_uri, error_code, reason FROM rejects ORDER BY source_uri")
    assert [row[:2] for row in told] == [(name, "forgotten") for name in ("a.txt", "b.txt", "c.txt")]
    assert all(reason.endswith("stays away: On request.") for _, _, reason in told)
    assert rows(files, "SELECT count(raw) FROM store.rejects") == [(0,)]


def test_bytes_that_another_document_has_are_not_refused(files: Files) -> None:
    """Forgetting one of two documents of the same bytes leaves the other, and it may come again."""
    one, two = make_document("a.txt", STORY), make_document("b.txt", STORY)
    load(files, [one, two])
    forget(files, [one.doc_id])
    again = replace(two, source_uri="c.txt", doc_id=make_document("c.txt", "").doc_id)
    assert load(files, [one, again]).rejected == 1
    assert rows(files, "SELECT source_uri FROM documents ORDER BY ALL") == [("b.txt",), ("c.txt",)]


def test_what_a_stopped_run_forgot_is_cleared_away_by_the_next(files: Files) -> None:
    """Where a run ended before it wrote the files anew, the next completed run does it."""
    doc_ids = marked_warehouse(files)
    with pytest.raises(RuntimeError), open_run(files) as writer:
        writer.forget(doc_ids, "On request.")
        raise RuntimeError("stopped")
    assert in_bytes(files) == [path.name for path in (files.published, files.runs, files.working)]
    load(files)
    assert in_bytes(files) == []


def test_leftovers_of_killed_runs_go_too(files: Files) -> None:
    """Half-written copies and spilled rows of earlier runs are gone after the next run."""
    load(files, [make_document("a.txt", "Other news.")])
    for name in (".news.duckdb.new", ".news.duckdb.working.new", ".news.duckdb.working.new.wal"):
        files.published.with_name(name).write_text(MARKER)
    files.spill.mkdir()
    (files.spill / "spilled.tmp").write_text(MARKER)
    load(files)
    assert {path.name for path in files.published.parent.iterdir()} <= {
        files.published.name, files.working.name, files.lock.name, files.runs.name,
    }  # fmt: skip


def test_a_forgotten_file_keeps_its_schema(files: Files) -> None:
    """Comments, views and migrations are in the file that was written anew."""
    load(files, [make_document("a.txt", STORY), make_document("b.txt", "Other news.")])
    sql = """
        SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal
        UNION ALL SELECT schema_name, view_name, NULL, NULL, comment FROM duckdb_views() WHERE NOT internal
        UNION ALL SELECT schema_name, table_name, NULL, NULL, comment FROM duckdb_tables() WHERE NOT internal
        ORDER BY ALL
    """
    before = rows(files, sql)
    forget(files, [make_document("a.txt", STORY).doc_id])
    assert rows(files, sql) == before
    with open_working(files) as connection:
        assert connection.execute("SELECT value FROM settings WHERE name = 'rewrite'").fetchall() == [("",)]
    with open_reader(files) as reader:
        assert reader.status().documents == 1


WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school train".split()
BODIES = [
    " ".join(f"{WORDS[(n * 7 + k) % 13]} {n}x{k // 3} {WORDS[(k * k + n) % 13]}" for k in range(40))
    for n in range(2)
]
DOCUMENTS = [
    make_document(f"{n}-{index}.txt", text, url=f"https://s{index}.example/{n}", site=f"s{index}.example")
    for n, body in enumerate(BODIES)
    for index, text in enumerate((body, f"{body} Indeed.", body[: len(body) // 2], body.upper()))
]


@pytest.mark.slow
@given(st.lists(st.sampled_from(range(len(DOCUMENTS))), min_size=1, max_size=6, unique=True), st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_rest_is_as_if_it_had_never_come(gone: list[int], again: bool) -> None:
    """What is left equals a warehouse without these documents; texts, pairs, groups and counts included."""
    with tempfile.TemporaryDirectory() as folder:
        files, never = files_in(Path(folder) / "files"), files_in(Path(folder) / "never")
        load(files, DOCUMENTS)
        forget(files, [DOCUMENTS[number].doc_id for number in gone])
        if again:
            load(files, DOCUMENTS)
        load(never, [document for number, document in enumerate(DOCUMENTS) if number not in gone])
        left, right = contents(files), contents(never)
        assert {name: left[name] for name in left if name != "rejects"} == {
            name: right[name] for name in right if name != "rejects"
        }
        for table in ("contents", "pairs", "band_keys"):
            sql = f"SELECT count(*) FROM store.{table}"
            assert rows(files, sql) == rows(never, sql)
