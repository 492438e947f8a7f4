"""Files of every earlier schema that users can have: small ones are stored in `earlier/`.

With each release comes one more: `python tests/warehouse/test_upgrade.py FILE` writes what is stored.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import files_in, load, make_document
from tables import contents, rows
from warehouse.files import Files
from warehouse.reader import open_reader

EARLIER = sorted((Path(__file__).parent / "earlier").glob("*.zst"))
STORY = (
    "The harbour board of Lindholm voted on Tuesday to close the old ferry quay for good, and two of its "
    "members asked for a survey of the piles before any work begins there in spring."
)
# What the stored files hold: copies, a document in three versions, one without a date.
STORED = [
    [
        make_document(
            "a.txt", STORY, url="https://tarn.example/quay", title="Quay closes", site="tarn.example",
            published_at=datetime(2026, 3, 1, tzinfo=UTC),
        ),
        make_document("b.txt", f"{STORY} It said no more.", url="https://fell.example/quay", site="fell.example"),
        make_document("c.txt", "Rain is on its way to the valley."),
    ],
    [
        make_document("c.txt", "Rain is on its way to the upper valley."),
        make_document("c.txt", "Snow is on its way to the upper valley."),
    ],
]  # fmt: skip
LATER = [make_document("d.txt", STORY.replace("Tuesday", "Monday")), make_document("e.txt", "Other news.")]


def unpack(stored: Path, folder: Path) -> Files:
    """Put a stored file where a warehouse is that was brought along from elsewhere."""
    files = files_in(folder)
    files.published.parent.mkdir(parents=True, exist_ok=True)
    files.published.write_bytes(zstandard.ZstdDecompressor().decompress(stored.read_bytes()))
    return files


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


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        load(files_in(Path(made)), *STORED)
        packed = zstandard.ZstdCompressor(level=19).compress(files_in(Path(made)).published.read_bytes())
    Path(sys.argv[1]).write_bytes(packed)
