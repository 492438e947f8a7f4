"""A text becomes one finite number per line and name, wherever its lines break off."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.verdict.marks import NAMES as MARKS
from ingest.clean.verdict.marks import marks
from ingest.clean.verdict.sight import see
from ingest.clean.verdict.surroundings import NAMES, surroundings

LINES = st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=12)
STORY = "The council of Brackwater voted on Monday to close the old harbour to all traffic until the spring."


def _rows(lines: list[str]):
    seen = see(lines)
    words = np.array([line.words for line in seen], dtype=np.float64)
    return surroundings(marks(seen), words, np.array([line.prose for line in seen]))


@given(LINES)
def test_any_lines(lines: list[str]):
    """Any lines give a row each and a finite number per name."""
    rows = _rows(lines)
    assert rows.shape == (len(lines), len(NAMES))
    assert np.isfinite(rows).all()


def test_neighbours_are_the_lines_beside():
    """`length+1` of a line is `length` of the next, and -1 after the last."""
    rows = _rows([STORY, "Read more", STORY])
    length, following = NAMES.index("length"), NAMES.index("length+1")
    assert rows[0, following] == rows[1, length]
    assert rows[2, following] == -1


def test_a_line_that_shares_the_words_of_the_story():
    """A subheading made of the story's words shares them all; a foreign headline shares none."""
    rows = marks(see([STORY, "Harbour closed to traffic", "Badger wins baking prize"]))
    shared = MARKS.index("shared")
    assert rows[1, shared] > 0.6
    assert rows[2, shared] == 0
