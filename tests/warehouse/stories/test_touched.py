"""Which of the groups formed anew are other stories than before."""

from __future__ import annotations

import numpy as np

from warehouse.stories.touched import Touched


def test_groups_that_are_as_they_were_are_not_changed() -> None:
    """Stories are others where a telling came, left or was renewed; where one waits, links may be."""
    stories = np.array([3, 3, 5, 5, 8, 9, 9, 0, 11])
    sizes = np.array([2, 2, 2, 2, 2, 2, 2, 0, 1])
    waits = np.array([False, False, False, True, False, False, False, False, True])
    renewed = np.array([False, False, False, False, False, False, False, False, True])
    touched = Touched(np.arange(20, 29), stories, sizes, waits, renewed)
    same, waiting, smaller, parted, new, other = [0, 1], [2, 3], [4], [[5], [6]], [7], [8]
    changed = touched.changed([same, waiting, smaller, *parted, new, other])
    assert changed.stories == [smaller, *parted, new, other]
    assert changed.links == [waiting, smaller, *parted, new, other]
    assert touched.changed([]).links == []


def test_tellings_are_found_by_number() -> None:
    """Numbers need not rise with the ids of documents."""
    none = np.zeros(3, np.int64)
    touched = Touched(np.array([40, 7, 12]), none, none, none > 0, none > 0)
    assert touched.places(np.array([12, 40, 7])).tolist() == [2, 0, 1]
