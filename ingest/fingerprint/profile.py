"""What matching knows of one text before it compares it with another."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.shingle import Hashes, shingles, token_hashes


@dataclass(frozen=True, slots=True)
class Profile:
    """A text as matching sees it.

    `hashes` are its token hashes in order, `shingles` the sorted set of its shingle hashes,
    `numbers` the tokens that begin with a digit.
    """

    hashes: Hashes
    shingles: Hashes
    numbers: frozenset[str]


def profile(text: str) -> Profile:
    """Read `text` once. A text without letters or digits has no shingles and matches nothing."""
    found = tokens(text)
    hashes = token_hashes(found)
    numbers = frozenset(token for token in found if token[0].isdecimal())
    return Profile(hashes, shingles(hashes), numbers)
