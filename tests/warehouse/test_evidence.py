"""The table `evidence`: shared passages with exact places in both clean texts."""

from __future__ import annotations

import pytest

from builders import load, make_document
from ingest.fingerprint.normalise import tokens
from warehouse.files import Files
from warehouse.reader import open_reader

FERRY = "The ferry to the outer islands will sail twice a day from the new pier, the harbour board said."
VOTE = "Nobody voted against it, although some of the fishermen had asked for a berth of their own there."
SOFT = VOTE.replace("fisher", "fi\u00adsher")
COST = "Four million crowns were paid for the pier by a loan over thirty years, its treasurer added later."


def evidence(files: Files) -> list[tuple[str, str, str, int, int]]:
    """The words of each row, and what its offsets cut out of both texts, with where they begin."""
    sql = """
        SELECT e.text, a.text AS left_text, b.text AS right_text, e.start_a, e.stop_a, e.start_b, e.stop_b
        FROM evidence e JOIN documents a ON a.doc_id = e.doc_a JOIN documents b ON b.doc_id = e.doc_b
        ORDER BY ALL
    """
    with open_reader(files) as reader:
        found = reader.query(sql).rows
    return [(text, a[i:j], b[k:m], i, k) for text, a, b, i, j, k, m in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"😀 e\u0301te\u0301 {FERRY} {VOTE} {COST}", f"“{FERRY}”\n\n{VOTE.upper()} {COST}"),
        (f"{FERRY} {VOTE} {COST}", f"{COST} {FERRY} {VOTE}"),
        (f"{FERRY} {VOTE} {COST}", f"{FERRY} {SOFT} {COST} {FERRY}"),
        (f"{FERRY} 港の古い倉庫が図書館になる。 {COST}", f"𝕏 {FERRY} 港の古い倉庫が図書館になる！ {COST}"),
    ],
)
def test_both_offsets_hold_the_same_words(files: Files, left: str, right: str) -> None:
    """Emoji, combining marks, other alphabets, quotes and moved paragraphs shift no offset."""
    load(files, [make_document("a.txt", left), make_document("b.txt", right)])
    found = evidence(files)
    assert found
    for text, in_a, in_b, _, _ in found:
        assert text == in_a
        assert tokens(in_a) == tokens(in_b)
        assert len(tokens(in_a)) >= 8


def test_passages_are_whole_and_found_at_every_place(files: Files) -> None:
    """Three paragraphs in another order are three passages; one printed twice is there at both places."""
    load(files, [make_document("a.txt", f"{FERRY} {VOTE} {COST}")])
    load(files, [make_document("b.txt", f"{COST} {VOTE} {FERRY} {COST}")])
    words = sorted(text for text, *_ in evidence(files))
    assert words == sorted([FERRY[:-1], VOTE[:-1], COST[:-1], COST[:-1]])
