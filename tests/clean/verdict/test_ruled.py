"""Lines that rules own, and how near to them every line stands."""

import numpy as np
import pytest

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.verdict.ruled import NAMES, nearness, ruled_by, touched
from ingest.model import Kind

PAGE = Page("alpha\nbeta\n\ngamma\ndelta")


def found(start: int, stop: int, kind: Kind = "related") -> Found:
    """A finding of the test's own."""
    return Found(start, stop, kind, "test", "A test.")


def test_one_character_touches_a_line():
    """A line is touched by any finding that holds one of its characters, in whatever order they come."""
    assert touched(PAGE, [found(18, 19), found(4, 7)]).tolist() == [True, True, False, True]


def test_the_gap_between_lines_touches_none():
    """White space between two lines belongs to neither."""
    assert not touched(PAGE, [found(10, 12)]).any()


def test_posts_rule_nothing():
    """A post in the story owns its lines but does not speak against its neighbours."""
    posts = [found(0, 5, "embed"), found(6, 10)]
    assert touched(PAGE, posts).tolist() == [True, True, False, False]
    assert ruled_by(PAGE, posts).tolist() == [False, True, False, False]


def test_nearness_is_measured_in_lines():
    """The neighbours' columns and the distances count lines from the ruled ones; -1 is beyond the text."""
    rows = nearness(np.array([False, True, False, False]), np.array([True, False, False, False]))
    at = {name: rows[:, column] for column, name in enumerate(NAMES)}
    assert at["ruled-1"].tolist() == [-1, 0, 1, 0]
    assert at["ruled+1"].tolist() == [1, 0, 0, -1]
    assert at["since_ruled"][1:] == pytest.approx(np.log1p([0, 1, 2]))
    assert at["text_ruled"].tolist() == [0.25] * 4
    assert at["block_ruled"][1:] == pytest.approx([1 / 3] * 3)
