"""Small files of earlier schemas, stored in `warehouse/earlier/`, and what they hold.

With each release comes one more: `python tests/earlier_files.py FILE` writes what is stored.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import zstandard

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import files_in, load, make_document
from warehouse.files import Files

EARLIER = sorted((Path(__file__).parent / "warehouse" / "earlier").glob("*.zst"))
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


def unpack(stored: Path, folder: Path) -> Files:
    """Put a stored file where a warehouse is that was brought along from elsewhere."""
    files = files_in(folder)
    files.published.parent.mkdir(parents=True, exist_ok=True)
    files.published.write_bytes(zstandard.ZstdDecompressor().decompress(stored.read_bytes()))
    return files


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        load(files_in(Path(made)), *STORED)
        packed = zstandard.ZstdCompressor(level=19).compress(files_in(Path(made)).published.read_bytes())
    Path(sys.argv[1]).write_bytes(packed)
