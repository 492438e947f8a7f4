"""What is kept for a time only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from builders import load, make_batch, make_document, open_run
from ingest.model import Reject
from tables import contents, rows
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.replay import Selection

STORY = "The harbour board voted on Tuesday to close the old ferry quay for good, its chairwoman said."
KEPT = "SELECT count(raw), count(*) FROM store.revisions"


def a_warehouse(files: Files) -> None:
    reject = Reject("default", "bad.txt", "empty", "The file is empty.", "0" * 64, 0, b"nothing to speak of")
    with open_run(files) as writer:
        writer.load(make_batch([make_document("a.txt", STORY)], rejects=[reject]))
    load(files, [make_document("a.txt", f"{STORY} More.", url=None), make_document("b.txt", "Other news.")])


def test_raw_bytes_and_rejects_go_by_age(files: Files) -> None:
    """What was seen before the given time loses its raw bytes, and keeps everything else."""
    a_warehouse(files)
    before = contents(files)
    [(second,)] = rows(files, "SELECT max(seen_at) FROM store.revisions")
    with open_run(files) as writer:
        dropped = writer.drop_old(second, second - timedelta(hours=1))
    assert (dropped.raws, dropped.rejects) == (1, 0)
    assert rows(files, KEPT) == [(2, 3)]
    assert contents(files) == before
    with open_run(files) as writer:
        dropped = writer.drop_old(datetime.now(UTC), datetime.now(UTC))
    assert (dropped.raws, dropped.rejects) == (2, 1)
    assert rows(files, KEPT) == [(0, 3)]
    assert rows(files, "SELECT count(*) FROM rejects") == [(0,)]


def test_what_is_kept_for_ever_stays(files: Files) -> None:
    """Without a time nothing is dropped, and nothing is published."""
    a_warehouse(files)
    before = files.published.stat().st_ino
    with open_run(files) as writer:
        dropped = writer.drop_old(None, None)
    assert (dropped.raws, dropped.rejects) == (0, 0)
    assert files.published.stat().st_ino == before


def test_versions_without_raw_bytes_are_read_as_such(files: Files) -> None:
    """Whoever cleans again sees which versions have lost their raw bytes; the same input brings none back."""
    a_warehouse(files)
    with open_run(files) as writer:
        writer.drop_old(datetime.now(UTC), None)
    load(files, [make_document("b.txt", "Other news.")])
    with open_reader(files) as reader:
        found = reader.versions(reader.replay(Selection("test", everything=True)))
    assert [version.raw for version in found] == [None, None, None]


@pytest.mark.slow
def test_a_compacted_file_is_smaller(files: Files) -> None:
    """Writing the file anew gives back the room of what was deleted, and changes nothing else."""
    numbers = range(400)
    load(files, [make_document(f"{n}.txt", " ".join(f"w{n}x{k}" for k in range(300))) for n in numbers])
    with open_run(files) as writer:
        writer.forget([make_document(f"{n}.txt", "").doc_id for n in numbers[1:]], "On request.")
    small = files.working.stat().st_size
    load(files, [make_document("a.txt", STORY)])
    before = contents(files)
    with open_run(files) as writer:
        writer.compact()
    assert contents(files) == before
    assert files.working.stat().st_size <= small + 2_000_000
