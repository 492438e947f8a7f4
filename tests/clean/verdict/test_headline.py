"""The headline above the article stays, whatever it looks like to the forest."""

import numpy as np

from ingest.clean.verdict.headline import spare_headlines
from ingest.clean.verdict.sight import see

PARAGRAPH = (
    "The port council of Brackwater voted on Monday to close the old harbour to all ferries until the spring."
)


def _spared(lines: list[str], gone: list[bool], shared: list[float]) -> list[int]:
    return np.flatnonzero(spare_headlines(see(lines), np.array(gone), np.array(shared))).tolist()


def test_lines_right_above_the_article():
    """Headline and lead stay even where they share no word with the story."""
    lines = ["Menu", "Quay shut for the winter", "Ferry owners fear a lost season", PARAGRAPH]
    assert _spared(lines, [True, True, True, False], [0.0, 0.0, 0.0, 1.0]) == [1, 2]


def test_a_headline_above_byline_and_share_bar():
    """Above short lines, the line made of the story's words stays and the pointer to another story goes."""
    lines = [
        "Badger wins a baking prize",
        "Council closes the old harbour",
        "By Orla Venn",
        "Tweet",
        PARAGRAPH,
    ]
    assert _spared(lines, [True, True, True, True, False], [0.0, 1.0, 0.0, 0.0, 1.0]) == [1]


def test_a_headline_far_above():
    """The likeliest line above the article stays, however far up."""
    lines = ["Badger wins a baking prize", "Council closes the old harbour", *["Sport"] * 40, PARAGRAPH]
    shared = [0.0, 1.0, *[0.0] * 40, 1.0]
    assert _spared(lines, [*[True] * 42, False], shared) == [1]


def test_a_short_headline():
    """Three words stay where the story uses them all, menu entries do not."""
    lines = ["Old harbour closed", "Culture and food", "Tweet", PARAGRAPH]
    assert _spared(lines, [True, True, True, False], [1.0, 0.5, 0.0, 1.0]) == [0]


def test_no_headline():
    """A sentence, a line that says what it is, and single words are no headlines."""
    lines = ["We use cookies on this site.", "Sign up for our newsletter", "Sport", PARAGRAPH]
    assert _spared(lines, [True, True, True, False], [1.0, 1.0, 1.0, 1.0]) == []


def test_without_a_paragraph():
    """Where no paragraph stays there is no headline above it."""
    assert _spared(["Council closes the old harbour"], [True], [1.0]) == []
