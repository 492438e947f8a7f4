"""Every version of a document, and what it changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

from builders import files_in, load, make_document
from tables import contents, rows
from warehouse.database import open_working
from warehouse.files import Files
from warehouse.migrate import is_current

URL = "https://tarn.example/quay"
FIRST = "The harbour board voted on Tuesday to close the old ferry quay for good, its chairwoman said."
SECOND = "The harbour board voted on Tuesday to close the ferry quay, its chairwoman said."
THIRD = "The harbour board voted on Monday to close the ferry quay, its chairwoman said."
TOLD = (
    "SELECT revision, is_current, changed, words_added, words_removed, diff FROM revisions ORDER BY revision"
)


def at_one_place(*texts: str, title: str | None = None) -> list:
    return [make_document("a.txt", text, url=URL, title=title) for text in texts]


def test_a_page_that_changed_twice(files: Files) -> None:
    """Every version is there with what it changed against the one before, in the order of arrival."""
    for document in at_one_place(FIRST, SECOND, THIRD):
        load(files, [document])
    first, second, third = rows(files, TOLD)
    assert first == (1, False, [], None, None, None)
    assert second[:5] == (2, False, ["text", "extracted_text"], 0, 3)
    assert "close the [-old-] ferry quay [-for good-], its" in second[5]
    assert third[:5] == (3, True, ["text", "extracted_text"], 1, 1)
    assert "voted on [-Tuesday-]{+Monday+} to close" in third[5]
    assert rows(files, "SELECT text FROM revisions WHERE revision = 1") == [(FIRST,)]


def test_a_text_that_goes_back_to_what_it_was(files: Files) -> None:
    """The same text told again is a version of its own, with the reverse change."""
    for document in at_one_place(FIRST, SECOND, FIRST):
        load(files, [document])
    told = rows(files, TOLD)
    assert [row[3:5] for row in told] == [(None, None), (0, 3), (3, 0)]
    assert rows(files, "SELECT revision FROM documents") == [(3,)]


def test_a_document_that_never_changed_has_one_revision(files: Files) -> None:
    """One version is one row, which changed nothing."""
    load(files, [make_document("a.txt", FIRST)])
    load(files, [make_document("a.txt", FIRST)])
    assert rows(files, TOLD) == [(1, True, [], None, None, None)]


def test_fields_that_changed_are_named_with_what_they_were(files: Files) -> None:
    """A new headline alone is a revision without a changed word, and the old headline is kept."""
    load(files, [make_document("a.txt", FIRST, url=URL, title="Quay closes")])
    load(files, [make_document("a.txt", FIRST, url=URL, title="Quay to close")])
    [(changed, before, added, diff)] = rows(
        files, "SELECT changed, before, words_added, diff FROM revisions WHERE revision = 2"
    )
    assert (changed, json.loads(before), added, diff) == (["title"], {"title": "Quay closes"}, 0, "")


def test_versions_at_several_places_are_told_by_their_dates(tmp_path: Path) -> None:
    """Versions that stand side by side are told in the same order however they came."""
    documents = [
        make_document(f"{day}.txt", text, url=URL, published_at=datetime(2026, 3, day, tzinfo=UTC))
        for day, text in ((1, FIRST), (2, SECOND), (3, THIRD))
    ]
    outcomes = []
    for number, order in enumerate(list(permutations(documents))[::2]):
        files = files_in(tmp_path / str(number))
        load(files, *([document] for document in order))
        outcomes.append(contents(files)["revisions"])
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert [row[3] for row in rows(files, TOLD)] == [None, 0, 1]


def test_versions_of_one_batch(tmp_path: Path) -> None:
    """Changes that come in one batch are told as if they had come one by one."""
    one, many = files_in(tmp_path / "one"), files_in(tmp_path / "many")
    documents = at_one_place(FIRST, SECOND, THIRD)
    load(one, documents)
    load(many, *([document] for document in documents))
    assert contents(one) == contents(many)


def test_a_file_from_before_is_told_by_its_next_run(tmp_path: Path) -> None:
    """Versions that an older copydesk stored are compared when the file is brought up to date."""
    old, new = files_in(tmp_path / "old"), files_in(tmp_path / "new")
    for files in (old, new):
        load(files, *([document] for document in at_one_place(FIRST, SECOND)))
    with open_working(old) as connection:
        connection.execute("DROP VIEW revisions; DROP TABLE store.changes")
        connection.execute("DELETE FROM settings WHERE name = 'revisions'")
        connection.execute("DELETE FROM migrations WHERE name = '0014_revisions.sql'")
        assert not is_current(connection)
    load(old)
    assert contents(old) == contents(new)
