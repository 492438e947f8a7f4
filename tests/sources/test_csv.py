"""Tables as text: every row that fits the header is an article, every other one a reject of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.columns import parse_map
from ingest.model import Reject
from ingest.process import process
from ingest.sources.reading import limits
from reading import STORY, only, outcomes, read_bytes, records, refused

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    """The delimiter is found out from the header, whatever the file is called."""
    lines = [delimiter.join(row) for row in (("id", "title", "text"), ("1", "Ferry", STORY))]
    assert records(end.join(lines).encode(), "a.csv") == [{"id": "1", "title": "Ferry", "text": STORY}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "gb18030"])
def test_encodings(encoding: str) -> None:
    """The encoding is known by its mark or found out from the first bytes."""
    title = (
        "港口渡轮周一恢复航行，港务局表示票价不变"
        if encoding == "gb18030"
        else "Паром отправится в понедельник"
    )
    data = f"title,text\n{title},{title * 3}\n".encode(encoding)
    assert records(data, "a.csv") == [{"title": title, "text": title * 3}]


def test_a_row_in_another_encoding() -> None:
    """A row that somebody added in another encoding than the file's is read in its own."""
    data = "title,text\nÉté,déjà réservé hélas\n".encode() + "Café très animé,à l'été dernier\n".encode(
        "cp1252"
    )
    assert [row["title"] for row in records(data, "a.csv")] == ["Été", "Café très animé"]


def test_quoting() -> None:
    """Quoted fields hold delimiters, quotation marks and line ends."""
    data = b'title,text\n"Ferry, again","She said ""Monday"".\n\nFares stay."\n'
    assert records(data, "a.csv") == [{"title": "Ferry, again", "text": 'She said "Monday".\n\nFares stay.'}]


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_what_was_written_is_read(rows: list[tuple[str, str]]) -> None:
    """Whatever cells a program writes as CSV come back as they were."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([("title", "text"), *rows])
    found = records(out.getvalue().encode(), "a.csv")
    assert [(row["title"], row["text"]) for row in found] == rows


def test_ragged_rows_are_rejected_alone() -> None:
    """A row with too few or too many fields is a reject with its own bytes; the others are read."""
    data = b"id,title,text\n1,A,one\n2,B\n3,C,three,more\n4,D,four,,\n\n5,E,five\n"
    found = read_bytes(data, "a.csv")
    assert outcomes(data, "a.csv") == [
        ("a.csv#1", "record"),
        ("a.csv#2", "malformed"),
        ("a.csv#3", "malformed"),
        ("a.csv#4", "record"),
        ("a.csv#5", "record"),
    ]
    assert isinstance(found[1], Reject)
    assert (found[1].data, found[1].reason) == (b"2,B\n", "The row has 2 fields where the header has 3.")


def test_an_open_quotation_mark_costs_its_row_alone() -> None:
    """A mark that is not closed does not swallow the rows after it, at the end of the file neither."""
    rows = [b'"1,A,one', b"2,B,two", b'3,"C",three', b'4,D,"four', b"5,E,five"]
    found = outcomes(b"id,title,text\n" + b"\n".join(rows), "a.csv")
    assert [code for _, code in found] == ["malformed", "record", "record", "malformed", "record"]


def test_tabs_are_often_written_without_quoting() -> None:
    """Where tabs separate the fields, a quotation mark that makes no sense is a part of the text."""
    data = b'id\ttext\n1\t"Monday" is the day\n2\t"Tuesday, he said\n3\tWednesday" she said\n4\t"Quoted"\n'
    texts = [row["text"] for row in records(data, "a.tsv")]
    assert texts == ['"Monday" is the day', '"Tuesday, he said', 'Wednesday" she said', "Quoted"]


@pytest.mark.parametrize(
    ("data", "columns", "words"),
    [
        (b"text,url,text\na,b,c\n", "", "the same name: text"),
        (b"id,story\n1,a\n", "", "the columns are id, story"),
        (b"body,content\n1,a\n", "", "body, content"),
        (b"id,story\n1,a\n", "text=body", "no column 'body'; the columns are id, story"),
        (b"id,text\n1,a\n", "published_at=when", "no column 'when'; the columns are id, text"),
    ],
)
def test_a_table_that_cannot_be_used(data: bytes, columns: str, words: str) -> None:
    """Doubled and missing columns set the whole table aside, with the columns that were seen."""
    reject = refused(read_bytes(data, "a.csv", parse_map([columns])))
    assert (reject.code, reject.source_uri, reject.data) == ("malformed", "a.csv", data)
    assert words in reject.reason


@pytest.mark.parametrize("data", [b"text,title\n", b"\n \n"])
def test_a_table_without_rows(data: bytes) -> None:
    """A header alone, or nothing, is empty."""
    assert refused(read_bytes(data, "a.csv")).code == "empty"


def test_columns_are_mapped_and_kept() -> None:
    """A mapped column is the field, all other columns are kept, and the map goes along with the bytes."""
    data = b"Story,When,title,desk\n" + STORY.encode() + b",2026-03-03,Ferry,city\n"
    raw = only(read_bytes(data, "a.csv", parse_map(["text=Story,published_at=When"])))
    document = process(raw)
    assert not isinstance(document, Reject)
    assert (document.text, document.title, document.published_from) == (STORY, "Ferry", "record")
    assert (str(document.published_at)[:10], document.extra) == ("2026-03-03", '{"desk": "city"}')


def test_huge_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field above the limit is a reject; one of a million characters is none."""
    data = b"id,text\n1," + b"x" * 1_000_000 + b"\n2,short\n"
    assert outcomes(data, "a.csv") == [("a.csv#1", "record"), ("a.csv#2", "record")]
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 1000)
    assert outcomes(b'id,text\n1,"' + b"x\n" * 900 + b'"\n', "a.csv")[0] == ("a.csv#1", "malformed")
    assert outcomes(data, "a.csv") == [("a.csv", "too_large")]
