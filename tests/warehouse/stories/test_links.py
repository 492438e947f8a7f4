"""Related tellings are compared in parts, which show nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import files_in, load, make_document
from tables import contents, rows
from warehouse.stories import links

TELLINGS = [
    "The ferry Almira ran aground off Port Ellery with 212 passengers, said harbour master Ineke Vos. Tugs from Dunmarrow pulled at dawn. The Almira carried 212 passengers to Skerry.",
    "All 212 passengers of the stranded Almira were safe, Ineke Vos told reporters in Port Ellery. Two Dunmarrow tugs freed the ferry, whose hull had no holes.",
    "Off Port Ellery a ferry sat on a sandbank all night. Tugs from Dunmarrow freed her, said Vos, who runs the harbour. The Almira carried 198 passengers to Skerry.",
]


def test_small_parts_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relations, evidence and conflicts are the same where hardly two texts are fetched together."""
    documents = [make_document(f"{place}.txt", text) for place, text in enumerate(TELLINGS)]
    whole, parts = files_in(tmp_path, "whole.duckdb"), files_in(tmp_path)
    load(whole, documents)
    monkeypatch.setattr(links, "_MOST_FETCHED", 200)
    monkeypatch.setattr(links, "_CHUNK", 1)
    monkeypatch.setattr(links, "_MOST_READ", 0)
    load(parts, documents)
    assert contents(parts) == contents(whole)
    assert len(rows(parts, "SELECT DISTINCT doc_a, doc_b FROM evidence")) > 1
    assert len(rows(parts, "SELECT * FROM conflicts")) == 1
