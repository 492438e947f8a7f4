"""Control characters on their way to a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.screen import visible, write_file
from ingest.errors import UsageError
from warehouse.files import Files

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_nothing_but_control_characters_changes(text: str) -> None:
    """Every character stays in its place; control characters become visible signs."""
    shown = visible(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        if before in "\t\n" or (
            ord(before) >= 0x20 and not 0x7F <= ord(before) < 0xA0 and before not in TURNING
        ):
            assert after == before
        else:
            assert after.isprintable()


def test_signs_tell_what_stood_there() -> None:
    """The escape character, the carriage return and the one-byte sequence opener all lose their power."""
    assert visible("\x1b[31m\r\x9b2J") == "␛[31m␍�2J"


def test_nothing_turns_the_order_of_what_stands_beside_it() -> None:
    """Embeddings, overrides and isolates are signs; letters and marks of right-to-left scripts stay."""
    assert visible(f"invoice{TURNING}gpj.exe") == f"invoice{'�' * 9}gpj.exe"
    assert visible("שלום\u200f, \u200eمرحبا") == "שלום\u200f, \u200eمرحبا"


def test_no_page_is_written_over_the_warehouse(tmp_path: Path) -> None:
    """Neither by name nor by a link; a name that only begins like it is any name."""
    files = Files(tmp_path / "news.duckdb")
    files.working.write_text("data")
    (tmp_path / "link.html").symlink_to(files.working)
    for path in (files.published, files.working, tmp_path / "link.html"):
        with pytest.raises(UsageError, match="file of the warehouse"):
            write_file("page", str(path), files)
    assert files.working.read_text() == "data"
    write_file("page", str(tmp_path / "news.duckdb.html"), files)
    assert (tmp_path / "news.duckdb.html").read_text() == "page"
