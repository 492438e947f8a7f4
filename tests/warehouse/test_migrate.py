"""Files of earlier schemas."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import files_in, load, make_document
from tables import contents, rows
from warehouse.database import open_working
from warehouse.files import Files
from warehouse.migrate import is_current

PAGE = (Path(__file__).parents[2] / "docs" / "how-it-works.md").read_text("utf-8")
LINE = "The harbour board of Lindholm voted on Tuesday to close the old ferry quay for good"
TEXT = f"{LINE}, and two members asked for a survey of the piles before any work begins there in spring."
FIRST = [
    make_document("a.txt", TEXT, title="Orlen closes its old ferry quay"),
    make_document("b.txt", "Quite another report, of a museum and its roof."),
]
LATER = [make_document("c.txt", TEXT + " It said no more."), make_document("d.txt", f"{LINE}. " * 3 + TEXT)]


def make_old(files: Files) -> None:
    """Give a file the form that it had before: wide keys, signatures, hashes of versions, fractions, stops."""
    connection = open_working(files)
    connection.execute("DELETE FROM migrations WHERE number IN (5, 24, 25)")
    connection.execute("ALTER TABLE store.contents ADD COLUMN signature BLOB")
    connection.execute("UPDATE store.contents SET signature = repeat('\\x07', 512)::BLOB")
    for table in ("band_keys", "passage_keys"):
        connection.execute(
            f"ALTER TABLE store.{table} ALTER key SET DATA TYPE UBIGINT USING key + 77 * 4294967296::UBIGINT"
        )
    connection.execute("ALTER TABLE store.sightings ADD COLUMN version_hash VARCHAR")
    connection.execute(
        "UPDATE store.sightings s SET version_hash = r.version_hash"
        " FROM store.revisions r WHERE r.doc_id = s.doc_id AND r.number = s.number"
    )
    connection.execute("ALTER TABLE store.sightings DROP COLUMN number")
    terms = "ALTER TABLE store.telling_terms"
    connection.execute(f"{terms} ALTER weight SET DATA TYPE FLOAT USING weight::FLOAT / 32")
    connection.execute(f'{terms} RENAME characters TO "stop"')
    connection.execute('UPDATE store.telling_terms SET "stop" = start + "stop"')
    assert not is_current(connection)
    connection.close()


def test_a_file_in_older_forms_ends_like_a_new_one(tmp_path: Path) -> None:
    """A file from before is brought up to date, and later copies meet what it holds."""
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
    for table in ("band_keys", "passage_keys", "telling_terms", "sightings"):
        keys = f"SELECT * FROM store.{table}"
        assert rows(old, keys) == rows(new, keys)


def test_what_the_page_shows_makes_a_minhash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example estimates how much of two stored texts is the same: all of it."""
    load(files_in(tmp_path, "copydesk.duckdb"), [FIRST[0], make_document("c.txt", TEXT)])
    [example] = [each for each in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "minhash" in each]
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert capsys.readouterr().out == "1.0\n"
