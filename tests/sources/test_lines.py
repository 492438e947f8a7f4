"""Lines are split in every encoding, bounded in size, and blank ones are passed over."""

from io import BufferedReader, BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.reading import limits
from ingest.sources.reading.lines import EndlessLineError, read_lines


def lines_of(data: bytes) -> list[bytes | None]:
    return list(read_lines(BufferedReader(BytesIO(data))))


def test_line_ends_are_taken_off() -> None:
    """LF and CRLF end a line, and the last line needs no end."""
    assert lines_of(b'{"a":1}\n{"b":2}\r\n{"c":3}') == [b'{"a":1}', b'{"b":2}', b'{"c":3}']


def test_blank_lines_are_no_lines() -> None:
    """Empty lines and lines of white space hold nothing."""
    assert lines_of(b"\n  \n{}\n\t\r\n\n{}\n\n") == [b"{}", b"{}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig"])
def test_wide_encodings(encoding: str) -> None:
    """In UTF-16 and UTF-32 a line feed is a whole character: half of ਊ or Ċ does not end a line."""
    text = '{"a": "ਊ Ċ Ā"}\r\n\n{"b": "\u0a0a\u0a00"}\n{"c": 3}'
    found = lines_of(text.encode(encoding))
    plain = (
        encoding
        if encoding[-2:] in ("le", "be")
        else "utf-8"
        if encoding == "utf-8-sig"
        else f"{encoding}-le"
    )
    assert [line.decode(plain) for line in found if line] == [
        '{"a": "ਊ Ċ Ā"}',
        '{"b": "\u0a0a\u0a00"}',
        '{"c": 3}',
    ]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"))))
def test_joined_lines_come_apart_again(texts: list[str]) -> None:
    """Whatever lines are joined, those that hold something come back in order."""
    joined = b"\n".join([b"{}", *(b"x" + text.encode() for text in texts)])
    assert lines_of(joined) == joined.split(b"\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_too_long_line_is_passed_over(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """A line above the limit is None, and the lines after it are read."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 100)
    data = ('{"a": 1}\n' + "{" + "x" * 5000 + "}\n" + '{"b": 2}\n').encode(encoding)
    assert lines_of(data) == ['{"a": 1}'.encode(encoding), None, '{"b": 2}'.encode(encoding)]


def test_line_of_exactly_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is allowed, with and without a line end."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 100)
    line = b"x" * 100
    assert lines_of(line + b"\n" + line) == [line, line]


def test_endless_line_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line without an end is not followed for ever."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 100)
    monkeypatch.setattr(limits, "MAX_SKIPPED", 1024 * 1024)
    with pytest.raises(EndlessLineError):
        lines_of(b"x" * 4 * 1024 * 1024)
