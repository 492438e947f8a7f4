"""Texts that no person wrote: one word a hundred thousand times."""

from __future__ import annotations

import pytest

from ingest.telling.citations import citations
from ingest.telling.facts import facts
from ingest.telling.figures import figures
from ingest.telling.quotes import quotes

TIMES = 4000


@pytest.mark.parametrize(
    "unit",
    [
        "Harbour Post ",
        "twenty-",
        "toll 5 dead ",
        "Mara-",
        "newspaper Rivage ",
        "Times of ",
        "1,",
        "“ ",
        "``",
        "\n– a b c d ",
    ],
)
def test_a_text_that_repeats_itself(unit: str) -> None:
    """Every finder comes to an end on such a text, and what it finds lies within it."""
    text = unit * TIMES
    for found in (figures(text), quotes(text), citations(text)):
        assert all(0 <= one.start < one.stop <= len(text) for one in found)
    assert facts(text).text == text
