"""JSON objects are loaded so that they can always be written again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Refused
from ingest.extract.json_object import load_object

FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | FLOATS | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_round_trip(record: dict[str, object]) -> None:
    """Any object comes back as it was."""
    assert load_object(json.dumps(record).encode()) == record


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"a": NaN, "b": -Infinity}', {"a": None, "b": None}),
        (b'{"a": 1e999}', {"a": "1e999"}),
        (b'{"a": ' + b"9" * 5000 + b"}", {"a": "9" * 5000}),
        (rb'{"a": "x\ud800y"}', {"a": "x\ufffdy"}),
        (rb'{"a": ["\ud83d\ude00", {"\udc00": 1}]}', {"a": ["\U0001f600", {"\ufffd": 1}]}),
        (b'{"a": 1, "a": 2}', {"a": 2}),
        (b'{"a": "tab\there"}', {"a": "tab\there"}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('{"a": "ж"}'.encode("utf-16"), {"a": "ж"}),
        ('{"a": "жизнь"}'.encode("utf-16-le"), {"a": "жизнь"}),
        ('{"a": "le café très animé à l\'été"}'.encode("cp1252"), {"a": "le café très animé à l'été"}),
    ],
)
def test_odd_values(line: bytes, expected: dict[str, object]) -> None:
    """What JSON cannot hold becomes null, digits or U+FFFD, and every encoding is read."""
    record = load_object(line)
    assert record == expected
    json.dumps(record, allow_nan=False).encode()


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b'{"a": 1} x',
        b"[1]",
        b'"a"',
        b"5",
        b"null",
        b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}",
        b"[" * 100000,
        b'{"a":' * 100000,
    ],
)
def test_what_is_no_object(line: bytes) -> None:
    """Broken JSON, other values and bottomless nesting are malformed, in a sentence."""
    with pytest.raises(Refused) as refusal:
        load_object(line)
    assert refusal.value.code == "malformed"
    assert refusal.value.reason.endswith(".")
