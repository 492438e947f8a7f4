"""Likely blocks are chosen; a doubtful page keeps more."""

import numpy as np

from ingest.extract.blocks.choice import choose, evened
from ingest.extract.blocks.reader import read_blocks
from ingest.extract.dom import parse


def test_likely_blocks_are_chosen() -> None:
    """Clear cases are decided as they are, and the expected F1 is high."""
    keep, sure = choose(np.array([0.01, 0.99, 0.98, 0.02]), np.array([5.0, 50.0, 40.0, 5.0]))
    assert keep.tolist() == [False, True, True, False]
    assert sure > 0.97


def test_doubt_lowers_the_bar() -> None:
    """A block of the same likelihood is taken on a page where little is certain, and not where all else is."""
    doubtful, unsure = choose(np.array([0.36, 0.5, 0.5]), np.array([30.0, 30.0, 30.0]))
    certain, sure = choose(np.array([0.36, 1.0, 1.0]), np.array([30.0, 300.0, 300.0]))
    assert doubtful[0]
    assert not certain[0]
    assert unsure < sure


def test_something_is_always_chosen() -> None:
    """Even where nothing is likely, the likeliest block is taken."""
    keep, _ = choose(np.array([0.001, 0.0001]), np.array([10.0, 10.0]))
    assert keep[0]


def test_a_post_stays_whole() -> None:
    """The words and the signature of an embedded post share one likelihood; other quotes keep theirs."""
    root = parse(
        "<p>Story</p><blockquote class='twitter-tweet'><p>Send soup.</p>Kit Marlin</blockquote>"
        "<blockquote><p>Fares stay.</p>The harbour office</blockquote>"
    )
    assert root is not None
    result = evened(
        read_blocks(root), np.array([0.9, 0.2, 0.6, 0.9, 0.1]), np.array([1.0, 3.0, 1.0, 2.0, 3.0])
    )
    assert np.allclose(result, [0.9, 0.3, 0.3, 0.9, 0.1])


def test_a_row_of_a_table_stays_whole() -> None:
    """Short cells side by side share one likelihood; cells with paragraphs, as in old layouts, do not."""
    story = "The harbour office said on Friday that the ferry would sail again. " * 3
    root = parse(
        "<table><tr><th>Day</th><th>Opens</th></tr><tr><td>Friday</td><td>14:00</td></tr></table>"
        f"<table><tr><td>Menu</td><td>{story}</td></tr></table>"
    )
    assert root is not None
    result = evened(read_blocks(root), np.array([0.9, 0.1, 0.8, 0.4, 0.1, 0.9]), np.array([1.0] * 5 + [36.0]))
    assert np.allclose(result, [0.5, 0.5, 0.6, 0.6, 0.1, 0.9])
