"""JSON Lines with mapped columns."""

from __future__ import annotations

from ingest.columns import parse_map
from ingest.model import Raw
from reading import read_bytes, records, refused

LINES = b'{"story": "One."}\n{"story": "Two.", "when": "2026-03-03"}\nno JSON\n'


def test_a_column_may_be_missing_in_some_lines() -> None:
    """What one of the lines has is a column; the map goes along with every line, in the line's exact bytes."""
    found = read_bytes(LINES, "a.jsonl", parse_map(["text=story", "published_at=when"]))
    assert [item.data for item in found] == LINES.splitlines()
    assert all(isinstance(item, Raw) and item.carried["map"] for item in found)


def test_a_column_that_no_line_has() -> None:
    """The whole file is set aside, with the columns that were seen."""
    reject = refused(read_bytes(LINES, "a.jsonl", parse_map(["text=body"])))
    assert (reject.code, reject.data) == ("malformed", LINES)
    assert reject.reason == "There is no column 'body'; the columns are story, when."


def test_without_a_map_nothing_is_carried() -> None:
    """Lines that nobody mapped are the same as ever."""
    assert records(b'{"text": "One."}\n', "a.jsonl") == [{"text": "One."}]
    assert read_bytes(b'{"text": "One."}\n', "a.jsonl") == [
        Raw("default", "a.jsonl#1", "record", b'{"text": "One."}')
    ]
