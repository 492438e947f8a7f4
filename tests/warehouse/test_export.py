"""Exports: what is in them, and that the same documents give the same bytes."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from builders import files_in, load, make_document
from ingest.errors import UsageError
from ingest.model import Cut, Embed, Notice
from warehouse import export as module
from warehouse.errors import WarehouseError
from warehouse.export import Request
from warehouse.exporting import FORMATS
from warehouse.files import Files
from warehouse.reader import open_reader

STORY = (
    "The harbour board voted on Tuesday evening to close the old ferry quay for good, its chairwoman said."
)
QUAY = make_document(
    "quay.txt",
    STORY,
    title="Quay | closed",
    site="herald.example",
    published_at=datetime(2026, 3, 4, 8, tzinfo=UTC),
    extracted_text=f"{STORY} Ad",
    cuts=[Cut(len(STORY), len(STORY) + 3, "advertisement", "ad-label", "It says Ad.")],
    notices=[Notice(0, 3, "copyright", name="Corran Herald")],
    embeds=[Embed(0, 3, "x", handle="quay", text='He said: "No",\nand left.', urls=("https://x.example/1",))],
)
COPY = make_document("copy.txt", f"{STORY} More follows.", published_at=datetime(2026, 4, 1, tzinfo=UTC))
UNDATED = make_document("undated.txt", "Ein Museum öffnete am Montag einen neuen Flügel aus Schiefer.")
ALL = [QUAY, COPY, UNDATED]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with two copies and a document without a date; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("export"))
    load(files, ALL)
    return files


def export(files: Files, folder: Path, form: str = "parquet", **more: Any) -> dict[str, Any]:
    """Export into a folder; return the manifest."""
    with open_reader(files) as reader:
        return reader.export(Request(form, **more), folder)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of an export by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_parquet_by_month(filled: Files, tmp_path: Path) -> None:
    """Documents stand in the folder of their month, those without a date in one of their own."""
    export(filled, tmp_path / "out")
    documents = ds.dataset(tmp_path / "out" / "documents", partitioning="hive").to_table()
    found = {(row["month"], row["source_uri"]) for row in documents.to_pylist()}
    assert found == {("2026-03", "quay.txt"), ("2026-04", "copy.txt"), ("unknown", "undated.txt")}
    [row] = pq.read_table(tmp_path / "out" / "documents" / "month=2026-03" / "documents.parquet").to_pylist()
    assert (row["text"], row["extracted_text"]) == (STORY, f"{STORY} Ad")
    assert (row["doc_id"], row["published_at"]) == (str(QUAY.doc_id), QUAY.published_at)
    assert (row["canonical_doc_id"], row["copies"]) == (str(QUAY.doc_id), 2)
    [removal] = ds.dataset(tmp_path / "out" / "removals").to_table().to_pylist()
    assert (removal["rule"], removal["text"]) == ("ad-label", " Ad")
    [pair] = pq.read_table(tmp_path / "out" / "relations" / "relations.parquet").to_pylist()
    assert {pair["doc_a"], pair["doc_b"]} == {str(QUAY.doc_id), str(COPY.doc_id)}


def test_the_formats_agree(filled: Files, tmp_path: Path) -> None:
    """JSON, CSV and the DuckDB file hold the rows of the Parquet files."""
    for form in FORMATS:
        export(filled, tmp_path / form, form)
    jsonl = (tmp_path / "jsonl" / "embeds" / "month=2026-03" / "embeds.jsonl").read_text("utf-8")
    [embed] = map(json.loads, jsonl.splitlines())
    assert embed["urls"] == ["https://x.example/1"]
    with (tmp_path / "csv" / "embeds" / "month=2026-03" / "embeds.csv").open(newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["text"], json.loads(row["urls"]), row["author"]) == (embed["text"], embed["urls"], "")
    days = (tmp_path / "jsonl" / "documents" / "month=2026-03" / "documents.jsonl").read_text("utf-8")
    assert json.loads(days)["published_at"] == "2026-03-04T08:00:00Z"
    with duckdb.connect(tmp_path / "duckdb" / module.DATABASE, read_only=True) as connection:
        for table in module.TABLES:
            stored = connection.execute(f"SELECT * FROM {table}").fetchall()
            lines = [
                path.read_text("utf-8").splitlines()
                for path in sorted((tmp_path / "jsonl" / table).rglob("*.jsonl"))
            ]
            assert len(stored) == sum(map(len, lines))
        commented = "SELECT comment FROM duckdb_columns() WHERE column_name = 'title'"
        assert connection.execute(commented).fetchall() == [("Headline",)]


@pytest.mark.parametrize("form", ["parquet", "jsonl", "csv"])
def test_the_same_documents_give_the_same_bytes(filled: Files, tmp_path: Path, form: str) -> None:
    """Two exports are equal byte for byte, also from a warehouse that was loaded otherwise."""
    other = files_in(tmp_path / "other")
    load(other, [UNDATED])
    load(other, [COPY, QUAY])
    for name, files in (("a", filled), ("b", filled), ("c", other)):
        export(files, tmp_path / name, form)
    assert contents(tmp_path / "a") == contents(tmp_path / "b") == contents(tmp_path / "c")


def test_the_duckdb_file_has_the_same_rows_in_the_same_order(filled: Files, tmp_path: Path) -> None:
    """What a DuckDB file says does not depend on how the warehouse was loaded."""
    other = files_in(tmp_path / "other")
    load(other, [UNDATED])
    load(other, [COPY, QUAY])
    found = []
    for name, files in (("a", filled), ("b", other)):
        export(files, tmp_path / name, "duckdb")
        with duckdb.connect(tmp_path / name / module.DATABASE, read_only=True) as connection:
            found.append([connection.execute(f"FROM {table}").fetchall() for table in module.TABLES])
    assert found[0] == found[1]


def test_the_manifest_describes_every_file(filled: Files, tmp_path: Path) -> None:
    """Rows, sizes and hashes are those of the files that are there, and no others."""
    manifest = export(filled, tmp_path / "out")
    written = contents(tmp_path / "out")
    assert json.loads(written.pop("manifest.json")) == manifest
    card = written.pop("README.md").decode()
    assert {each["path"]: (each["bytes"], each["sha256"]) for each in manifest["files"]} == {
        path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in written.items()
    }
    assert manifest["tables"]["documents"]["rows"] == 3
    assert "3 documents, of which 2 are different articles" in card
    assert "Published from 2026-03-04 to 2026-04-01; 1 without a date." in card
    assert "| Corran Herald | 1 |" in card


def test_the_terms_of_sources_are_told(tmp_path: Path) -> None:
    """What the configuration notes on a source's terms stands in its documents and in the data card."""
    files = files_in(tmp_path)
    load(files, ALL)
    with duckdb.connect(files.working) as connection:
        connection.execute(
            "INSERT INTO sources SELECT 'default', 'auto', [], NULL, 'CC BY 4.0', now(), uuid()"
        )
    load(files, [make_document("late.txt", "Late news.")])
    export(files, tmp_path / "out", "jsonl")
    lines = (tmp_path / "out" / "documents" / "month=2026-03" / "documents.jsonl").read_text("utf-8")
    assert json.loads(lines)["licence"] == "CC BY 4.0"
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "What was noted on the terms of each source is below." in card
    assert "| CC BY 4.0 | 4 |" in card


