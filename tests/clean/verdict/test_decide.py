"""How probabilities become cuts."""

import numpy as np

from ingest.clean.verdict.decide import is_page, main_stretch, may_be_page, page_cuts


def test_main_stretch_is_the_best_sum():
    """A small loss inside is bridged, a large one is not."""
    assert main_stretch(np.array([-1.0, 3.0, -1.0, 3.0, -9.0, 4.0])) == (1, 4)


def test_main_stretch_of_losses_is_empty():
    """Without any gain there is no main stretch."""
    start, stop = main_stretch(np.array([-1.0, -2.0]))
    assert start == stop


def test_a_page_cuts_more_freely_outside_its_main_stretch():
    """The same probability is enough below the story and not enough within it."""
    chances = np.array([0.9, 0.1, 0.5, 0.1, 0.9, 0.5])
    words = np.array([2.0, 60.0, 5.0, 60.0, 10.0, 10.0])
    assert page_cuts(chances, words).tolist() == [True, False, False, False, True, True]


def test_a_short_text_is_no_page():
    """A page has many lines."""
    assert not may_be_page([True] * 49)
    assert may_be_page([True] * 50)


def test_a_long_table_is_no_page():
    """Lines that only look like a menu do not make a page; some have to say so."""
    assert not may_be_page([*[True] * 5, *[False] * 195])


def test_a_page_is_mostly_boilerplate():
    """Half of the lines are not enough."""
    assert is_page(np.array([0.9, 0.9, 0.1]))
    assert not is_page(np.array([0.9, 0.9, 0.1, 0.1]))
