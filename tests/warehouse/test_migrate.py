"""Files of earlier schemas."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from builders import files_in, load, make_document
from ingest.fingerprint import fingerprint
from ingest.fingerprint.signature import to_minhash
from tables import contents, rows
from warehouse.database import open_working
from warehouse.files import Files
from warehouse.migrate import is_current

LINE = "The harbour board of Lindholm voted on Tuesday to close the old ferry quay for good"
TEXT = f"{LINE}, and two members asked for a survey of the piles before any work begins there in spring."
FIRST = [
    make_document("a.txt", TEXT),
    make_document("b.txt", "Quite another report, of a museum and its roof."),
]
LATER = [make_document("c.txt", TEXT + " It said no more."), make_document("d.txt", f"{LINE}. " * 3 + TEXT)]


def make_old(files: Files) -> None:
    """Give the keys the form that they had before: wide hashes, signatures as bytes."""
    connection = open_working(files)
    signatures = connection.execute("SELECT content_no, signature FROM store.contents").fetchall()
    connection.execute("DELETE FROM migrations WHERE number = 5")
    connection.execute("ALTER TABLE store.contents ALTER signature SET DATA TYPE BLOB USING ''::BLOB")
    for number, signature in signatures:
        stored = np.array(signature, "<u4").tobytes()
        connection.execute("UPDATE store.contents SET signature = ? WHERE content_no = ?", [stored, number])
    for table in ("band_keys", "passage_keys"):
        connection.execute(
            f"ALTER TABLE store.{table} ALTER key SET DATA TYPE UBIGINT USING key + 77 * 4294967296::UBIGINT"
        )
    assert not is_current(connection)
    connection.close()


def test_a_file_with_wide_keys_ends_like_a_new_one(tmp_path: Path) -> None:
    """A file from before is brought up to date, keeps its signatures, and later copies meet what it holds."""
    old, new = files_in(tmp_path / "old"), files_in(tmp_path / "new")
    for files in (old, new):
        load(files, FIRST)
    make_old(old)
    for files in (old, new):
        load(files, LATER)
    assert contents(old) == contents(new)
    assert len(rows(old, "SELECT * FROM relations")) == 3
    stored = "SELECT * FROM store.contents ORDER BY ALL"
    assert rows(old, stored) == rows(new, stored)
    for table in ("band_keys", "passage_keys"):
        keys = f"SELECT * FROM store.{table}"
        assert rows(old, keys) == rows(new, keys)


def test_stored_signatures_load_into_datasketch(tmp_path: Path) -> None:
    """What SQL returns as a signature is a MinHash of the clean text."""
    files = files_in(tmp_path)
    load(files, FIRST[:1])
    [(signature,)] = rows(files, "SELECT signature FROM store.contents")
    [print_] = fingerprint([TEXT])
    assert to_minhash(signature).jaccard(to_minhash(print_.signature)) == 1
