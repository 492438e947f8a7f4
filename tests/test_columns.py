"""Which column holds what: mapped, else by its name where that leaves no doubt."""

from __future__ import annotations

import pytest

from ingest.columns import assign, check_table, listed, parse_map
from ingest.errors import Refused, UsageError


def test_a_map_is_read() -> None:
    """Pairs may come in one text or in several, with spaces; a later one wins."""
    assert parse_map(["text=body, published_at = date", "", "text=story"]) == {
        "text": "story",
        "published_at": "date",
    }


@pytest.mark.parametrize(
    ("text", "words"), [("author=writer", "'author'"), ("text", "FIELD=COLUMN"), ("text=", "FIELD=COLUMN")]
)
def test_wrong_maps(text: str, words: str) -> None:
    """A field that does not exist, and what is no pair, are wrong usage."""
    with pytest.raises(UsageError, match=words):
        parse_map([text])


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        ({"text": "a", "title": "b"}, {"text": "text", "title": "title"}),
        ({"Body": "a", "Headline": "b", "Link": "c"}, {"text": "Body", "title": "Headline", "url": "Link"}),
        (
            {"article": "a", "author": "b", "date": "c"},
            {"text": "article", "byline": "author", "published_at": "date"},
        ),
        ({"text": "a", "body": "b"}, {"text": "text"}),
        ({"TEXT": "a", "body": "b"}, {"text": "TEXT"}),
        ({"text": None, "body": "b"}, {"text": "body"}),
        ({"Published At": "a"}, {"published_at": "Published At"}),
        ({"body": "a", "content": "b"}, {}),
        ({"content": {"rendered": "a"}}, {}),
        ({"content": {"rendered": "a"}, "body": "b"}, {"text": "body"}),
        ({"date": "a", "published": "b"}, {}),
        ({"story": "a", "when": "b"}, {}),
    ],
)
def test_usual_names(record: dict[str, object], columns: dict[str, str]) -> None:
    """A field's own name comes first, then one of the usual names if no other one vies with it."""
    assert assign(record, {}).columns == columns


def test_nothing_is_lost() -> None:
    """Mapped columns become fields, every other one stays under its name, also one named like a field."""
    found = assign({"story": "a", "text": "b", "n": 1}, {"text": "story", "title": "head"})
    assert (found.fields, found.rest) == ({"text": "a"}, {"text": "b", "n": 1})


def test_a_mapped_column_is_not_used_twice() -> None:
    """A column that is mapped to one field is not taken for another one by its name."""
    assert assign({"title": "a", "body": "b"}, {"text": "title"}).columns == {"text": "title"}


def test_many_columns_are_shortened() -> None:
    """A sentence names the first columns, and long names by their beginning."""
    names = [f"column{number}" for number in range(100)]
    assert listed(names).endswith("column39 and more")
    with pytest.raises(Refused, match="x…"):
        check_table(["x" * 1000], {})
