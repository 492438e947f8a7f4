"""Forests answer as their trees are drawn, and contributions add up to the answer."""

import numpy as np
import pytest

from ingest.clean.verdict.ruled import NAMES as RULED
from ingest.clean.verdict.surroundings import NAMES
from ingest.clean.verdict.trees import Forest
from ingest.clean.verdict.weights import forest

STUMP = Forest(
    roots=np.array([0]),
    column=np.array([1, 0, 0]),
    limit=np.array([2.0, 0.0, 0.0]),
    left=np.array([1, 1, 2]),
    right=np.array([2, 1, 2]),
    value=np.array([0.5, -1.0, 3.0]),
    depth=1,
)


def test_a_row_at_the_limit_goes_left():
    """The comparison is `at most`."""
    chances = STUMP.probability(np.array([[9.0, 2.0], [9.0, 2.1]]))
    assert chances == pytest.approx([1 / (1 + np.e), 1 / (1 + np.exp(-3))])


def test_contribution_goes_to_the_column_that_splits():
    """Only the column that is looked at adds, by the step from node to child."""
    assert STUMP.contributions(np.array([[9.0, 2.0]])).tolist() == [[0.0, -1.5]]


@pytest.mark.parametrize("name", ["page", "story"])
def test_contributions_add_up(name: str):
    """Root values plus contributions give the log-odds of the shipped forests."""
    trees = forest(name)
    rows = np.random.default_rng(5).normal(1.0, 2.0, (20, len(NAMES) + len(RULED)))
    chances = trees.probability(rows)
    total = trees.value[trees.roots].sum() + trees.contributions(rows).sum(axis=1)
    assert total == pytest.approx(np.log(chances / (1 - chances)), abs=1e-4)
