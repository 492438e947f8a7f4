"""Cutting the lines that were approved as boilerplate of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.clean.engine.rule import Found
from ingest.model import Block, Repeat

# Learned rules by the key of the line that each of them cuts.
Learned = Mapping[int, Repeat]


def repeated(blocks: Iterable[Block], learned: Learned) -> list[Found]:
    """What the learned rules cut of a document with these blocks."""
    return [
        Found(block.start, block.stop, "repeated", rule.rule, rule.reason, certain=False)
        for block in blocks
        if (rule := learned.get(block.key)) is not None
    ]
