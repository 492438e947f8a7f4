"""A comparison as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from explained import OTHER, STORY, explain, explain_two, stored
from flows.comparison.record import as_json, record
from ingest.fingerprint.normalise import tokens

CHANGED = STORY.replace("home to harbour second", "safely to harbour second")


def test_the_record_is_json_with_every_part() -> None:
    """Scores, checks, figures, keys, order, groups, passages and rows all come out as plain values."""
    found = json.loads(as_json(explain(STORY, CHANGED)))
    assert (found["kind"], found["same_document"]) == ("near", False)
    assert found["a"]["doc_id"] == "00000000-0000-0000-0000-000000000001"
    assert (found["a"]["shingles"], found["b"]["shingles"]) == (28, 31)
    assert found["scores"]["shingles_shared"] == 28
    assert [check["what"] for check in found["checks"]] == [
        *("words", "jaccard", "figures", "names", "containment", "length", "figures", "names")
    ]
    assert found["figures"]["shared"] == ["first", "second", "third"]
    assert found["candidates"]["met"] is True
    assert found["group"]["same"] is False
    assert found["group"]["a"]["why_canonical"] == "It has no copies."


def test_offsets_hold_what_they_say() -> None:
    """Every passage and every word that differs is where its offsets point to, in both texts."""
    a, b = f"{OTHER} {STORY}", f"“{CHANGED}”\n\n{OTHER.upper()}"
    found = record(explain(a, b))
    assert found["passages"]
    for each in found["passages"]:
        left, right = a[each["start_a"] : each["stop_a"]], b[each["start_b"] : each["stop_b"]]
        assert left == each["text"]
        assert tokens(left) == tokens(right)
        assert len(tokens(left)) == each["words"]
    for row in found["rows"]:
        for side, text in (("only_a", a), ("only_b", b)):
            assert all(text[word["start"] : word["stop"]] == word["text"] for word in row[side])
    changed = [row for row in found["rows"] if row["kind"] == "changed"]
    assert ([w["text"] for w in changed[0]["only_a"]], [w["text"] for w in changed[0]["only_b"]]) == (
        ["home"],
        ["safely"],
    )
    assert any(word["moved"] for row in found["rows"] for word in row["only_a"])


def test_an_empty_side_has_no_place() -> None:
    """A sentence that only one text has stands beside null."""
    [*_, last] = record(explain(STORY, f"{STORY} {OTHER}"))["rows"]
    assert (last["kind"], last["start_a"], last["stop_a"], last["start_b"]) == ("apart", None, None, 240)


def test_who_came_first_is_a_letter_or_null() -> None:
    """The earlier document is named; without two times, or with equal ones, nobody is."""
    early, late = datetime(2026, 3, 4, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)
    for a, b, expected in ((early, late, "a"), (late, early, "b"), (early, early, None), (None, late, None)):
        pair = explain_two(stored(1, STORY, published_at=a), stored(2, STORY, published_at=b))
        assert record(pair)["published_first"] == expected
    assert record(pair)["b"]["published_at"] == "2026-03-05T00:00:00+00:00"
