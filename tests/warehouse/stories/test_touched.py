"""Which of the groups formed anew are other stories than before."""

from __future__ import annotations

import numpy as np

from warehouse.stories.touched import Touched


def test_groups_that_are_as_they_were_are_not_changed() -> None:
    """Changed is what holds a telling that waits, gained or lost one, or has no story yet."""
    stories = np.array([3, 3, 5, 5, 8, 9, 9, 0])
    sizes = np.array([2, 2, 2, 2, 2, 2, 2, 0])
    waits = np.array([False, False, False, True, False, False, False, False])
    touched = Touched(np.arange(20, 28), stories, sizes, waits)
    same, waiting, smaller, apart, new = [0, 1], [2, 3], [4], [[5], [6]], [7]
    assert touched.changed([same, waiting, smaller, *apart, new]) == [waiting, smaller, *apart, new]
    assert touched.changed([]) == []
    assert touched.changed([[5, 6], [0, 1, 4]]) == [[0, 1, 4]]


def test_tellings_are_found_by_number() -> None:
    """Numbers need not rise with the ids of documents."""
    none = np.zeros(3, np.int64)
    touched = Touched(np.array([40, 7, 12]), none, none, none.astype(np.bool_))
    assert touched.places(np.array([12, 40, 7])).tolist() == [2, 0, 1]
