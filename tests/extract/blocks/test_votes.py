"""How much of each block stands in another text."""

from ingest.extract.blocks.reader import read_blocks
from ingest.extract.blocks.votes import share_in
from ingest.extract.dom import parse


def test_shares() -> None:
    """A block counts by its word triples, a short one only as a whole line."""
    root = parse(
        "<p>The ferry sails again on Monday</p><p>Fares stay</p><p>The ferry</p><p>Read all about it</p>"
    )
    assert root is not None
    shares = share_in(read_blocks(root), "THE FERRY sails again: it is late.\nFares stay.")
    assert shares.tolist() == [0.5, 1.0, 0.0, 0.0]
