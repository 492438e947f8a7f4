"""JSON files: lists of articles wherever they stand, in their exact bytes, one broken one at its own cost."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.columns import parse_map
from ingest.sources.reading import limits
from ingest.sources.reading.scanner import Scanner
from reading import outcomes, read_bytes, records, refused

ONE, TWO = {"text": 'One "quoted" {brace}.', "tags": ["a]", {"b": 1}]}, {"text": "Two.", "n": 2.50}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "whole",
    [
        [ONE, TWO],
        {"articles": [ONE, TWO]},
        {"status": "ok", "total": 2, "articles": [ONE, TWO], "next": None},
        {"response": {"tags": ["x"], "results": [ONE, TWO]}},
        {"sources": [{"name": "Herald"}], "articles": [ONE, TWO]},
        {"morning": [ONE], "evening": [TWO]},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_where_lists_stand(whole: object, indent: int | None) -> None:
    """The articles of a list are found on top, in an object, and beside lists of other things."""
    assert records(json.dumps(whole, indent=indent).encode(), "a.json") == [ONE, TWO]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings(encoding: str) -> None:
    """JSON in any Unicode encoding is read."""
    data = json.dumps([{"text": "Паром"}], ensure_ascii=False).encode(encoding)
    assert records(data, "a.json") == [{"text": "Паром"}]


def test_one_article() -> None:
    """An object with a text is one article, also with lists of objects in it, whatever their order."""
    article = {"authors": [{"text": "Ana Silva"}], "body": "One.", "url": "https://a.example/1"}
    assert records(json.dumps(article).encode(), "a.json") == [article]


def test_json_lines_under_another_name() -> None:
    """Objects one after the other are articles one after the other."""
    data = b"\n".join(json.dumps(each).encode() for each in (ONE, TWO))
    assert outcomes(data, "a.json") == [("a.json#1", "record"), ("a.json#2", "record")]


def test_exact_bytes() -> None:
    """An article is stored in the bytes of its object, with its numbers and spaces."""
    data = b'[ {"text":  "One.", "n": 1.500} , {"text": "Two."}]'
    assert [item.data for item in read_bytes(data, "a.json")] == [
        b'{"text":  "One.", "n": 1.500}',
        b'{"text": "Two."}',
    ]


@given(st.lists(VALUES), st.integers(1, 7))
def test_values_are_told_apart(values: list[object], size: int) -> None:
    """Whatever the values are and wherever the stream is cut, each is found whole."""

    class Drip(io.BytesIO):
        def read(self, most: int | None = -1, /) -> bytes:
            return super().read(size)

    scan = Scanner(Drip(json.dumps(values).encode()))
    assert scan.take(b"[")
    for value in values:
        assert json.loads(scan.value() or b"") == value
        scan.take(b",")
    assert scan.take(b"]")
    assert scan.next() == b""


def test_a_broken_article_costs_itself() -> None:
    """An object that is no JSON is one record, rejected later; its neighbours are read."""
    found = outcomes(b'[{"text": "One."}, {"text": oops}, {"text": "Three."}]', "a.json")
    assert [uri for uri, _ in found] == ["a.json#1", "a.json#2", "a.json#3"]


@pytest.mark.parametrize("data", [b'[{"text": "One."}, {"text": "Tw', b'[{"text": "One."} {"text": "Two."}]'])
def test_what_came_before_a_break_counts(data: bytes) -> None:
    """A list that is cut short or damaged gives what came before, and a reject."""
    assert outcomes(data, "a.json") == [("a.json#1", "record"), ("a.json", "malformed")]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"plain words", "malformed", "no JSON with articles"),
        (b"[]", "empty", "empty"),
        (b'{"items": [{"story": "One.", "id": 1}]}', "malformed", "the columns are story, id"),
    ],
)
def test_what_holds_no_articles(data: bytes, code: str, words: str) -> None:
    """Such a file is one reject, which names the columns where there are any."""
    reject = refused(read_bytes(data, "a.json"))
    assert (reject.code, reject.source_uri) == (code, "a.json")
    assert words in reject.reason


def test_mapped_columns() -> None:
    """A mapped column makes a list of articles; a column that is nowhere sets the file aside."""
    data = b'{"items": [{"story": "One.", "id": 1}]}'
    assert len(records(data, "a.json", parse_map(["text=story"]))) == 1
    assert "story, id" in refused(read_bytes(data, "a.json", parse_map(["text=body"]))).reason


def test_large_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list may be larger than a document may, an article in it may not."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 1000)
    data = json.dumps({"articles": [{"text": "x" * 90}] * 50 + [{"text": "y" * 2000}] + [ONE]}).encode()
    codes = [code for _, code in outcomes(data, "a.json")]
    assert codes == ["record"] * 50 + ["too_large", "record"]
