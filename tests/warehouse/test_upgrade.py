"""Files of every earlier schema that users can have."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import files_in, load, make_document
from earlier_files import EARLIER, STORED, STORY, unpack
from tables import contents, rows
from warehouse.reader import open_reader

LATER = [make_document("d.txt", STORY.replace("Tuesday", "Monday")), make_document("e.txt", "Other news.")]


@pytest.mark.parametrize("stored", EARLIER, ids=lambda path: path.name)
def test_an_earlier_file_ends_like_a_new_one(stored: Path, tmp_path: Path) -> None:
    """A file of an earlier copydesk takes in what comes, and is then as if today's had made it from the start."""
    old, new = unpack(stored, tmp_path / "old"), files_in(tmp_path / "new")
    assert [uri for (uri,) in rows(old, "SELECT source_uri FROM documents ORDER BY ALL")] == [
        "a.txt", "b.txt", "c.txt",
    ]  # fmt: skip
    load(old, LATER)
    load(new, *STORED, LATER)
    assert contents(old) == contents(new)


@pytest.mark.parametrize("stored", EARLIER, ids=lambda path: path.name)
def test_an_earlier_file_can_be_read_as_it_is(stored: Path, tmp_path: Path) -> None:
    """Before the first run, queries, status and single documents work on an earlier file."""
    files = unpack(stored, tmp_path)
    with open_reader(files) as reader:
        assert reader.status().documents == 3
        assert reader.query("SELECT count(*) FROM relations").rows == [(1,)]
        assert reader.resolve("c.txt") == STORED[0][2].doc_id


def test_there_are_earlier_files() -> None:
    """The files to test with are there."""
    assert len(EARLIER) >= 2