def test_a_condition_and_canonical_documents_only(filled: Files, tmp_path: Path) -> None:
    """Only what fits is exported, with what hangs on it; pairs need both documents."""
    some = export(filled, tmp_path / "a", where="published_at IS NULL -- of no day")
    assert some["tables"]["documents"]["rows"] == 1
    assert some["tables"]["removals"]["rows"] == 0
    assert not (tmp_path / "a" / "removals").exists()
    canonical = export(filled, tmp_path / "b", only_canonical=True)
    assert canonical["tables"]["documents"]["rows"] == 2
    assert canonical["tables"]["relations"]["rows"] == 0


@pytest.mark.parametrize(
    "where",
    [
        "nothing = 1",
        "true) ; DELETE FROM runs; SELECT (true",
        "doc_id IN (SELECT doc_id FROM read_csv('{secret}'))",
        "title = (SELECT content FROM read_text('{secret}'))",
        "(",
    ],
)
def test_a_condition_reads_this_file_and_nothing_else(filled: Files, tmp_path: Path, where: str) -> None:
    """A condition cannot write, read other files or be more than one statement; the error is one line."""
    secret = tmp_path / "secret.csv"
    secret.write_text("doc_id,content\n1,x\n")
    with pytest.raises(WarehouseError, match="--where") as caught:
        export(filled, tmp_path / "out", where=where.format(secret=secret))
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_folder_with_something_in_it_is_refused(filled: Files, tmp_path: Path) -> None:
    """Nothing is written over; an empty folder will do."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match="is not empty"):
        export(filled, tmp_path / "full")
    (tmp_path / "empty").mkdir()
    export(filled, tmp_path / "empty")
    assert (tmp_path / "empty" / "manifest.json").exists()


def test_no_document_is_no_export(filled: Files, tmp_path: Path) -> None:
    """A condition that nothing fits leaves no folder."""
    with pytest.raises(WarehouseError, match="No document fits"):
        export(filled, tmp_path / "out", where="false")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_export_leaves_nothing(
    filled: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder appears when it is complete, and what a killed export left is replaced."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "data_card", stop)
        with pytest.raises(KeyboardInterrupt):
            export(filled, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".out.partial").mkdir()
    (tmp_path / ".out.partial" / "half").write_text("x")
    export(filled, tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not (tmp_path / "out" / "half").exists()
