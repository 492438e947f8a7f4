"""What carriers say travels with the bytes: one spelling, part of the hash, no part of when it was fetched."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from ingest.carried import facts, inherited, to_json
from ingest.identity import raw_hash, sha256
from ingest.model import Document, Raw
from ingest.process import process

STORY = (
    b"The harbour board voted on Tuesday evening to close the old ferry quay for good, its chairwoman said."
)
RAW = Raw("default", "a.txt", "text", STORY)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def document(raw: Raw) -> Document:
    found = process(raw)
    assert isinstance(found, Document)
    return found


@given(st.dictionaries(st.text(alphabet=st.characters(codec=None)), ANY, max_size=4))
def test_facts_are_fit_for_json(said: dict[str, object]) -> None:
    """Whatever is said, the facts can be written as JSON, come back the same and are in one spelling."""
    told = facts(said)
    assert json.loads(to_json(told).encode()) == told == facts(told)


def test_one_spelling() -> None:
    """Empty facts are gone, times are ISO 8601, and the order of the names does not matter."""
    said = facts({"b": datetime(2026, 3, 3, tzinfo=UTC), "a": date(2026, 3, 3), "c": "", "d": None, "e": []})
    assert to_json(said) == '{"a":"2026-03-03","b":"2026-03-03T00:00:00+00:00"}'
    assert to_json(facts({"y": 1, "x": 2})) == to_json(facts({"x": 2, "y": 1}))


def test_what_is_inherited() -> None:
    """What holds for a whole archive holds for each article in it; what speaks of one thing does not."""
    said = {"language": "de", "site": "a.example", "desk": "city", "map": {"text": "body"}}
    assert inherited({**said, "url": "https://a.example/z.zip", "title": "Week", "id": "1"}) == said


def test_hash_of_bytes_and_facts() -> None:
    """Without facts it is the SHA-256 of the bytes; facts change it, the time of fetching does not."""
    assert raw_hash(RAW) == sha256(STORY)
    told = replace(RAW, carried={"feed": "morning"})
    assert len({raw_hash(RAW), raw_hash(told), raw_hash(replace(RAW, carried={"feed": "evening"}))}) == 3
    later = replace(told, fetched_at=datetime(2026, 3, 3, tzinfo=UTC))
    assert raw_hash(later) == raw_hash(told)
    assert document(later) == document(told)


def test_facts_are_part_of_a_version_only_where_they_change_it() -> None:
    """A title that the carrier gives makes another version, the charset of plain ASCII does not."""
    plain = document(RAW)
    assert document(replace(RAW, carried={"charset": "utf-8"})).version_hash == plain.version_hash
    assert document(replace(RAW, carried={"title": "Quay"})).version_hash != plain.version_hash
